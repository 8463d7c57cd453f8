"""Pairs answers with claims and counts: precision, recall and F1 by section and field."""

from collections import Counter, defaultdict
from dataclasses import dataclass, field

from pipelines.evaluation.agreement import Claim, agreement, place_agrees, value_agrees
from pipelines.evaluation.gold import CLAIM_TYPES, Expected, Gold, names_article
from schemas.vocab import FOUNDING

# Worst first: read what must not be read, made up, overlooked, a field wrong or left empty.
MISS_KINDS = ("forbidden", "not wanted", "not found", "wrong", "empty")


@dataclass
class Score:
    """Counts of one section or field."""

    right: int = 0
    extracted: int = 0
    wanted: int = 0

    @property
    def precision(self) -> float | None:
        """Share of what was extracted that is right; None where nothing was."""
        return self.right / self.extracted if self.extracted else None

    @property
    def recall(self) -> float | None:
        """Share of what was wanted that was found; None where nothing was."""
        return min(1.0, self.right / self.wanted) if self.wanted else None

    @property
    def f1(self) -> float | None:
        """Harmonic mean of the two."""
        p, r = self.precision, self.recall
        return None if p is None or r is None else 0.0 if p + r == 0 else 2 * p * r / (p + r)


@dataclass(frozen=True)
class Miss:
    """One thing that is wrong; rule_id is the rule that made the claim, None where none did."""

    kind: str
    section: str
    file: str
    field: str
    rule_id: str | None
    told: str

    def __str__(self) -> str:
        where = f"{self.section}.{self.field}" if self.field else self.section
        rule = f" ({self.rule_id})" if self.rule_id else ""
        return f"{self.kind}: {where}: {self.file}{rule}: {self.told}"


@dataclass
class Evaluation:
    """Scores by section and field, and what went wrong."""

    scores: dict[tuple[str, str], Score] = field(default_factory=lambda: defaultdict(Score))
    misses: list[Miss] = field(default_factory=list)

    @property
    def worst(self) -> list[Miss]:
        """Misses, worst kind first; within a kind those of the rule and field that err most."""
        often = Counter((miss.kind, miss.section, miss.field, miss.rule_id) for miss in self.misses)
        return sorted(
            self.misses,
            key=lambda miss: (
                MISS_KINDS.index(miss.kind),
                -often[miss.kind, miss.section, miss.field, miss.rule_id],
                miss.section,
                miss.field,
                miss.rule_id or "",
                miss.file,
                miss.told,
            ),
        )


def evaluate(gold: Gold, claims: list[Claim], articles: list[Claim]) -> Evaluation:
    """Hold claims and articles of a warehouse against the answers.

    Claims of articles that the answers do not speak of are left out. An answer is found where a
    claim of its article has its place (or harm and amount); fields are compared on the best claim.
    """
    result = Evaluation()
    files = {
        claim["external_id"]: next(
            (f for f in gold.files if names_article(f, claim["external_id"])), None
        )
        for claim in claims
    }
    covered = [claim for claim in claims if files[claim["external_id"]]]
    for section in sorted(gold.sections):
        wanted = [expected for expected in gold.claims if expected.section == section]
        found = [claim for claim in covered if section_of(claim) == section]
        if wanted or found:
            score_section(result, section, wanted, found)
    score_articles(result, gold, articles)
    score_forbidden(result, gold, claims)
    return result


def section_of(claim: Claim) -> str | None:
    """The section whose answers a claim is held against; None for denials, history, threats."""
    by_type = {claim_type: section for section, claim_type in CLAIM_TYPES.items()}
    if claim["assertion"] == "planned":
        return None if claim["claim_type"] == "attack" else "planned_never_counted_as_done"
    return by_type.get(claim["claim_type"]) if claim["assertion"] in FOUNDING else None


def score_section(
    result: Evaluation, section: str, wanted: list[Expected], found: list[Claim]
) -> None:
    """Score one section: whether claims were found, then field by field on the pairs."""
    paired = set()
    whole = result.scores[section, ""]
    whole.wanted += len(wanted)
    n_found = 0
    for expected in wanted:
        candidates = [claim for claim in found if pairs(expected, claim)]
        paired |= {claim["claim_id"] for claim in candidates}
        if candidates:
            n_found += 1
            score_fields(result, expected, candidates)
        else:
            result.misses.append(
                Miss("not found", section, expected.file, "", None, told(expected))
            )
            for name in missing_fields(expected):
                result.scores[section, name].wanted += 1
    whole.right += n_found
    # Several claims may carry one answer (lead and body of an article): none of them is wrong.
    # "Three districts" names no place: it speaks of changes that are answers of their own.
    wrong = [c for c in found if c["claim_id"] not in paired and not c["n_places"]]
    whole.extracted += n_found + len(wrong)
    result.misses += [
        Miss("not wanted", section, claim["external_id"], "", claim["rule_id"], said(claim))
        for claim in wrong
        if section != "planned_never_counted_as_done" or claim["claim_type"].startswith("territ")
    ]


def pairs(expected: Expected, claim: Claim) -> bool:
    """Whether a claim is the one that an answer speaks of."""
    if not names_article(expected.file, claim["external_id"]):
        return False
    fields = expected.fields
    if expected.section == "casualties":
        return claim["harm"] == fields["harm"] and value_agrees(fields, claim)
    if expected.section == "control_counts":
        return (claim["held"], claim["out_of"]) == (fields["held"], fields["of"])
    if expected.section == "strength":
        return claim["value_best"] == fields["value"]
    return "place" not in fields or place_agrees(fields["place"], claim)


def score_fields(result: Evaluation, expected: Expected, candidates: list[Claim]) -> None:
    """Compare the fields of the candidate that agrees best; an empty field is none extracted."""
    judged = [(agreement(expected.file, expected.fields, claim), claim) for claim in candidates]
    best, claim = max(judged, key=lambda pair: (sum(pair[0].values()), pair[1]["claim_id"]))
    for name, agrees in best.items():
        read = got(name, claim)
        score = result.scores[expected.section, name]
        score.wanted += 1
        score.extracted += agrees or read is not None
        score.right += agrees
        if not agrees:
            kind = "wrong" if read is not None else "empty"
            wanted = expected.fields.get(name, expected.fields.get(f"{name}_contains"))
            shown = f"wanted {wanted}, got {read} — “{claim['evidence_text']}”"
            result.misses.append(
                Miss(kind, expected.section, expected.file, name, claim["rule_id"], shown)
            )


def missing_fields(expected: Expected) -> list[str]:
    """The fields that an answer states, none of which was found."""
    renamed = {"on_from": "on", "claimant_contains": "claimant", "admin1": "place"}
    known = (
        "place", "admin1", "to", "from", "victim", "actor", "target", "change", "on", "on_from",
        "claimant_contains", "qualifier",
    )  # fmt: skip
    return sorted({renamed.get(name, name) for name in known if name in expected.fields})


def score_articles(result: Evaluation, gold: Gold, articles: list[Claim]) -> None:
    """Compare title, dates and language of the articles that the answers describe."""
    for wanted in gold.articles:
        found = next((a for a in articles if names_article(wanted["file"], a["external_id"])), None)
        checks = {
            "title": lambda a, w=wanted: w["title_contains"] in (a["title"] or ""),
            "published_on": lambda a, w=wanted: one_of(w["published_on"], a["published_on"]),
            "reference_on": lambda a, w=wanted: one_of(w["reference_on"], a["reference_on"]),
            "language": lambda a, w=wanted: w["language"] == a["language"],
        }
        for name, agrees in checks.items():
            score = result.scores["articles", name]
            score.wanted += 1
            score.extracted += found is not None
            right = found is not None and agrees(found)
            score.right += right
            if not right:
                shown = found and found[name]
                kind = "wrong" if shown else "empty"
                answer = f"wanted {wanted.get(name, wanted['title_contains'])}, got {shown}"
                result.misses.append(Miss(kind, "articles", wanted["file"], name, None, answer))


def one_of(wanted: object, day: object) -> bool:
    """Whether a day, as ISO text, is one of those an answer accepts."""
    text = str(day) if day else None
    return text in wanted if isinstance(wanted, list) else text == wanted


def score_forbidden(result: Evaluation, gold: Gold, claims: list[Claim]) -> None:
    """Count the texts that must yield no claim and do."""
    score = result.scores["must_not_appear", ""]
    for item in gold.forbidden:
        score.wanted += 1
        score.extracted += 1
        culprits = [
            claim
            for claim in claims
            if names_article(item["file"], claim["external_id"])
            and claim["assertion"] in FOUNDING
            and item["text"] in claim["sentence_text"]
        ]
        score.right += not culprits
        result.misses += [
            Miss("forbidden", "must_not_appear", item["file"], "", claim["rule_id"], said(claim))
            for claim in culprits
        ]


def told(expected: Expected) -> str:
    """An answer in one line."""
    shown = ("place", "to", "change", "harm", "best", "best_text", "low", "victim", "held", "value")
    return ", ".join(f"{name} {expected.fields[name]}" for name in shown if name in expected.fields)


def said(claim: Claim) -> str:
    """A claim in one line, with its words."""
    parts = (claim["claim_type"], claim["harm"], claim["value_text"], claim["location_name"])
    return f"{' '.join(str(part) for part in parts if part)} — “{claim['evidence_text']}”"


def got(name: str, claim: Claim) -> object:
    """What a claim says in a field, for the list of misses."""
    columns = {"place": "location_name", "on": "date_start", "change": "change_type"}
    columns |= {"qualifier": "qualifier", "actor": "initiator_name"}
    return claim[columns.get(name, f"{name}_name")]

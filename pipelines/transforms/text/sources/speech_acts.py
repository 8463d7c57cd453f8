"""Speech acts: each speech verb or 'according to', with the span of the phrase that names who."""

import polars as pl

from pipelines.transforms.text.sources.act_forms import settle_form, shape
from pipelines.transforms.text.sources.folding import fold_sentences
from pipelines.transforms.text.sources.named_acts import acts_of_names
from pipelines.transforms.text.sources.named_beside import (
    names_at_end,
    names_before_colon,
    names_holder,
)
from pipelines.transforms.text.sources.speech_subjects import CLAIM_NOUN, name_ahead, name_behind

DATELINE = (
    r"^([A-Z][A-Za-z'-]+(?: [A-Z][A-Za-z'-]+)?, "
    r"(?:[A-Z][a-z]+\.? [0-9]{1,2}|[0-9]{1,2} [A-Z][a-z]+)"
    r"(?:,? [0-9]{4})?,? ?(?:\([^)]{2,60}\) ?)?(?:~|--?) |"
    r"[0-2]?[0-9][:.h][0-5][0-9](?: ?(?:GMT|UTC|CET|[ap]\.?m\.?))?(?: ?[-~|:])? |"
    r"\W*[A-Z]{3,}[A-Z'. -]*(?: ?\([A-Z][A-Za-z .'-]+\))?(?:, [A-Z][A-Za-z]+)?"
    r"(?:,? (?:[Nn][Oo] DATE|[A-Z][A-Za-z]+\.? [0-9]{1,2}|[0-9]{1,2} [A-Z][A-Za-z]+)"
    r"(?:,? [0-9]{2,4})?)?,? ?"
    r"(?:\([^)]{2,60}\) ?)?(?:~|--?) (?:\[[A-Z ]{3,30}\] ?)*)"
)
# "Geneva/Juba - The clinic", of no day.
PLAIN_DATELINE = (
    r"^([A-Z][A-Za-z'-]+(?:(?: |/|, )[A-Z][A-Za-z'-]+){0,3} (?:~|--?) )"
    r"(?:[A-Z][a-z]|[A-Z]{2,}|[0-9])"
)
# "There were no (reports of casualties after a blast)": nobody tells of the blast.
NOBODY_REPORTS = r"(?i)(?-u:\b)(?:no|without|any)\s+(?:[a-z]+\s+)?$"
NO_CONTENT = (
    r"^ (?:from|in|on|about|by|to|and|or|have|has|had|were|was|are|is|at|with|for|could|cannot|"
    r"emerged|came|circulat[a-z]+)(?-u:\b)"
)
# "Reuters could not verify the army's claim": the army says so, Reuters does not.
CONFIRMED = r"(?i)confirm|verif|corroborat"
NOT_ABLE = (
    r"(?i)(?-u:\b)(?:not|n't|cannot|never|without|(?:unable|declined|refused|yet|failed) to)"
    r"(?: [a-z]+){0,3} $"
)
# "Nine were killed, the Daily Star reports": a verb.
NAMED_AT_END = r",\"? (?:the )?(?:[A-Z][A-Za-z'.-]*(?: of| for| the)* ){1,6}$"
# Whose claim it is: who echoes "a claim by residents that" says nothing.
OWNER_NAMED = (
    r"((?:(?:[Tt]he|[Aa]n?) (?:[\w-]+ ){0,3}|(?:[A-Z][\w-]+ ){0,3})[A-Za-z][\w-]*(?:'s|s') "
    r"(?:[a-z]+ )?)$"
)
NO_OWNER = (
    r"(?i)(?-u:\b)(?:an?|the|any|this|no|such|some) (?:(?:unconfirmed|similar|earlier|new|false|"
    r"repeated|official|unverified|local) )?()$"
)
# "Clashes between A and B reported since Monday": B reports nothing.
BETWEEN_THEM = r"(?i)(?-u:\b)between [^,;.]{1,60} and (?:the )?[A-Za-z'-]+(?: [A-Za-z'-]+)? $"
REPORTED = r"(?i)^reported$"
# "An attack claimed by X" was X's: that nine died in it, others say.
CLAIMED_BY = r"(?i)^claimed by$"
ATTACK_CLAIMED = (
    r"(?i)(?-u:\b)(?:attacks?|ambush(?:es)?|assaults?|raids?|bombings?|blasts?|explosions?|shootings?|"
    r"strikes?|operations?)(?: (?:that|which))?(?: (?:was|were))?(?: (?:later|also|since))? $"
)
# "Made confirmed advances": an adjective.
CONFIRMED_ALONE = r"(?i)^confirmed$"
MADE_BEFORE = r"(?i)(?-u:\b)(?:made|make|making|no|any|of|with|several|the|[0-9]+) $"
ADVANCES = (
    r"(?i)^ (?:advances|gains|cases|deaths|kills|casualties|dead|reports|attacks|strikes|progress|"
    r"incidents|territorial|victims|fatalities)(?-u:\b)"
)
# "Contrary to what the media had said": nobody says that here.
CONTRARY = r"(?i)(?-u:\b)(?:contrary to|unlike|despite|regardless of) what [^,;.]{0,60}$"
# "Claimed control of X", "raised the toll to nine": the deed and who says so in one.
CLAIMED = r"(?i)^(?:claim|(?:announc|confirm)(?:es|s|ed) the|rais(?:es|ed) the (?:death )?toll)"
# "Declared a state of emergency", "announced an offensive": a deed, of which nothing is said.
DECLARED = r"(?i)^(?:has |have |had )?(?:declar|announc|proclaim)"
STATE_DECLARED = (
    r"(?i)^ (?:every|each) |"
    r"(?i)^ (?:(?:an?|the|its|their|his|another|national|new|three|two) )*(?:[a-z-]+ )?(?:state of|"
    r"emergency|curfew|war|cease-?fire|truce|blockade|martial law|independence|offensive|"
    r"operation|siege|holiday|mourning|days? of)(?-u:\b)|"
    # "Declared a man a military target and shot him"
    r"(?i)^ [^,.;]{2,60}? (?:an? )?(?:military targets?|legitimate targets?|prisoners? of war|"
    r"traitors?|sp(?:y|ies)|outlaws?|persona non grata|enem(?:y|ies) of)(?-u:\b)"
)
# "Police responded hours later", "the army responded with artillery fire": they did not speak.
RESPONDED = r"(?i)^(?:has |have |had )?respond(?:ed|s)$"
RESPONDING = (
    r"(?i)^ (?:hours|minutes|quickly|later|immediately|swiftly|promptly|to (?:the |a )?(?:scene|"
    r"attack|calls?|site|fire|alarm|incident|blast|explosion)|"
    r"with (?:[a-z-]+ ){0,3}(?:fire|artillery|strikes|airstrikes|force|shelling|rockets|drones|"
    r"missiles|barrages?|gunfire|bullets)|"
    r"by (?:firing|shelling|bombing|launching|striking|opening|sending))(?-u:\b)"
)
RELATIVE_BEFORE = r"(?i), (?:which|who)(?: (?:had|has|have|later|also|earlier))? $"
# "A report from Goma says": written there, and no word of the town's.
REPORT_FROM = r"(?i)^an? (?:report|article|dispatch) (?:from|in)$"


def find_acts(sentences: pl.DataFrame, mentions: pl.DataFrame) -> pl.DataFrame:
    """One row per speech act with the phrase that may name its speaker.

    Out: act_id, article_id, sentence_id, sentence_no, part_no, act_start, act_end, stance, voice,
    form, np_start, np_end, head_end, in_quote, text, base. form is lead (the words said follow),
    tail (they stand before, or on both sides), quoted (before: 'Y quoted X as saying'), source
    (according to …) or cite (citing …). opens_clause: a clause of its own ('while X said');
    clause_end: where what it says ends with that clause ('while X said it held Y, rebels …').
    Offsets are the article's; np_start to head_end is the phrase without its apposition, up to
    np_end with it; null where no phrase can name a speaker.
    """
    led = mentions.filter(
        pl.col("text").str.contains(REPORT_FROM),
        (pl.col("kind").shift(-1) == "place")
        & (pl.col("sentence_id").shift(-1) == pl.col("sentence_id")),
    ).select("mention_id")
    holders = names_holder(mentions, sentences)["mention_id"]
    is_named = names_before_colon() | pl.col("mention_id").is_in(holders.implode())
    at_end = pl.col("mention_id").is_in(names_at_end(mentions, sentences)["mention_id"].implode())
    kinds = mentions.schema["kind"]
    triggers = pl.when(pl.col("kind") == "trigger").then("text")
    is_claimed = triggers.str.contains(CLAIMED).fill_null(False)
    spoken = mentions.with_columns(
        kind=pl.when(at_end)
        .then(pl.lit("according").cast(kinds))
        .when(is_claimed)
        .then(pl.lit("speech").cast(kinds))
        .otherwise("kind"),
        sense=pl.when(is_named | at_end)
        .then(pl.lit("assert"))
        .when(is_claimed)
        .then(pl.lit("claim"))
        .otherwise("sense"),
    )
    told = spoken.join(led, on="mention_id", how="anti", maintain_order="left").filter(
        pl.col("kind").is_in(["speech", "according"])
        | ((pl.col("kind") == "clause") & (pl.col("sense") == "assert"))
        | ((pl.col("kind") == "vague_source") & pl.col("sense").is_in(["reports", "none"]))
    ).rename({"text": "act_text"})  # fmt: skip
    ahead, behind = pl.col("folded").str.slice(0, pl.col("at")), pl.col("folded").str.slice("upto")
    is_verb = (
        (pl.col("act_text").str.to_lowercase() == "reports")
        & ahead.str.contains(NAMED_AT_END)
        & behind.str.contains(r"^[ .!\"]*$")
    )
    acts = (
        told.join(fold_sentences(sentences, told), on="sentence_id", maintain_order="left")
        .sort("article_id", "start")
        .with_columns(
            at=pl.col("start") - pl.col("base"),
            upto=pl.col("end") - pl.col("base"),
            same=(pl.col("sentence_id") == pl.col("sentence_id").shift(1)).fill_null(False),
        )
        .with_columns(
            kind=pl.when(is_verb)
            .then(pl.lit("speech").cast(mentions.schema["kind"]))
            .otherwise("kind")
        )
        .filter(
            ~ahead.str.contains(CONTRARY),
            ~(
                pl.col("act_text").str.contains(CONFIRMED_ALONE)
                & ahead.str.contains(MADE_BEFORE)
                & pl.col("folded").str.slice("upto").str.contains(ADVANCES)
            ),
            ~(pl.col("act_text").str.contains(CONFIRMED) & ahead.str.contains(NOT_ABLE)),
            ~(pl.col("act_text").str.contains(REPORTED) & ahead.str.contains(BETWEEN_THEM)),
            ~(pl.col("act_text").str.contains(CLAIMED_BY) & ahead.str.contains(ATTACK_CLAIMED)),
            ~(
                pl.col("act_text").str.contains(RESPONDED)
                & pl.col("folded").str.slice("upto").str.contains(RESPONDING)
            ),
            ~(
                pl.col("act_text").str.contains(DECLARED)
                & pl.col("folded").str.slice("upto").str.contains(STATE_DECLARED)
            ),
        )
    )
    spoken = bound_acts(acts.filter(pl.col("kind") != "vague_source"))
    behind = name_behind(spoken, mentions)
    named = name_ahead(behind, mentions)
    return pl.concat(
        [
            settle_form(named),
            bare_reports(acts, spoken),
            *acts_of_names(sentences, mentions),
        ]
    ).sort("article_id", "act_start", "act_end")


def bound_acts(spoken: pl.DataFrame) -> pl.DataFrame:
    """Add bound: where the words that may name an act's speaker begin, after the act before it.

    A medium between commas ('X, quoting Y, said', 'X was quoted by Y as saying') is stepped over,
    and so is what else the speaker says in a clause of its own ('X, which confirmed it, said').
    """
    folded = pl.col("folded")
    opening = pl.coalesce(folded.str.extract(DATELINE, 1), folded.str.extract(PLAIN_DATELINE, 1))
    opening = opening.str.len_chars().fill_null(0)
    first = pl.when(opening <= pl.col("at")).then(opening).otherwise(0).cast(pl.Int64)
    same = (pl.col("sentence_id") == pl.col("sentence_id").shift(1)).fill_null(False)
    between = pl.col("folded").str.slice(
        pl.col("upto").shift(1), (pl.col("at") - pl.col("upto").shift(1)).clip(0)
    )
    before = pl.col("act_text").shift(1).str.to_lowercase()
    is_aside = before.str.contains(r"^(?:quot|cit)(?:ing|ed by)")
    is_aside &= between.str.contains(r"^[^,]{2,80}, $")
    is_medium = before.str.contains(r"(?:quoted|cited) by$") & pl.col(
        "act_text"
    ).str.to_lowercase().str.starts_with("as saying")
    ahead = pl.col("folded").str.slice(0, pl.col("at").shift(1))
    is_relative = ahead.str.contains(RELATIVE_BEFORE) & between.str.contains(r"^[^,]{1,80}, $")
    steps_over = (same & (is_aside | is_medium | is_relative)).fill_null(False)
    reach = pl.when(same).then(pl.col("upto").shift(1)).otherwise(first)
    ahead_of_noun = pl.when(pl.col("act_text").str.contains(CLAIM_NOUN)).then(
        pl.col("folded").str.slice(0, pl.col("at"))
    )
    owner = pl.coalesce(
        ahead_of_noun.str.extract(OWNER_NAMED, 1),
        ahead_of_noun.str.extract(NO_OWNER, 1),
    )
    return spoken.with_columns(same=same, reach=reach, steps_over=steps_over).with_columns(
        bound=pl.when("steps_over")
        .then(pl.col("reach").shift(1))
        .otherwise(
            pl.max_horizontal(
                "reach", (pl.col("at") - owner.str.len_chars().cast(pl.Int64)).fill_null(0)
            )
        )
    )


def bare_reports(acts: pl.DataFrame, spoken: pl.DataFrame) -> pl.DataFrame:
    """Reports and rumours that say something without a verb: 'unconfirmed reports that …'."""
    taken = spoken.select(
        "sentence_id", verb_start=pl.col("start"), verb_end=pl.col("end")
    ).sort("verb_start")  # fmt: skip
    vague = (
        acts.filter(pl.col("kind") == "vague_source")
        .sort("start")
        .join_asof(
            taken, left_on="end", right_on="verb_start", by="sentence_id", strategy="forward",
            check_sortedness=False,
        )
        .join_asof(
            taken.select("sentence_id", before_end="verb_end"), left_on="start",
            right_on="before_end", by="sentence_id", strategy="backward", check_sortedness=False,
        )
        .filter(
            (
                (pl.col("verb_start").is_null() | (pl.col("verb_start") - pl.col("end") > 25))
                & (pl.col("before_end").is_null() | (pl.col("start") - pl.col("before_end") > 25))
                & pl.col("folded").str.slice("upto").str.contains(r"^ [A-Za-z]")
                & ~pl.col("folded").str.slice("upto").str.contains(NO_CONTENT)
                & ~pl.col("folded").str.slice(0, pl.col("at")).str.contains(NOBODY_REPORTS)
            )
            | (pl.col("sense") == "none")
        )
        .with_columns(joined=pl.lit(False))
    )  # fmt: skip
    at, upto = pl.col("at"), pl.col("upto")
    return shape(vague, pl.lit("lead"), at, upto, upto, is_same="joined").with_columns(
        stance=pl.lit("report")
    )

"""Verbs of harm, attack and capture that are not meant as such, as their objects show."""

from collections.abc import Mapping

import polars as pl

from pipelines.transforms.lexicons import Lexicons
from pipelines.transforms.text.assertion.no_attacks import no_attacks
from pipelines.transforms.text.grammar.signs import fill, sign_words

# "the editor's pride", "the farmers' hopes": what was hit is not the people themselves.
OWNING = r"^(?:'s|s?') (?:[a-z-]+ ){0,2}?([a-z-]+)|^(?:'S|S?') [A-Z]{2}"
# A single quote that closes a quotation is followed by its speaker, or by a sign.
QUOTED = r"^' (?:he|she|they|it|said|says|the|a|an|in|on|at|and|but|as|according)(?-u:\b)"
NEAR = r"^(?:'s?)?(?: [A-Za-z'-]+){0,2} $"
# The object of a verb stands right behind it: "killed two", "wounded the".
OBJECT = r"(?i)^ (?:[a-z0-9,'-]+ ){0,4}$"
ELSEWHERE = r"(?i) (?:in|at|near|by|on|of|from|with|outside|inside|during|after|when|and|as|to) "
WITH = r"(?i)^[^,;]{0,40} with (?:[a-z-]+ ){0,3}$"
# Without "on" or "at", people who are fired lose their jobs.
FIRED = r"(?i)^(?:fires?|fired|firing)$"
FLAG = r"(?i)(?-u:\b)(?:flag|banner)s?(?-u:\b)"
LOSSES = r"(?i)(?-u:\b)loss(?:es)?(?-u:\b)"
# "It is not known whether they suffered any casualties", "these casualties include".
UNKNOWN_LOSSES = (
    r"(?i)(?-u:\b)(?:whether|if|how many|no (?:word|information|details|figures?) (?:on|of|about)|"
    r"(?:figures?|lies|claims?) (?:on|of|about)|not known|unknown)(?-u:\b)[^.;]{0,70}$"
)
OF_BEFORE = r"(?i)(?-u:\b)(?:these|those|such) (?:[a-z]+ )?$"
# Who fights a war without being named as a party of it.
POWER = r"(?i)<power>(?: [a-z]+){0,2} $"
TERRITORY = ("territory_change", "territory_control")
# "took Georgia in the Senate race"; "tourists capture the sunset".
VOTED = r"(?i)^[^,;.]{0,20} in [^,;.]{0,30}<election>"
PICTURED = r"(?i)<picture>\s+$"
ILLS = ("disease", "disaster", "sport")
# Whom a firm or a party loses to another one.
CLIENTS = r"(?i)^(?:lost|loses?|losing) (?:[a-z0-9,-]+ ){0,3}<clients>"
# "This battle against drug trafficking" is fought with other means.
AGAINST_ILL = r"(?i)^ (?:[a-z]+ )?(?:against|on|with) (?:the )?(?:scourge of )?<ill>"
PRIZES = ("prize", "abstract")
THINGS = ("thing", "abstract", "building", "animal", "message", "money")
PEOPLE = ("people", "role")
BEHIND = len("'s old ")


def refuse_figurative(
    told: pl.DataFrame, sentences: pl.DataFrame, mentions: pl.DataFrame, lexicons: Lexicons
) -> pl.DataFrame:
    """Give claims whose verb is a figure of speech the reject_reason not_conflict.

    Harm to what people own and not to them; a place's name before a cup, a title or a vote; an
    attack with letters or questions, a fight against a disease, people fired from their jobs;
    losses of nobody who fights; plots that were foiled.
    """
    words = sign_words(lexicons)
    keyed = told.with_row_index("row")
    texts = sentences.select("sentence_id", base="start", sentence="text")
    near = (
        keyed.select(
            "row",
            "sentence_id",
            "claim_type",
            "rule_id",
            "anchor_start",
            "anchor_end",
            "evidence_start",
            "evidence_end",
        )
        .join(objects(mentions), on="sentence_id")
        .join(texts, on="sentence_id")
    )
    worded = keyed.join(texts, on="sentence_id", maintain_order="left")
    behind = plain(pl.col("sentence").str.slice(pl.col("anchor_end") - pl.col("base"), 60))
    against_ill = worded.filter(
        pl.col("claim_type").is_in(["attack", "contested"]),
        behind.str.contains(fill(AGAINST_ILL, words)),
    )["row"]
    lost, flown = idle_losses(worded, words), flags_of_nobody(worded, near)
    found = [
        taken_by_nobody(worded, words),
        lost,
        flown,
        against_ill,
        owned(near),
        named_after(near),
        things_killed(near),
        trophies(near),
        figures(near),
        plots_foiled(keyed, mentions),
        no_attacks(worded),
    ]
    is_figure = pl.col("row").is_in(pl.concat(found).unique().implode())
    return keyed.with_columns(
        reject_reason=pl.when(is_figure).then(pl.lit("not_conflict")).otherwise("reject_reason")
    ).select(told.columns)


def objects(mentions: pl.DataFrame) -> pl.DataFrame:
    """Mentions that may tell what a verb is done to: people, things, prizes, messages, ills.

    is_modifier: people right before a thing ("police files").
    """
    kind, sense = pl.col("kind"), pl.col("sense")
    is_thing = (kind == "unit") & sense.is_in(THINGS)
    is_object = (
        kind.is_in(PEOPLE)
        | ((kind == "pronoun") & (sense == "official"))
        | ((kind == "plan") & (pl.col("voice") == "noun"))
        | ((kind == "unit") & sense.is_in([*THINGS, "prize"]))
        | ((kind == "background") & sense.is_in(ILLS))
    )
    is_adjacent = (
        is_thing.shift(-1)
        & (pl.col("start").shift(-1) - pl.col("end") == 1)
        & (pl.col("sentence_id").shift(-1) == pl.col("sentence_id"))
    )
    return (
        mentions.select(
            "sentence_id", "kind", "sense", "voice", "start", "end",
            is_modifier=is_adjacent.fill_null(False) & kind.is_in(PEOPLE),
        )
        .filter(is_object)
        .drop("voice")
    )  # fmt: skip


def idle_losses(told: pl.DataFrame, words: Mapping[str, str]) -> pl.Series:
    """Rows of losses without a number that no party suffered or dealt, and of clients lost."""
    evidence = text_between("evidence_start", "evidence_end")
    is_of_nobody = pl.col("victim_actor_id").is_null() & pl.col("initiator_actor_id").is_null()
    is_unnumbered = pl.col("harm") == "casualties_unquantified"
    before = text_between("base", "anchor_start")
    is_power = before.str.contains(fill(POWER, words))
    is_asked = is_unnumbered & (
        before.str.contains(UNKNOWN_LOSSES) | before.str.contains(OF_BEFORE)
    )
    is_idle = is_unnumbered & is_of_nobody & ~is_power & evidence.str.contains(LOSSES)
    of_clients = (pl.col("rule_id") == "casualty_lost") & evidence.str.contains(
        fill(CLIENTS, words)
    )
    return told.filter(is_idle | of_clients | is_asked)["row"]


def flags_of_nobody(told: pl.DataFrame, near: pl.DataFrame) -> pl.Series:
    """Rows of ground taken by a flag alone, raised by no party and no people that are known."""
    people = near.filter(pl.col("kind").is_in(PEOPLE), pl.col("end") <= pl.col("anchor_start"))
    by_flag = told.filter(
        pl.col("claim_type") == "territory_change",
        pl.col("to_actor_id").is_null() & pl.col("from_actor_id").is_null(),
        text_between("anchor_start", "anchor_end").str.contains(FLAG),
    )
    return by_flag.join(people, on="row", how="anti")["row"]


def text_between(first: str, last: str) -> pl.Expr:
    """The sentence's text between two offsets of the article."""
    length = (pl.col(last).cast(pl.Int64) - pl.col(first).cast(pl.Int64)).clip(0)
    return plain(pl.col("sentence").str.slice(pl.col(first) - pl.col("base"), length))


def plain(text: pl.Expr) -> pl.Expr:
    """With straight apostrophes."""
    return text.str.replace_all("\u2019", "'", literal=True)


def owned(near: pl.DataFrame) -> pl.Series:
    """Rows of harm all of whose people behind the verb only own what was hit."""
    behind = near.filter(
        pl.col("claim_type") == "casualty",
        pl.col("kind").is_in([*PEOPLE, "pronoun"]),
        is_right_behind(),
    )
    after = plain(pl.col("sentence").str.slice(pl.col("end") - pl.col("base"), 40))
    is_owner = after.str.contains(OWNING) & ~after.str.contains(QUOTED)
    is_harmed = pl.col("end") <= pl.col("evidence_end")
    # "the editor's driver": people right behind the owner are who was harmed.
    is_behind = (pl.col("start") - pl.col("evidence_end")).is_between(0, BEHIND)
    return (
        behind.group_by("row")
        .agg(
            n_harmed=is_harmed.sum(),
            n_owners=(is_harmed & is_owner).sum(),
            n_behind=is_behind.sum(),
        )
        .filter(pl.col("n_harmed") > 0, pl.col("n_harmed") == pl.col("n_owners"))
        .filter(pl.col("n_behind") == 0)["row"]
    )


def is_right_behind() -> pl.Expr:
    """The mention is the object of the verb before it."""
    gap = text_between("anchor_end", "start")
    is_behind = pl.col("start") >= pl.col("anchor_end")
    return is_behind & gap.str.contains(OBJECT) & ~gap.str.contains(ELSEWHERE)


def named_after(near: pl.DataFrame) -> pl.Series:
    """Rows of harm whose people only tell the kind of a thing: "eleven police files"."""
    people = near.filter(
        pl.col("claim_type") == "casualty",
        pl.col("kind").is_in(PEOPLE),
        (pl.col("start") >= pl.col("evidence_start")) & (pl.col("end") <= pl.col("evidence_end")),
        ((pl.col("end") <= pl.col("anchor_start")) & (pl.col("rule_id") != "casualty_active"))
        | is_right_behind(),
    )
    return people.group_by("row").agg(pl.col("is_modifier").all()).filter("is_modifier")["row"]


def things_killed(near: pl.DataFrame) -> pl.Series:
    """Rows of people "killed" that are the killers of a snake, and of orders executed."""
    is_thing = (pl.col("kind") == "unit") & pl.col("sense").is_in(THINGS)
    of_thing = (pl.col("rule_id") == "casualty_reduced") & is_thing
    of_order = (pl.col("rule_id") == "casualty_active") & (pl.col("kind") == "plan")
    return near.filter(of_thing | of_order, is_right_behind())["row"]


def trophies(near: pl.DataFrame) -> pl.Series:
    """Rows of territory whose place only names a cup, a title, a vote."""
    prizes = near.filter(
        pl.col("claim_type").is_in(TERRITORY),
        pl.col("sense").is_in(PRIZES),
        pl.col("start") >= pl.col("anchor_end"),
    )
    is_inside = (pl.col("start") < pl.col("evidence_end")) & (pl.col("sense") == "prize")
    is_behind = pl.col("start") >= pl.col("evidence_end")
    is_named = is_behind & text_between("evidence_end", "start").str.contains(NEAR)
    return prizes.filter(is_inside | is_named)["row"]


def taken_by_nobody(worded: pl.DataFrame, words: Mapping[str, str]) -> pl.Series:
    """Rows of places that nobody armed took: in an election, or with a camera."""
    before = pl.col("sentence").str.slice(0, pl.col("anchor_start") - pl.col("base"))
    behind = pl.col("sentence").str.slice(pl.col("evidence_end") - pl.col("base"))
    is_taken = pl.col("claim_type").is_in(TERRITORY) & pl.col("to_actor_id").is_null()
    is_other = behind.str.contains(fill(VOTED, words)) | before.str.contains(fill(PICTURED, words))
    return worded.filter(is_taken & is_other)["row"]


def plots_foiled(told: pl.DataFrame, mentions: pl.DataFrame) -> pl.Series:
    """Rows of attacks repelled that were no more than plans: "foiled a plot to bomb"."""
    plans = mentions.filter(pl.col("kind") == "plan").select("sentence_id", plan_start="start")
    repelled = told.filter(pl.col("rule_id") == "territory_repel").join(plans, on="sentence_id")
    behind = pl.col("plan_start") - pl.col("anchor_end")
    return repelled.filter(behind.is_between(0, len(" an alleged ")))["row"].unique()


def figures(near: pl.DataFrame) -> pl.Series:
    """Rows of attack that is done with messages, or on a disease, or by an employer."""
    attacks = near.filter(
        pl.col("claim_type").is_in(["attack", "contested"]),
        pl.col("start") >= pl.col("anchor_end"),
    )
    gap = text_between("anchor_end", "start")
    by_message = (pl.col("sense") == "message") & gap.str.contains(WITH)
    on_ill = pl.col("sense").is_in(ILLS) & gap.str.contains(NEAR)
    is_bare = text_between("anchor_start", "anchor_end").str.contains(FIRED)
    of_staff = is_bare & pl.col("kind").is_in(PEOPLE) & is_right_behind()
    return attacks.filter(by_message | on_ill | of_staff)["row"]

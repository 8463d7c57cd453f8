"""Sources that an anchor's sentence does not name: hearsay, those that go on, authors of posts."""

import polars as pl

from pipelines.transforms.text.sources.antecedents import SPEAKER
from pipelines.transforms.text.sources.speaker_keys import slug

SOURCE = ["anchor_id", "tier", "level", "order", "act_id", "basis", *SPEAKER]
# From the innermost source outwards, as text nests them: X said, citing Y, according to Z.
NESTING = {"cite": 1, "lead": 2, "quoted": 2, "tail": 3, "source": 4, "embed": 20}
EMBED_AUTHOR = r"(?:^|\s)(?:—|–|-|--) ?(\p{Lu}[^()@—]{2,50}) \(@[A-Za-z0-9_]+\)"
SIGNED_ALONE = r"^.{0,25}(?:—|–|-) ?\p{Lu}"
HEDGE_TIER, ONGOING_TIER, STANDING_TIER, EMBED_TIER = 1, 2, 3, 4
# Sentences of one paragraph over which a source goes on without being named again.
GOES_ON = 2
# Sentences of a list behind the words that open it ('The ministry reported:').
LIST_REACH = 12
# Sentences over which a statement on several events does.
SEVERAL_GO_ON = 6
GOING_ON_STANCES = ["assert", "claim", "report", "confirm", "post", "cite"]
# Who "did not comment" ends what another says; "it did not say who" is said of the same.
SILENT = (
    r"(?i)^(?:[^,;:]{1,80}|[^,;:]{1,80}, [^,;:]{1,80},) "
    r"(?:did|does|do|has|have|had|could|was|were|is|are)(?: not|n't)(?: \w+ly| yet)? "
    r"(?:be (?:reached|contacted)|comment|respond|repl(?:y|ied)|say|said|"
    r"available|reachable|given?|provided?|elaborate|release)"
)
SAME = r"(?i)^(?:he|she|it|they|who)(?-u:\b)"
# What a sentence recalls is the article's own word: "Last month the rebels killed ten there."
RECALLS = (
    r"(?i)^(?:last (?:week|month|year)|(?:earlier|late) (?:this|last|in) |earlier,|"
    r"(?:in|since) (?:early |late |mid-)?(?:january|february|march|april|may|june|july|august|"
    r"september|october|november|december|(?:19|20)\d\d)|(?:a|an|one|two|three|four|five|six|several|"
    r"\d+) (?:days|weeks?|months?|years?) (?:ago|earlier|before)|(?:this|that) is (?:not )?the )"
)
# So is what it dates by a year: "The army retook the town from the rebels in March 2025."
OF_YEAR = (
    r"(?i)(?-u:\b)(?:in|since|until|by|from|of|the) (?:(?:early|late|mid)[ -])?(?:(?:january|"
    r"february|march|april|may|june|july|august|september|october|november|december) )?"
    r"(?:19|20)\d\d(?-u:\b)|"
    r"(?-u:\b)[a-z]{3,9}\.? [0-9]{1,2}, (?:19|20)\d\d(?-u:\b)"
)
# A statement on several events tells all of them, "in another encounter" as well.
ON_SEVERAL = (
    r"(?i)(?-u:\b)(?:separate|different|various|several|multiple|two|three|four|five|six|seven|"
    r"eight|nine|ten|[0-9]+) (?:[a-z-]+ ){0,2}(?:incidents|encounters|operations|clashes|attacks|"
    r"engagements|actions|raids|strikes|ambushes)(?-u:\b)|"
    r"(?-u:\b)(?:operations|attacks|clashes|raids|incidents|strikes) (?:across|in|on) (?:two|three|"
    r"four|five|six|several|various|[0-9]+) (?:[a-z-]+ )?(?:states|provinces|districts|towns|"
    r"villages|regions|areas|counties)(?-u:\b)"
)
# Who claims a deed says no more than that.
CLAIMING = r"(?i)responsibility|credit"
# "X claimed 14 attacks in May, killing nine": no word on what else befell.
ATTACKS_CLAIMED = (
    r"(?i)(?-u:\b)claim(?:s|ed|ing)? (?:(?:about|some|over|at least|more than|another|a further) )?"
    r"(?:[0-9]+|[a-z]+) (?:[a-z-]+ ){0,2}(?:attacks?|operations?|raids?|ambush(?:es)?|bombings?|"
    r"blasts?|killings?|strikes?)(?-u:\b)"
)
# "The army retook X on 27 March", behind what somebody said of 22 March: another item.
DATED = (
    r"(?i)(?-u:\b)((?:[12][0-9]|3[01]|[1-9]) (?:january|february|march|april|may|june|july|august|"
    r"september|october|november|december)|(?:january|february|march|april|may|june|july|august|"
    r"september|october|november|december) (?:[12][0-9]|3[01]|[1-9]))(?-u:\b)"
)
HEARSAY = r"(?i)report|alleg|rumou?r|said to|purport|supposed"


def hedge_sources(placed: pl.DataFrame, mentions: pl.DataFrame) -> pl.DataFrame:
    """Hearsay without a source: 'reportedly' and its like before the anchor or beside it."""
    hedges = (
        mentions.filter(pl.col("kind") == "hedge")
        .filter(pl.col("text").str.contains(HEARSAY))
        .select("sentence_id", "mention_id", at="start", upto="end")
    )
    gap = pl.col("at") - pl.col("anchor_end")
    return (
        placed.join(hedges, on="sentence_id")
        .filter((pl.col("upto") <= pl.col("anchor_start")) | gap.is_between(0, 25))
        .select(
            "anchor_id", tier=pl.lit(HEDGE_TIER, pl.Int32), level=pl.lit(0, pl.Int32),
            order=gap.abs().cast(pl.Int32), act_id="mention_id", basis=pl.lit("hedge"),
            claimant_id=pl.lit("vague:reports"), claimant_name=pl.lit("reports"),
            claimant_type=pl.lit("vague"), claimant_actor_id=pl.lit(None, pl.String),
        )
        .select(SOURCE)
    )  # fmt: skip


def backward_sources(placed: pl.DataFrame, acts: pl.DataFrame) -> pl.DataFrame:
    """Sources that the sentence after the anchor's gives its figure: 'The toll was given by X.'"""
    given = acts.filter(pl.col("is_backward") & pl.col("claimant_id").is_not_null()).select(
        "article_id", "act_id", "act_start", *SPEAKER, sentence_no=pl.col("sentence_no") - 1,
    )  # fmt: skip
    return (
        placed.filter(pl.col("quote_no").is_null() & ~pl.col("is_title"))
        .join(given, on=["article_id", "sentence_no"])
        .select(
            "anchor_id", "act_id", *SPEAKER, tier=pl.lit(HEDGE_TIER, pl.Int32),
            level=pl.lit(-1, pl.Int32), order=pl.col("act_start"), basis=pl.lit("continued"),
        )
        .select(SOURCE)
    )  # fmt: skip


def ongoing_sources(
    placed: pl.DataFrame, acts: pl.DataFrame, sentences: pl.DataFrame, turning: pl.DataFrame
) -> pl.DataFrame:
    """Sources of the sentences just before the anchor's in its paragraph, up to where another is
    said to be silent, is quoted, or the text turns to another event (turning: sentence_id); none
    for a sentence that recalls what was long before."""
    text = pl.col("text")
    several = (
        sentences.join(acts.select("sentence_id"), on="sentence_id", how="semi")
        .filter(text.str.contains(ON_SEVERAL))
        .select("article_id", "sentence_id", reach=pl.lit(SEVERAL_GO_ON))
    )
    turns = turning.join(
        sentences.join(several, on="article_id", how="semi").select("sentence_id"),
        on="sentence_id",
        how="anti",
    )
    recalling = (
        sentences.join(placed.select("sentence_id").unique(), on="sentence_id", how="semi")
        .filter(text.str.contains(RECALLS) | text.str.contains(OF_YEAR))
        .select("sentence_id")
    )
    days = sentences.select("sentence_id", day=text.str.extract(DATED, 1).str.to_lowercase())
    takers = (
        placed.join(recalling, on="sentence_id", how="anti", maintain_order="left")
        .with_columns(pl.col("sentence_no").alias("at_no"))
        .sort("at_no")
        .join_asof(
            ends_of_hold(sentences, acts, turns), left_on="at_no", right_on="silent_no",
            by="article_id", strategy="backward", check_sortedness=False,
        )
        .drop("at_no")
        .join(days, on="sentence_id", how="left", maintain_order="left")
    )  # fmt: skip
    fit = acts_that_go_on(acts, sentences, several).join(
        days.rename({"day": "given_day"}), on="sentence_id", how="left", maintain_order="left"
    )
    back = pl.col("sentence_no") - pl.col("giver_no")
    near = takers.filter(~pl.col("is_title")).join(
        fit.drop("sentence_id"), on=["article_id", "part_no"]
    ).filter(
        back.is_between(1, pl.col("reach")),
        (pl.col("day") == pl.col("given_day")).fill_null(True) | (pl.col("reach") > GOES_ON),
        ~(pl.col("silent_no") > pl.col("giver_no")).fill_null(False),
    )  # fmt: skip
    nearest = near.filter(pl.col("giver_no") == pl.col("giver_no").max().over("anchor_id"))
    return nearest.select(
        "anchor_id", "act_id", *SPEAKER, tier=pl.lit(ONGOING_TIER, pl.Int32),
        level=pl.col("form").replace_strict(NESTING, return_dtype=pl.Int32),
        order=-pl.col("act_start"), basis=pl.lit("continued"),
    ).select(SOURCE)  # fmt: skip


def acts_that_go_on(
    acts: pl.DataFrame, sentences: pl.DataFrame, several: pl.DataFrame
) -> pl.DataFrame:
    """Acts whose source may go on in the next sentences: sentence_id, giver_no, reach (for how
    many) and what names it.

    several: the sentences of article_id that head what goes on for longer, with reach.
    """
    claiming = sentences.filter(pl.col("text").str.contains(ATTACKS_CLAIMED)).select("sentence_id")
    return (
        acts.join(
            several.drop("article_id"), on="sentence_id", how="left", maintain_order="left"
        )
        .join(claiming, on="sentence_id", how="anti", maintain_order="left")
        .filter(
            ~is_quoting() & pl.col("stance").is_in(GOING_ON_STANCES)
            & ~pl.col("word").str.contains(CLAIMING)
            & ~pl.col("claimant_type").is_in(["vague", "sources"])
            & ~pl.col("is_inner")
            & pl.col("claimant_id").is_not_null()
        )
        .select(
            "article_id", "sentence_id", "part_no", "form", "act_id", "act_start", *SPEAKER,
            pl.col("reach").fill_null(GOES_ON), giver_no="sentence_no",
        )
    )  # fmt: skip


def ends_of_hold(sentences: pl.DataFrame, acts: pl.DataFrame, turns: pl.DataFrame) -> pl.DataFrame:
    """Sentences at which a source stops going on: somebody is silent or quoted, or the text turns
    to another event (turns: sentence_id). article_id, silent_no, sorted."""
    text = pl.col("text")
    silent = (
        sentences.filter(text.str.contains_any([" not ", "n't ", "n\u2019t "]))
        .filter(text.str.contains(SILENT), ~text.str.contains(SAME))
        .select("sentence_id")
    )
    quoting = acts.filter(is_quoting()).select("sentence_id")
    ends = pl.concat([silent, turns, quoting]).unique()
    return (
        sentences.join(ends, on="sentence_id", how="semi")
        .select("article_id", silent_no="sentence_no")
        .sort("silent_no")
    )


def is_quoting() -> pl.Expr:
    """Acts that only close a quotation: behind it the reporter speaks again."""
    return (pl.col("form") == "tail") & pl.col("quote_no").is_not_null()


def standing_sources(placed: pl.DataFrame, acts: pl.DataFrame) -> pl.DataFrame:
    """Sources named once: for all that follows ('this account was given by X'), or for the list
    that their words open ('The ministry reported:') until somebody else is heard."""
    outer = acts.filter(~pl.col("is_inner")).with_columns(
        opens_list=pl.col("ends_open") & pl.col("form").is_in(["lead", "source"])
    )
    columns = ["act_id", "act_start", "is_standing", "opens_list", "form", *SPEAKER]
    free = placed.filter(pl.col("quote_no").is_null() & ~pl.col("is_title"))
    given = outer.select("article_id", *columns, giver_no="sentence_no")
    standing = given.filter(pl.col("is_standing") & pl.col("claimant_id").is_not_null())
    whole = free.join(standing, on="article_id").filter(pl.col("sentence_no") > pl.col("giver_no"))
    before = given.filter(pl.col("claimant_id").is_not_null()).sort("giver_no", "act_start")
    last = before.unique(["article_id", "giver_no"], keep="last", maintain_order=True)
    listed = (
        free.sort("sentence_no")
        .join_asof(
            last.with_columns(at_no="giver_no"), left_on="sentence_no", right_on="at_no",
            by="article_id", strategy="backward", allow_exact_matches=False,
            check_sortedness=False,
        )
        .filter(
            pl.col("opens_list").fill_null(False)
            & (pl.col("sentence_no") - pl.col("giver_no") <= LIST_REACH)
        )
    )  # fmt: skip
    return pl.concat([listed.select(whole.columns), whole]).select(
        "anchor_id", "act_id", *SPEAKER, tier=pl.lit(STANDING_TIER, pl.Int32),
        level=pl.lit(0, pl.Int32),
        order=-pl.col("act_start"), basis=pl.lit("continued"),
    ).select(SOURCE)  # fmt: skip


def embed_sources(placed: pl.DataFrame, sentences: pl.DataFrame) -> pl.DataFrame:
    """Authors of embedded posts, '— Name (@handle) date', for the paragraph they close."""
    ordered = sentences.sort("article_id", "sentence_no")
    signed = (
        ordered.with_columns(
            name=pl.col("text").str.extract(EMBED_AUTHOR, 1).str.strip_chars(" "),
            before=pl.col("part_no").shift(1).over("article_id"),
        )
        .filter(pl.col("name").is_not_null())
        .select(
            "article_id",
            "name",
            act_id=pl.lit(None, pl.Int64),
            signed_no="sentence_no",
            part_no=pl.when(pl.col("text").str.contains(SIGNED_ALONE))
            .then("before")
            .otherwise("part_no"),
        )
    )
    return (
        placed.join(signed, on=["article_id", "part_no"])
        .filter(pl.col("sentence_no") <= pl.col("signed_no"))
        .select(
            "anchor_id", "act_id", tier=pl.lit(EMBED_TIER, pl.Int32),
            level=pl.lit(NESTING["embed"], pl.Int32),
            order=pl.col("signed_no"), basis=pl.lit("quote"),
            claimant_id=pl.lit("person:") + slug(pl.col("name")), claimant_name="name",
            claimant_type=pl.lit("person"), claimant_actor_id=pl.lit(None, pl.String),
        )
        .select(SOURCE)
    )  # fmt: skip

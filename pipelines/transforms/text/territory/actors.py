"""Who can take and lose places in a sentence: named actors, people of theirs, and pronouns."""

from collections.abc import Iterator

import polars as pl

from pipelines.transforms.lexicons import Lexicons
from pipelines.transforms.text.grammar.attachment import with_lead
from pipelines.transforms.text.grammar.calendar_words import MONTH
from pipelines.transforms.text.grammar.latin import LATIN
from pipelines.transforms.text.grammar.signs import fill, sign_words
from pipelines.transforms.text.parties.actors import UNARMED
from pipelines.transforms.text.parties.joined_people import merge_people
from pipelines.transforms.text.parties.passing_words import (
    BESIDE_THEM,
    ENCLOSED_AFTER,
    JOINED_BEHIND,
    OFFICE_SAYS,
    PURSUED_BEFORE,
)
from pipelines.transforms.text.places.datelines import DATELINE
from pipelines.transforms.text.runs import beside
from pipelines.transforms.text.territory.candidates import candidate_mentions
from pipelines.transforms.text.territory.leavers import LEAVING_BEHIND
from pipelines.transforms.text.territory.peoples import name_peoples

# Who lives by crime leaves a city and enters it without holding it.
CRIMINALS = r"(?i)(?:traffickers?|smugglers?|kidnappers?|gangsters?|gang members?|killers?)$"
# "Ukraine's 3rd Assault Brigade": the unit acts for its country.
UNIT_AFTER = (
    r"^['\x{2019}]s?\s+(?:\d+\w*\s+)?(?:[A-Z][\w-]*\s+){0,4}(?:Brigade|Division|Battalion|Regiment|"
    r"Corps|Brigades|Marines)(?-u:\b)"
)
# "A base of X", "two positions held by X", and no hill near one
POST_OF = (
    r"(?-u:\b)(?:bases?|camps?|positions?|posts?|outposts?|strongholds?|checkpoints?|garrisons?|"
    r"headquarters|barracks|bunkers?|trench(?:es)?|pockets?|enclaves?|bastions?) "
    r"(?:of|held by|manned by) "
    r"(?:(?:the|an?) )?(?:[\w-]+ )?$"
)
BESIDE_POST = (
    rf"(?i)(?-u:\b)(?:near|from|at|outside|around|beside|behind|towards?|to|of|off) "
    rf"(?:(?:the|an?|two|three|several|[0-9]+) )?(?:[\w-]+ )?{POST_OF}"
)
# "A, the X stronghold", "A, X's last bastion": whose it was stands behind the comma.
BASTION_BEFORE = (
    r"(?i),\s+(?:(?:the|an?|one of the|once|long|last|main|key|former|major|traditional|"
    r"remaining)\s+)*$"
)
BASTION_AFTER = (
    r"(?i)^(?:['\x{2019}]s?)?\s+(?:[a-z-]+\s+){0,3}?(?:strongholds?|bastions?|redoubts?|holdouts?|"
    r"enclaves?|pockets?|headquarters|base|bases|barracks|garrison)(?-u:\b)"
)
# "In May, X seized a base": nobody's bastion.
OTHER_BASE = (
    r"(?i)^(?:['\x{2019}]s?)?\s+(?:[a-z-]+\s+){0,2}?(?:an?|the|its|their|some|several|two|three|"
    r"another)\s"
)
# "Fighting near the army headquarters": whose post it is says nothing of who fights there.
POST_BEFORE = (
    r"(?i)(?-u:\b)(?:near|close to|outside|around|in front of|beside|behind)\s+(?:the\s+)?$"
)
# "The army, backed by X fighters, took A": the aside closes before the verb.
ASIDE_CLOSES = r"^[^,.;]{0,40}, ?"
# "Burundian soldiers fighting alongside the army left A": they did.
HELPED = (
    r"(?i)(?-u:\b)(?:soldiers|troops|forces|fighters|militias?|militiam[ae]n|gunmen|rebels|units|"
    r"mercenaries|paramilitar(?:y|ies)|groups?) (?:fighting (?:alongside|with|beside|for)|"
    r"(?:allied|aligned) (?:with|to)) (?:the )?(?:[A-Z][\w-]+ )?$"
)
# A country acts through its forces where no other word follows: "Ukraine retook", "from Russia".
COUNTRY_LEADS = ("none", "from", "to", "by")
# "Myanmar: rebels take a town" only tells where.
COUNTRY_ONLY = r"^(?:[\s,.;'\x{2019}]|$)"
LISTED_BEHIND = r"(?i)^, (?:(?:local|allied|clan|tribal|pro-government|loyal) )*$"
# "GOMA, DR Congo - " tells where the reporter is.
TOWN_BEFORE = rf"^\W*[A-Z][{LATIN}'\x{{2019}} -]{{2,30}},\s$"
# "Rebels attacked Gao, Mali, and took the town": where it lies.
NAME_BEFORE, NAME_CLOSES = (
    r"\p{Lu}[\p{L}'\x{2019}-]+,\s$",
    r"(?i)^,\s(?:(?:on|in|at|late|early) [^,;]{2,30}? )?(?:and|then|but|before|after|where|"
    r"[a-z]+ing)(?-u:\b)",
)
DAY_BEFORE = rf"(?i)(?:[a-z]+day|(?-u:\b){MONTH}),\s$"
# "its troops" are whose the sentence told before, not those of the article's country.
OWN_BEFORE = (
    r"(?i)(?-u:\b)(?:its|their|(?:the|this) (?:[a-z]+ )?group['\x{2019}]s)\s+(?:[a-z-]+\s+)?$"
)
OWN_FORCES = r"^<forces>$"
OWN_WORDS = r"(?i)^(?:its|their) "
# "killed at least 12 Iraqi soldiers"
AMOUNT = (
    r"(?:(?:at least|more than|about|some|around|nearly|over|up to|several|dozens of|many|"
    r"hundreds of)\s+)?"
    r"(?:(?:\d[\d,.]*|one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve)\s+)?"
)
# Whoever stands right after such a verb is its object, and does not act in "... and took A".
OBJECT_OF = (
    r"(?i)(?-u:\b)(?:attacked|attacks|fought|battled|defeated|defeats|routed|ambushed|engaged|struck|"
    r"hit|shelled|bombed|overpowered|outflanked|surprised|disarmed|confronted|overwhelmed|against|"
    r"killed|captured|dislodg(?:ed|es|ing)|expel(?:led|s|ling)|oust(?:ed|s|ing)|evict(?:ed|s|ing)|"
    r"freed|frees|released|wounded|injured|executed|abducted|kidnapped|arrested|rescued|evacuated|"
    r"drove|driv(?:es|ing)|chas(?:ed|es|ing)|push(?:ed|es|ing)|flush(?:ed|es|ing)|besieged|"
    r"surrounded|encircled|trapped|cornered)"
    rf"\s+(?:the\s+|rival\s+|remaining\s+)?(?:{AMOUNT})?(?:[A-Z][\w-]+\s+)?$"
)
# "Invaded Lebanon and took Tyre": the country entered takes nothing.
ENTERED = (
    r"(?i)(?-u:\b)(?:invad(?:ed|es|ing)|enter(?:ed|s|ing)|(?:in|on)to|cross(?:ed|es|ing)|reach(?:ed|es|"
    r"ing)|penetrat(?:ed|es|ing)|infiltrat(?:ed|es|ing)|left|quit|attacking|bombing|shelling|raided|"
    r"across|inside|through)\s+(?:the\s+)?$"
)
# Whoever is told to flee, or to fight.
FLEEING = (
    r"(?i)^\s+(?:(?:had|have|has|were|was|are|is|reportedly|then|later|also)\s+){0,2}"
    r"(?:fled|flee(?:s|ing)?|retreat(?:ed|s|ing)?|withdr[ae]w(?:s|n|ing)?|pull(?:ed|s|ing)? "
    r"(?:back|out)|surrender(?:ed|s|ing)?|abandon(?:ed|s|ing)?|left|gave up|collapsed|deserted|"
    r"ran (?:out|away)|laid down|evacuated|dropped|melted away|routed|overwhelmed|outnumbered|"
    r"driven (?:out|back)|pushed (?:out|back)|forced (?:out|back|to))(?-u:\b)"
)
# "A, which X had held"
HOLDING_BEFORE = r"(?-u:\b)(?:which|that)\s+(?:the\s+)?(?:[A-Z][\w-]+\s+)?$"
HOLDING_AFTER = r"^\s+(?:(?:have|has|had)\s+)?(?:held|controlled|occupied|defended|ruled)(?-u:\b)"
# "X did not comment": nothing tells that it was there.
SILENT = (
    r"(?i)^(?: (?:fighters|rebels|group|spokes[a-z]+|officials|leaders|itself))*,? "
    r"(?:(?:did|does|do|has|have|had|was|were|could|is|are)(?: not|n't)"
    r"(?: [a-z]+ly| yet| be(?:en)?)* "
    r"(?:comment|respond|repl|react|claim|issue|answer|available|reach)|"
    r"(?:has |have |had )?(?:declined|refused) to (?:comment|speak|respond)|made no comment|"
    r"(?:was|were) (?:unavailable|silent))"
)
AFTER_SOME_TIME = r"(?i)(?-u:\b)(?:hours|days?|weeks?|months?|years?) (?:after|before) $"
FIGHTING = r"(?i)(?-u:\b)(?:between\s+(?:[^,;.]{1,60}\s+and\s+)?|against\s+)(?:the\s+)?$"


def read_actors(sentences: pl.DataFrame, context: pl.DataFrame, lexicons: Lexicons) -> pl.DataFrame:
    """Candidates for taker and loser, one row each in the order of the text.

    context: mentions as with_context gives them.

    Out: actor_no (id of the candidate), article_id, sentence_id, sentence_no, start, end, lead,
    n_triggers, kind (actor, people, pronoun), actor_id (null where not known yet), side_id,
    is_armed, is_speaker (a role follows: "Taliban spokesman"), is_losing (it flees or is fought),
    is_silent (it only did not comment), is_second (another is named before it as one with it),
    is_of_office (its owner is the office that speaks). "Taliban fighters" and "fighters of the
    Taliban" are one candidate.
    """
    merged = merge_people(name_peoples(candidate_mentions(sentences, context, lexicons), lexicons))
    start, end, base = (pl.col(name) for name in ("start", "end", "base"))
    gap_start = pl.coalesce("content_end", "base")
    gap = pl.col("sentence").str.slice(gap_start - base, (start - gap_start).clip(0))
    ahead = pl.col("sentence").str.slice(0, start - base)
    behind = pl.col("sentence").str.slice(end - base)
    is_own = pl.col("text").str.contains(fill(OWN_FORCES, sign_words(lexicons)))
    actors = lexicons.actors.select("actor_id", "side_id", "actor_type")
    return (
        with_lead(merged, gap)
        .lazy()
        .filter(*may_act(ahead, behind))
        .with_columns(is_own=is_own & ahead.str.contains(OWN_BEFORE))
        .with_columns(
            kind=pl.when("is_own").then(pl.lit("pronoun")).otherwise("kind"),
            actor_id=pl.when(~pl.col("is_own")).then("actor_id"),
            is_speaker=(pl.col("is_speaker") | pl.col("takes_no_part"))
            & ~is_post_owner(ahead, behind),
            is_losing=is_losing(ahead, behind),
            is_silent=behind.str.contains(SILENT),
            is_of_office=pl.when(pl.col("is_own") | pl.col("text").str.contains(OWN_WORDS))
            .then(ahead)
            .str.contains(OFFICE_SAYS)
            .fill_null(False),
            is_second=is_second(),
            # "A week after it had retaken A": who the sentence opens with.
            is_of_opening=ahead.str.contains(AFTER_SOME_TIME),
            # "The army, the rebels said, took A", "not the army": who stands so takes nothing.
            lead=pl.when("takes_no_part")
            .then(pl.lit("said"))
            .otherwise(lead_of_party(ahead, behind)),
        )
        .join(actors.lazy(), on="actor_id", how="left", maintain_order="left")
        .with_columns(is_losing=flees_with_others(), is_armed=bears_arms())
        .select(
            "article_id", "sentence_id", "sentence_no", "start", "end", "lead", "n_triggers",
            "kind", "is_armed", "is_speaker", "is_losing", "is_silent", "is_second", "is_of_office",
            "is_of_opening",
            "actor_type",
            word=pl.col("text").str.to_lowercase(),
            actor_no="mention_id",
            actor_id=pl.when("is_armed").then("actor_id"),
            side_id=pl.when("is_armed").then("side_id"),
        )
        .collect(engine="in-memory")
    )  # fmt: skip


def may_act(ahead: pl.Expr, behind: pl.Expr) -> Iterator[pl.Expr]:
    """What holds of those who may act: they are told in no aside, and a country stands where its
    forces are meant. ahead, behind: the sentence before and after them."""
    yield ~(ahead.str.contains(BESIDE_THEM) & behind.str.contains(ASIDE_CLOSES))
    yield ~ahead.str.contains(HELPED)
    yield ~(ahead.str.contains(PURSUED_BEFORE) & behind.str.contains(ENCLOSED_AFTER))
    is_dateline = ahead.str.contains(TOWN_BEFORE) & behind.str.contains(DATELINE)
    is_where = (
        ahead.str.contains(NAME_BEFORE)
        & ~ahead.str.contains(DAY_BEFORE)
        & behind.str.contains(NAME_CLOSES)
    )
    yield (pl.col("kind") != "country") | (
        pl.col("lead").is_in(COUNTRY_LEADS)
        & ~is_dateline
        & ~is_where
        & behind.str.slice(0, 2).str.contains(COUNTRY_ONLY)
    )


def bears_arms() -> pl.Expr:
    """True for candidates who may hold ground: nobody unarmed, and no criminals."""
    is_unarmed = pl.col("actor_type").is_in(UNARMED).fill_null(False)
    is_people = pl.col("kind") == "people"
    return ~is_unarmed & ~(is_people & pl.col("text").str.contains(CRIMINALS))


def is_losing(ahead: pl.Expr, behind: pl.Expr) -> pl.Expr:
    """Whether a candidate flees, is fought, or had held the place."""
    had_held = ahead.str.contains(HOLDING_BEFORE) & behind.str.contains(HOLDING_AFTER)
    is_fought = ahead.str.contains(FIGHTING) | ahead.str.contains(OBJECT_OF)
    return behind.str.contains(FLEEING) | is_fought | had_held


def is_second() -> pl.Expr:
    """Whether 'and' joins a candidate to the one before it."""
    end_before = beside(pl.col("end"), pl.col("sentence_id"), 1)
    gap = pl.col("sentence").str.slice(
        end_before - pl.col("base"), (pl.col("start") - end_before).clip(0)
    )
    second = gap.str.contains(JOINED_BEHIND).fill_null(False)
    # "Army, local militia retake A"
    opens = beside(pl.col("start") == pl.col("base"), pl.col("sentence_id"), 1)
    second |= (opens & gap.str.contains(LISTED_BEHIND)).fill_null(False)
    # "The army and allied herdsmen's militias"
    is_theirs = gap.str.contains(r"^['\x{2019}][sS]? $").fill_null(False)
    return second | (is_theirs & beside(second, pl.col("sentence_id"), 1).fill_null(False))


def flees_with_others() -> pl.Expr:
    """is_losing, of several joined by 'and' that of the first alone."""
    run = pl.col("sentence_id")
    is_with = beside(pl.col("is_second"), run, -1) & beside(pl.col("is_losing"), run, -1)
    return (pl.col("is_losing") | is_with.fill_null(False)) & ~pl.col("is_second")


def is_post_owner(ahead: pl.Expr, behind: pl.Expr) -> pl.Expr:
    """Whether a candidate is named as whose post something is near."""
    return ahead.str.contains(POST_BEFORE) & behind.str.contains(BASTION_AFTER)


def lead_of_party(ahead: pl.Expr, behind: pl.Expr) -> pl.Expr:
    """What leads to a candidate: bastion, post, owner or object where it stands for that, else the
    word before it."""
    is_bastion = (
        ahead.str.contains(BASTION_BEFORE)
        & behind.str.contains(BASTION_AFTER)
        & ~behind.str.contains(OTHER_BASE)
    )
    is_owner = (
        (pl.col("kind") == "country")
        & behind.str.contains(r"^['\x{2019}]")
        & ~behind.str.contains(UNIT_AFTER)
    )
    is_post = ahead.str.contains(f"(?i){POST_OF}") & ~ahead.str.contains(BESIDE_POST)
    is_entered = (pl.col("kind") == "country") & ahead.str.contains(ENTERED)
    is_object, leaves = ahead.str.contains(OBJECT_OF), behind.str.contains(LEAVING_BEHIND)
    return (
        pl.when(is_bastion)
        .then(pl.lit("bastion"))
        .when((pl.col("kind") == "place_noun") | is_post)
        .then(pl.lit("post"))
        .when(is_post_owner(ahead, behind) | is_owner)
        .then(pl.lit("owner"))
        .when((pl.col("lead") == "none") & ((is_object & ~leaves) | is_entered))
        .then(pl.lit("object"))
        .otherwise("lead")
    )

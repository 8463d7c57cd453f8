"""Nationals and believers who were harmed as people without arms: "kidnapped two Mexicans"."""

import polars as pl

from pipelines.transforms.lexicons import Lexicons
from pipelines.transforms.text.parties.civil_members import CIVILIANS

# Soldiers are captured and killed; whoever is abducted or murdered bore no arms.
HELPLESS = r"(?i)(?-u:\b)(?:kidnap|abduct|hostage|murder|massacre|assassinat|lynch|slaughter)"
# A faith has no army; nor are those killed in clashes of two told of here.
FAITHS = (
    r"(?i)(?:^| )(?:christians|muslims|hindus|sikhs|buddhists|jews|copts|yazidis|yezidis|shiites|"
    r"shias|sunnis|druze|alawites)$"
)
# Named like a militia, and harmed while they herded: "killed nine Fulani herders".
TRADES = r"(?i)(?:^| )(?:herders|herdsmen|pastoralists|nomads|cattle breeders)$"
KILLED = ("killed", "wounded")
BETWEEN_THEM = (
    r"(?i)(?-u:\b)(?:clash|fight|fought|battle|skirmish|riot|mob|feud|armed|militia|troops|soldiers|"
    r"retaliat|reveng|reprisal|between)"
)
# "Murdered 19 people, including ten children"
PERSONS = r"(?i)(?:^| )(?:people|persons)$"
WITH_CHILDREN = (
    r"(?i)^,? ?\(?(?:including|among them|among whom were|[a-z]+ of them) [^.;]{0,40}?(?:children|"
    r"minors|wom[ae]n|girls?|babies|infants?|toddlers?|child|elderly|pensioners?)(?-u:\b)"
)
# "JNIM fighters killed nine" of whom they did not fight.
SOLDIERS = (
    r"(?i)(?-u:\b)(?:soldiers?|policem[ae]n|troops|officers?|militiam[ae]n|vigilantes?|guards?|"
    r"bodyguards?|of the (?:rebels|attackers|gunmen)|and (?:[a-z]+ ){0,3}fighters?)(?-u:\b)"
)
FIGHTERS = r"(?i)(?-u:\b)fighters?(?-u:\b)"


def name_peoples(
    measured: pl.DataFrame, sentences: pl.DataFrame, lexicons: Lexicons
) -> pl.DataFrame:
    """Harms with civilians as the victims where people of a nation or a faith were harmed by the
    words for those who bear no arms.

    measured: harms with victim_actor_id, trigger_text, group_start and group_end in the article.
    """
    peoples = lexicons.words.filter(
        pl.col("kind") == "people", "is_case_sensitive", pl.col("entity_id").is_null()
    )["phrase"].implode()
    base = pl.col("base")
    who = pl.col("sentence").str.slice(
        pl.col("group_start") - base, pl.col("group_end") - pl.col("group_start")
    )
    last = who.str.to_lowercase().str.extract(r"(\S+)$")
    is_helpless = last.is_in(peoples) & pl.col("trigger_text").str.contains(HELPLESS)
    is_of_faith = (
        pl.col("harm").is_in(KILLED)
        & who.str.contains(f"{FAITHS}|{TRADES}")
        & ~pl.col("sentence").str.replace_all(FIGHTERS, "").str.contains(BETWEEN_THEM)
    )
    is_of_many = (
        who.str.contains(PERSONS)
        & pl.col("trigger_text").str.contains(HELPLESS)
        & pl.col("sentence").str.slice(pl.col("group_end") - base).str.contains(WITH_CHILDREN)
        & ~pl.col("sentence").str.contains(SOLDIERS)
    )
    is_civil = pl.col("victim_actor_id").is_null() & (is_helpless | is_of_faith | is_of_many)
    return (
        measured.join(
            sentences.select("sentence_id", base="start", sentence="text"),
            on="sentence_id",
            how="left",
            maintain_order="left",
        )
        .with_columns(
            victim_actor_id=pl.when(is_civil.fill_null(False))
            .then(pl.lit(CIVILIANS))
            .otherwise("victim_actor_id")
        )
        .drop("base", "sentence")
    )

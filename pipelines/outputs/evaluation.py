"""Prints how well a warehouse agrees with hand-made answers."""

from collections import Counter, defaultdict
from pathlib import Path

import duckdb
from rich.console import Console
from rich.table import Table
from rich.text import Text

from pipelines.evaluation.gold import Gold, GoldError, read_gold
from pipelines.evaluation.scores import MISS_KINDS, Evaluation, evaluate
from pipelines.outputs.queries import rows
from pipelines.settings import EXAMPLE_GOLD, Home

__all__ = [
    "GoldError", "answered_articles", "chosen_gold", "measure", "measure_open", "print_evaluation",
    "read_gold",
]  # fmt: skip

SHOWN_RULES = 10

CLAIMS = """
select
    fact_claim.claim_id,
    dim_article.external_id,
    fact_claim.claim_type,
    fact_claim.harm,
    fact_claim.change_type,
    fact_claim.qualifier,
    fact_claim.value_low,
    fact_claim.value_best,
    fact_claim.value_high,
    fact_claim.value_text,
    fact_claim.n_places,
    -- A claim without a day of its own is read as of the day of the event it was linked to.
    if(is_vague, fact_event.date_start, fact_claim.date_start) as date_start,
    if(is_vague, fact_event.date_end, fact_claim.date_end) as date_end,
    fact_claim.assertion,
    fact_claim.rule_id,
    fact_claim.evidence_text,
    claim_evidence.sentence_text,
    if(place.location_key = -1, null, place.name) as location_name,
    place.admin1_name,
    claimant.name as claimant_name,
    via.name as via_claimant_name,
    fact_reported_figure.held,
    fact_reported_figure.out_of,
    if(to_actor.actor_key = -1, null, to_actor.name) as to_name,
    if(to_side.actor_key = -1, null, to_side.name) as to_side_name,
    if(to_actor.actor_key = -1, null, to_actor.actor_type) as to_type,
    if(from_actor.actor_key = -1, null, from_actor.name) as from_name,
    if(from_side.actor_key = -1, null, from_side.name) as from_side_name,
    if(from_actor.actor_key = -1, null, from_actor.actor_type) as from_type,
    if(victim.actor_key = -1, null, victim.name) as victim_name,
    if(victim_side.actor_key = -1, null, victim_side.name) as victim_side_name,
    if(victim.actor_key = -1, null, victim.actor_type) as victim_type,
    if(initiator.actor_key = -1, null, initiator.name) as initiator_name,
    if(initiator_side.actor_key = -1, null, initiator_side.name) as initiator_side_name,
    if(initiator.actor_key = -1, null, initiator.actor_type) as initiator_type,
    if(target.actor_key = -1, null, target.name) as target_name,
    if(target_side.actor_key = -1, null, target_side.name) as target_side_name,
    if(target.actor_key = -1, null, target.actor_type) as target_type
from core.fact_claim
inner join (from core.dim_article where {is_named}) as dim_article using (article_key)
left join core.fact_event on fact_event.event_id = fact_claim.event_id
cross join lateral (
    select fact_claim.date_precision <> 'day' and fact_event.date_precision = 'day' as is_vague
)
inner join marts.claim_evidence on claim_evidence.claim_id = fact_claim.claim_id
inner join core.dim_location as place on place.location_key = fact_claim.location_key
inner join core.dim_claimant as claimant
    on claimant.claimant_key = fact_claim.claimant_key
left join core.dim_claimant as via on via.claimant_key = fact_claim.via_claimant_key
left join core.fact_reported_figure on fact_reported_figure.claim_id = fact_claim.claim_id
inner join core.dim_actor as to_actor on to_actor.actor_key = fact_claim.to_actor_key
left join core.dim_actor as to_side on to_side.actor_id = to_actor.side_id
inner join core.dim_actor as from_actor on from_actor.actor_key = fact_claim.from_actor_key
left join core.dim_actor as from_side on from_side.actor_id = from_actor.side_id
inner join core.dim_actor as victim on victim.actor_key = fact_claim.victim_actor_key
left join core.dim_actor as victim_side on victim_side.actor_id = victim.side_id
inner join core.dim_actor as initiator on initiator.actor_key = fact_claim.initiator_actor_key
left join core.dim_actor as initiator_side on initiator_side.actor_id = initiator.side_id
inner join core.dim_actor as target on target.actor_key = fact_claim.target_actor_key
left join core.dim_actor as target_side on target_side.actor_id = target.side_id
order by fact_claim.claim_id
"""
ARTICLES = """
select external_id, title, published_on, reference_on, language
from core.dim_article
where {is_named}
order by external_id
"""
# Most of a home are articles that no answer names: they are not even looked at.
IS_NAMED = """
exists (
    select 1
    from unnest($files) as named (file)
    where external_id = file or starts_with(external_id, file || '_')
)
"""


def measure(warehouse: Path, gold: Path) -> Evaluation:
    """Hold a published warehouse against a file of answers; raises GoldError."""
    with duckdb.connect(str(warehouse), read_only=True) as connection:
        return measure_open(connection, read_gold(gold))


def measure_open(connection: duckdb.DuckDBPyConnection, gold: Gold) -> Evaluation:
    """Hold an open warehouse, published or under construction, against answers."""
    return evaluate(gold, named(connection, CLAIMS, gold), named(connection, ARTICLES, gold))


def answered_articles(connection: duckdb.DuckDBPyConnection, gold: Gold) -> frozenset[str]:
    """The external ids of those articles of an open warehouse that the answers name."""
    return frozenset(article["external_id"] for article in named(connection, ARTICLES, gold))


def named(connection: duckdb.DuckDBPyConnection, query: str, gold: Gold) -> list[dict[str, object]]:
    """Rows of a query about the articles that the answers name."""
    return rows(connection, query.format(is_named=IS_NAMED), files=sorted(gold.named))


def chosen_gold(home: Home, connection: duckdb.DuckDBPyConnection) -> Path | None:
    """The home's own gold.json; else the example's answers where its articles are; else none."""
    if home.gold.exists():
        return home.gold
    example = read_gold(EXAMPLE_GOLD)
    is_example = bool(example.among(answered_articles(connection, example)).files)
    return EXAMPLE_GOLD if is_example else None


def print_evaluation(home: Home, gold: Path | None, n_misses: int) -> None:
    """Print precision, recall and F1 by section and field, the rules that err, the misses.

    Without a file of answers, the home's own is taken, or the example's; raises GoldError where
    there is neither.
    """
    with duckdb.connect(str(home.warehouse), read_only=True) as connection:
        answers = gold or chosen_gold(home, connection)
        if answers is None:
            raise GoldError(f"No answers: name a file of them, or put one at {home.gold}.")
        result = measure_open(connection, read_gold(answers))
    console = Console()
    console.print(score_table(result, f"{home.warehouse.name} against {answers.name}"))
    if result.misses:
        console.print(rule_table(result))
    for miss in result.worst[:n_misses]:
        console.print(Text(str(miss)))
    if len(result.misses) > n_misses:
        console.print(f"… and {len(result.misses) - n_misses} more (--misses)", highlight=False)


def score_table(result: Evaluation, title: str) -> Table:
    """A row a section and field; read is how often a value was given at all."""
    table = Table(title=title)
    for column in ("section", "field"):
        table.add_column(column, no_wrap=True)
    for column in ("right", "read", "wanted", "P", "R", "F1"):
        table.add_column(column, justify="right", no_wrap=True)
    for (section, name), score in sorted(result.scores.items()):
        shares = (share(v) for v in (score.precision, score.recall, score.f1))
        counts = (str(v) for v in (score.right, score.extracted, score.wanted))
        table.add_row(section.split("_never")[0], name or "(claims)", *counts, *shares)
    return table


def rule_table(result: Evaluation) -> Table:
    """A row a rule that erred, worst first: how often, in which way."""
    table = Table("rule", *MISS_KINDS, title="Rules that err most", title_justify="left")
    by_rule: dict[str, Counter[str]] = defaultdict(Counter)
    for miss in result.misses:
        by_rule[miss.rule_id or "(no claim)"][miss.kind] += 1
    ranked = sorted(by_rule.items(), key=lambda item: (-item[1].total(), item[0]))
    for rule_id, kinds in ranked[:SHOWN_RULES]:
        table.add_row(Text(rule_id), *(str(kinds[kind] or "") for kind in MISS_KINDS))
    return table


def share(value: float | None) -> str:
    """A share with two digits; empty where there is nothing to divide by."""
    return "" if value is None else f"{value:.2f}"

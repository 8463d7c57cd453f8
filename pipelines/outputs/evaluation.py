"""Prints how well a warehouse agrees with hand-made answers."""

from pathlib import Path

import duckdb
from rich.console import Console
from rich.table import Table
from rich.text import Text

from pipelines.evaluation.gold import GoldError, read_gold
from pipelines.evaluation.scores import Evaluation, evaluate
from pipelines.outputs.queries import rows

__all__ = ["GoldError", "measure", "print_evaluation"]

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
    if(initiator.actor_key = -1, null, initiator.actor_type) as initiator_type
from core.fact_claim
inner join core.dim_article using (article_key)
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
order by fact_claim.claim_id
"""
ARTICLES = """
select external_id, title, published_on, reference_on, language
from core.dim_article
where external_id is not null
order by external_id
"""


def measure(warehouse: Path, gold: Path) -> Evaluation:
    """Hold a published warehouse against a file of answers; raises GoldError."""
    answers = read_gold(gold)
    with duckdb.connect(str(warehouse), read_only=True) as connection:
        return evaluate(answers, rows(connection, CLAIMS), rows(connection, ARTICLES))


def print_evaluation(warehouse: Path, gold: Path, n_misses: int) -> None:
    """Print precision, recall and F1 by section and field, then the misses."""
    result = measure(warehouse, gold)
    console = Console()
    table = Table(title=f"{warehouse.name} against {gold.name}")
    for column in ("section", "field"):
        table.add_column(column, no_wrap=True)
    for column in ("right", "read", "wanted", "P", "R", "F1"):
        table.add_column(column, justify="right", no_wrap=True)
    for (section, name), score in sorted(result.scores.items()):
        shares = (share(v) for v in (score.precision, score.recall, score.f1))
        counts = (str(v) for v in (score.right, score.extracted, score.wanted))
        table.add_row(section.split("_never")[0], name or "(claims)", *counts, *shares)
    console.print(table)
    for miss in result.misses[:n_misses]:
        console.print(Text(miss))
    if len(result.misses) > n_misses:
        console.print(f"… and {len(result.misses) - n_misses} more (--misses)", highlight=False)


def share(value: float | None) -> str:
    """A share with two digits; empty where there is nothing to divide by."""
    return "" if value is None else f"{value:.2f}"

"""How the figures of an event came about: its accounts, and which policy took which."""

from rich.console import Console
from rich.text import Text

ACCOUNTS = """
select
    dim_actor.name as victim,
    fact_casualty_account.harm,
    dim_claimant.name as claimant,
    fact_casualty_account.*
from core.fact_casualty_account
inner join core.dim_claimant using (claimant_key)
inner join core.dim_actor on dim_actor.actor_key = fact_casualty_account.victim_side_key
where fact_casualty_account.event_id = $id
order by victim, fact_casualty_account.harm, value, claimant, claim_id
"""
TOTALS = """
select
    dim_actor.name as victim,
    fact_casualty.*
from core.fact_casualty
inner join core.dim_actor on dim_actor.actor_key = fact_casualty.victim_side_key
where fact_casualty.event_id = $id
order by victim, fact_casualty.harm
"""
POLICIES = ("lowest", "highest", "best_supported", "latest", "acled_conservative")

Row = dict[str, object]


def print_figures(console: Console, accounts: list[Row], totals: list[Row]) -> None:
    """Print a line an account, with the policies that took it, and what goes into totals."""
    if accounts:
        console.print()
        console.print(Text("Figures: one account a claimant, and who takes it", style="bold"))
    for row in accounts:
        console.print(Text(in_words(row)))
    for row in totals:
        console.print(Text(in_totals(row)))


def in_words(row: Row) -> str:
    """One account: harm, number and range, who gives it, its support, who takes it."""
    taken = ", ".join(name for name in POLICIES if row[f"is_{name}"]) or "no policy"
    return (
        f"{row['victim']} {row['harm']}: {row['value']} ({shown(row['low'])} to "
        f"{shown(row['high'])}), {row['claimant']}, claim {row['claim_id']}; {support(row)}; "
        f"taken by {taken}"
    )


def support(row: Row) -> str:
    """What the policies weigh: who else gives about this number, and how new it is."""
    said = f", said {row['known_on']}" if row["known_on"] else ""
    return (
        f"{row['n_disinterested_near']} disinterested of {row['n_origins_near']} origins within "
        f"10 %, in {row['n_accounts_around']} ranges{said}"
    )


def in_totals(row: Row) -> str:
    """What one figure adds to totals, and why it may differ from the accounts."""
    told = f"{row['victim']} {row['harm']}: {shown(row['best'])} in totals"
    if row["row_kind"] == "residual":
        told += ", what its parts leave over"
    return told + (f", part of {row['part_of_event_id']}" if row["part_of_event_id"] else "")


def shown(value: object) -> str:
    """A number; an open end is said to be open."""
    return "open" if value is None else str(value)

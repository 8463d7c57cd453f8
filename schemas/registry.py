"""Finds the contract of a table by the table's name."""

from functools import cache

from schemas import core, events, lexicons, marts, ops, text
from schemas.base import Table

MODULES = (text, events, lexicons, core, marts, ops)


@cache
def contracts() -> dict[str, type[Table]]:
    """All contracts by table name: class FactEvent is the contract of fact_event."""
    return {
        snake_case(name): value
        for module in MODULES
        for name, value in vars(module).items()
        if isinstance(value, type) and issubclass(value, Table) and value is not Table
    }


def contract(table: str) -> type[Table]:
    """The contract of a table; KeyError with a hint where there is none."""
    try:
        return contracts()[table]
    except KeyError:
        raise KeyError(f"table {table!r} has no contract: add a class to schemas/") from None


def snake_case(name: str) -> str:
    """FactEvent gives fact_event."""
    return "".join("_" + letter.lower() if letter.isupper() else letter for letter in name)[1:]

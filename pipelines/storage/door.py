"""The one door: a table is validated here, where it is written, and nowhere else."""

import pandera.polars as pa
import polars as pl

from schemas.registry import contract


class ContractError(Exception):
    """A table broke its contract; the message lists every broken rule."""

    def __init__(self, table: str, failures: pl.DataFrame) -> None:
        self.table = table
        self.failures = failures
        lines = [
            f"  {row['column'] or table}: {row['check']} (row {row['index']}: "
            f"{row['failure_case']})"
            for row in failures.head(10).iter_rows(named=True)
        ]
        more = f"\n  … and {failures.height - 10} more" if failures.height > 10 else ""
        super().__init__(
            f"{table} broke its contract in {failures.height} cases:\n" + "\n".join(lines) + more
        )


def enforce(table: str, frame: pl.DataFrame) -> pl.DataFrame:
    """Return the frame unchanged, or raise ContractError with every broken rule listed."""
    try:
        return contract(table).validate(frame, lazy=True)
    except pa.errors.SchemaErrors as errors:
        raise ContractError(table, errors.failure_cases) from errors

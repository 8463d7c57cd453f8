"""The one door: a table is validated here, where it is written, and nowhere else."""

import pandera.polars as pa
import polars as pl

from schemas.registry import contract

# What breaks each kind of rule that the contracts have of a column's values.
BREAKS = {
    "isin": lambda column, rule: ~column.is_in(list(rule["allowed_values"])),
    "str_matches": lambda column, rule: ~column.str.contains(f"^(?:{rule['pattern']})"),
    "greater_than": lambda column, rule: column <= rule["min_value"],
    "greater_than_or_equal_to": lambda column, rule: column < rule["min_value"],
    "less_than_or_equal_to": lambda column, rule: column > rule["max_value"],
}


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
    """Return the frame unchanged, or raise ContractError with every broken rule listed.

    The contract's rules are asked all at once first, which costs a fiftieth of Pandera's own way,
    a column and a rule at a time; Pandera judges, and says what is wrong, where that does not
    settle it.
    """
    schema = contract(table).to_schema()
    if holds(schema, frame):
        return frame
    try:
        return schema.validate(frame, lazy=True)
    except pa.errors.SchemaErrors as errors:
        raise ContractError(table, errors.failure_cases) from errors


def holds(schema: pa.DataFrameSchema, frame: pl.DataFrame) -> bool:
    """True where the frame keeps every rule; False where one is broken or is none of BREAKS."""
    dtypes = {name: column.dtype.type for name, column in schema.columns.items()}
    rules = [check.name for column in schema.columns.values() for check in column.checks]
    is_known = not schema.checks and not schema.unique and set(rules) <= set(BREAKS)
    if not is_known or list(frame.schema.items()) != list(dtypes.items()):
        return False
    broken = [flag for column in schema.columns.values() for flag in breaches(column)]
    return not frame.select(pl.any_horizontal(pl.lit(False), *broken)).item()


def breaches(column: pa.Column) -> list[pl.Expr]:
    """For each rule of a column whether some value breaks it; a null breaks none but its own."""
    value = pl.col(column.name)
    flags = [BREAKS[check.name](value, check.statistics).any() for check in column.checks]
    if column.unique:
        flags.append(value.is_duplicated().any())
    if not column.nullable:
        flags.append(value.has_nulls())
        if column.dtype.type.is_float():
            flags.append(value.is_nan().any())
    return flags

"""Follows columns through a query, as DuckDB's own planner binds them.

A plan is a tree of steps. Each puts out a row of columns, and its expressions point at columns of
its children by position (https://duckdb.org/docs/stable/internals/overview): what a column is
computed from can be read off exactly, whatever names, stars and joins the SQL was written with.
"""

from collections.abc import Iterator

# Schema and name of a table, and a column of it.
Column = tuple[str, str]
Columns = frozenset[Column]
Row = list[Columns]
Plan = dict[str, object]

NOTHING: Columns = frozenset()
# Steps that put out what their first child does.
PASSING = (
    "LOGICAL_FILTER", "LOGICAL_LIMIT", "LOGICAL_DISTINCT", "LOGICAL_TOP_N", "LOGICAL_EXCEPT",
    "LOGICAL_INTERSECT",
)  # fmt: skip
JOINS = (
    "LOGICAL_COMPARISON_JOIN", "LOGICAL_ANY_JOIN", "LOGICAL_CROSS_PRODUCT",
    "LOGICAL_POSITIONAL_JOIN", "LOGICAL_ASOF_JOIN",
)  # fmt: skip
# Joins that only choose rows of the left side.
CHOOSING = ("SEMI", "ANTI")
# A lambda's positions are those of its parameters; what it takes from the query are arguments.
NOT_OF_THE_QUERY = ("function_data", "lambda_expr")


class PlanError(Exception):
    """A query is planned with a step that is not known here; the message names it."""


class Trace:
    """The columns that each step of one plan puts out."""

    def __init__(self) -> None:
        # What subqueries and other steps put out, by the index that expressions refer to.
        self.tables: dict[int, Row] = {}

    def row(self, step: Plan) -> Row:
        """For each column that a step puts out: the columns of tables that it is computed from."""
        kind = str(step["type"])
        if kind in PASSING:
            return self.kept(step, self.row(step["children"][0]))
        if kind in JOINS:
            return self.join(step)
        follow = getattr(self, kind.removeprefix("LOGICAL_").lower(), None)
        if follow is None:
            raise PlanError(f"the planner's step {kind} is not known")
        row = follow(step)
        if "table_index" in step:
            self.tables.setdefault(step["table_index"], row)
        return row

    def kept(self, step: Plan, row: Row, which: str = "projection_map") -> Row:
        """The columns of a row that a step keeps: all, where it does not say."""
        return [row[at] for at in step.get(which) or range(len(row))]

    def get(self, step: Plan) -> Row:
        """A table, or a table function, whose columns come from what it is called with."""
        table = (step.get("function_data") or {}).get("qualified_name")
        if table is None:
            given = [self.row(child) for child in step["children"]]
            called = frozenset().union(*(columns for row in given for columns in row))
            made = [called for _name in step["names"]]
            return made + [given[0][at] for at in step["projected_input"]] if given else made
        name = ".".join(table["path"][-2:])
        wanted = [entry["index"] for entry in step["column_indexes"]]
        return [
            frozenset({(name, step["names"][at])}) if at < len(step["names"]) else NOTHING
            for at in wanted
        ]

    def projection(self, step: Plan) -> Row:
        row = self.row(step["children"][0])
        return [self.used(each, row) for each in step["expressions"]]

    def aggregate_and_group_by(self, step: Plan) -> Row:
        row = self.row(step["children"][0])
        keys = [self.used(each, row) for each in step["groups"]]
        grouping = [NOTHING for _call in step["grouping_functions"]]
        return keys + [self.used(each, row) for each in step["expressions"]] + grouping

    def window(self, step: Plan) -> Row:
        row = self.row(step["children"][0])
        return row + [self.used(each, row) for each in step["expressions"]]

    unnest = window

    def order_by(self, step: Plan) -> Row:
        return self.kept(step, self.row(step["children"][0]), "projections")

    def union(self, step: Plan) -> Row:
        return merged([self.row(child) for child in step["children"]])

    def join(self, step: Plan) -> Row:
        """Columns of the left side, then of the right; a MARK join tells whether a match is there,
        which comes from what it compares."""
        left = self.row(step["children"][0])
        right = self.row(step["children"][1])
        how = step.get("join_type", "INNER")
        if how in CHOOSING:
            return self.kept(step, left, "left_projection_map")
        if how == "MARK":
            return [*left, self.compared(step.get("conditions") or [], left, right)]
        kept = self.kept(step, left, "left_projection_map")
        return kept + self.kept(step, right, "right_projection_map")

    def materialized_cte(self, step: Plan) -> Row:
        defined, query = step["children"]
        self.tables[step["table_index"]] = self.row(defined)
        return self.row(query)

    def recursive_cte(self, step: Plan) -> Row:
        """Goes round until no column comes from anything new."""
        start, again = step["children"]
        row = self.row(start)
        while True:
            self.tables[step["table_index"]] = row
            grown = merged([row, self.row(again)])
            if grown == row:
                return row
            row = grown

    def cte_ref(self, step: Plan) -> Row:
        return self.tables[step["cte_index"]]

    def expression_get(self, step: Plan) -> Row:
        row = self.row(step["children"][0])
        return merged([[self.used(e, row) for e in values] for values in step["expressions"]])

    def dummy_scan(self, step: Plan) -> Row:
        return [NOTHING]

    def used(self, expression: object, row: Row) -> Columns:
        """The columns that an expression over a row is computed from."""
        return frozenset().union(
            *(row[ref["index"]] if "index" in ref else self.bound(ref) for ref in refs(expression))
        )

    def bound(self, ref: Plan) -> Columns:
        """A column that is referred to by its step: below a table function of many rows."""
        binding = ref["binding"]
        return self.tables[binding["table_index"]][binding["column_index"]]

    def compared(self, conditions: list[Plan], left: Row, right: Row) -> Columns:
        """The columns that a join compares."""
        return frozenset().union(
            *(self.used(c["left"], left) | self.used(c["right"], right) for c in conditions)
        )


def refs(expression: object) -> Iterator[Plan]:
    """The references to columns in an expression."""
    if isinstance(expression, dict):
        if expression.get("expression_class") in ("BOUND_REF", "BOUND_COLUMN_REF"):
            yield expression
        for key, value in expression.items():
            if key not in NOT_OF_THE_QUERY:
                yield from refs(value)
    elif isinstance(expression, list):
        for value in expression:
            yield from refs(value)


def merged(rows: list[Row]) -> Row:
    """Rows one below the other: each column comes from all of its kind."""
    return [frozenset().union(*columns) for columns in zip(*rows, strict=True)]

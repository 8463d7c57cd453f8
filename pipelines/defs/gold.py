"""Holds what was read against answers made by hand, before anything is published."""

import dagster as dg

from pipelines.defs.checks import SHOWN_FAILURES, record
from pipelines.defs.resources import HomeFolder
from pipelines.defs.warehouse import POOL
from pipelines.evaluation.floors import shortfalls
from pipelines.evaluation.scores import Evaluation
from pipelines.outputs.evaluation import (
    GoldError,
    answered_articles,
    chosen_gold,
    measure_open,
    read_gold,
)

NO_ANSWERS = "nothing: the home folder has neither a gold.json nor the example's articles"


@dg.asset_check(
    asset="claim_evidence",
    name="gold_holds",
    blocking=True,
    pool=POOL,
    description="Claims agree with answers made by hand (gold.json in the home folder, else the "
    "example's) at least as well as its floors ask; articles that are not here are left out.",
)
def gold_holds(
    context: dg.AssetCheckExecutionContext, home_folder: HomeFolder
) -> dg.AssetCheckResult:
    """Measure the warehouse under construction; one line for each figure below its floor."""
    result = held(home_folder)
    record(home_folder, context.op_execution_context.run_id, [result])
    return result


def held(home_folder: HomeFolder) -> dg.AssetCheckResult:
    """The result of the check; a file of answers that cannot be read fails it."""
    with home_folder.warehouse.read() as connection:
        path = chosen_gold(home_folder.home, connection)
        if path is None:
            return outcome([], NO_ANSWERS, {})
        try:
            whole = read_gold(path)
        except GoldError as error:
            return outcome([str(error)], str(path), {})
        gold = whole.among(answered_articles(connection, whole))
        found = measure_open(connection, gold)
    n_absent = len(whole.files) - len(gold.files)
    absent = f"; {n_absent} articles of it are not in this home" if n_absent else ""
    return outcome(shortfalls(found, gold.floors), f"{path.name}{absent}", figures(found))


def outcome(lines: list[str], held_against: str, more: dict[str, object]) -> dg.AssetCheckResult:
    """Passed where no line tells of a figure below its floor."""
    return dg.AssetCheckResult(
        asset_key="claim_evidence",
        check_name="gold_holds",
        passed=not lines,
        description="; ".join(lines) or f"held against {held_against}",
        metadata={"n_failures": len(lines), **more},
    )


def figures(found: Evaluation) -> dict[str, object]:
    """F1 by section, and the worst misses with their rules."""
    f1 = {
        f"F1 {section}.{field}".rstrip("."): dg.MetadataValue.float(score.f1)
        for (section, field), score in sorted(found.scores.items())
        if score.f1 is not None
    }
    worst = "\n".join(f"- {miss}" for miss in found.worst[:SHOWN_FAILURES])
    return {**f1, "worst misses": dg.MetadataValue.md(worst or "none")}

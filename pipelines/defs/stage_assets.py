"""Turns one pure step into Dagster assets: read its inputs, call it, write its tables."""

import inspect
from collections.abc import Callable, Mapping
from dataclasses import fields
from functools import lru_cache, partial

import dagster as dg
import polars as pl

from pipelines.defs.days import ONE_RUN, ingest_days, made_with
from pipelines.defs.metadata import describe_frame, failure
from pipelines.defs.resources import HomeFolder
from pipelines.storage.day_tables import DayTable, StaleInput
from pipelines.storage.door import ContractError
from pipelines.storage.lake import Lake
from pipelines.transforms.lexicons import Lexicons
from pipelines.versions import EVENTS_HALF, TEXT_HALF, code_version
from schemas.registry import contract

Step = Callable[..., pl.DataFrame | Mapping[str, pl.DataFrame]]
CONTRACT_CHECK = "contract_holds"


def stage_asset(
    group: str, tables: tuple[str, ...] = (), remembers: type | None = None
) -> Callable[[Step], dg.AssetsDefinition]:
    """Make assets of a step whose parameters are tables of the lake, or `lexicons`.

    A parameter that is a LazyFrame is read only as far as the step asks. The step returns its one
    table (named as the function is), or a mapping with the `tables`. Each table is written through
    the door; a broken contract fails the step with the cases. A step that `remembers` frames of a
    class takes those of its last run as `memory`, and returns the next ones beside its result;
    its own table may be among them.
    """

    def decorate(step: Step) -> dg.AssetsDefinition:
        names = tables or (step.__name__,)
        parameters = inspect.signature(step).parameters
        reads = [name for name in parameters if name not in ("lexicons", "memory")]
        deps = [name for name in parameters if name != "memory"]
        rules = code_version((*TEXT_HALF, *EVENTS_HALF))

        @dg.multi_asset(
            name=step.__name__,
            specs=[
                table_spec(name, deps, group, "polars").replace_attributes(
                    code_version=code_version(EVENTS_HALF)
                )
                for name in names
            ],
            check_specs=[contract_check_spec(name) for name in names],
        )
        def stage(home_folder: HomeFolder):
            lake = home_folder.lake
            inputs = {
                name: lake.scan(name)
                if parameters[name].annotation is pl.LazyFrame
                else lake.read(name)
                for name in reads
            }
            words = lake.stamp("lexicon_words").made_with if "lexicons" in parameters else ""
            if words:
                inputs["lexicons"] = lexicons_of(lake, words)
            made_with = f"{rules}-{words}"
            if remembers:
                known = lake.recall([field.name for field in fields(remembers)], made_with)
                result, memory = step(**inputs, memory=remembers(**known))
            else:
                result, memory = step(**inputs), None
            frames = result if isinstance(result, Mapping) else {names[0]: result}
            try:
                lake.remember({**frames, **(vars(memory) if memory else {})}, made_with)
            except ContractError as error:
                raise failure(error) from error
            for name in names:
                yield from record_table(name, frames[name])

        return stage

    return decorate


def day_asset(step: Step) -> dg.AssetsDefinition:
    """Make an asset, by day of ingest, of a step whose parameters are day tables and `lexicons`.

    A run makes only what is new in its days, or was made with other lexicons or rules; each part
    goes through the door, and a broken contract fails the step with the cases.
    """
    name = step.__name__
    parameters = list(inspect.signature(step).parameters)
    reads = [name for name in parameters if name != "lexicons"]

    @dg.multi_asset(
        name=name,
        specs=[
            table_spec(name, parameters, "text", "polars").replace_attributes(
                code_version=code_version(TEXT_HALF), partitions_def=ingest_days
            )
        ],
        check_specs=[contract_check_spec(name)],
        backfill_policy=ONE_RUN,
    )
    def stage(context: dg.AssetExecutionContext, home_folder: HomeFolder):
        lake = home_folder.lake
        version = lake.stamp("lexicon_words").made_with
        words = {"lexicons": lexicons_of(lake, version)} if "lexicons" in parameters else {}
        table = DayTable(name, reads, partial(step, **words))
        try:
            read = table.refresh(lake, context.partition_keys, made_with(version))
        except (ContractError, StaleInput) as error:
            raise failure(error) from error
        context.log.info(f"{name}: read {len(read)} parts")
        yield from record_days(context, lake, name)
        yield dg.AssetCheckResult(asset_key=name, check_name=CONTRACT_CHECK, passed=True)

    return stage


def record_days(context: dg.AssetExecutionContext, lake: Lake, name: str):
    """Yield what Dagster records of a day table: for each of the run's days, its rows."""
    parts = lake.parts(name)
    for day in context.partition_keys:
        own = [part for part in parts if part.day == day]
        described = describe_frame(name, lake.head(name, own))
        rows = {"dagster/row_count": lake.count(name, own)}
        context.add_asset_metadata(described | rows, name, day)
    yield dg.MaterializeResult(name)


@lru_cache(maxsize=1)
def lexicons_of(lake: Lake, version: str) -> Lexicons:
    """The lexicons as the run's own lexicon step stored them; kept while the version stays."""
    return Lexicons(**{name: lake.read(f"lexicon_{name}") for name in Lexicons.__annotations__})


def table_spec(name: str, deps: list[str], group: str, kind: str) -> dg.AssetSpec:
    """The asset of a table that has a contract; its docstring is the description."""
    return dg.AssetSpec(
        name, deps=deps, group_name=group, kinds={kind}, description=contract(name).__doc__
    )


def contract_check_spec(name: str) -> dg.AssetCheckSpec:
    """The check that a table was accepted by its contract."""
    return dg.AssetCheckSpec(
        CONTRACT_CHECK,
        asset=name,
        blocking=True,
        description="Columns, types, ranges and vocabularies are those of the contract.",
    )


def record_table(name: str, frame: pl.DataFrame):
    """Yield what Dagster records of one table of the road that is written."""
    yield dg.MaterializeResult(name, metadata=describe_frame(name, frame))
    yield dg.AssetCheckResult(asset_key=name, check_name=CONTRACT_CHECK, passed=True)


def materialize(
    home_folder: HomeFolder, name: str, frame: pl.DataFrame, version: str | None = None
) -> dg.MaterializeResult:
    """Write one table of the lake; a broken contract fails the step with the cases."""
    try:
        home_folder.lake.write(name, frame)
    except ContractError as error:
        raise failure(error) from error
    return dg.MaterializeResult(
        name,
        metadata=describe_frame(name, frame),
        data_version=dg.DataVersion(version) if version else None,
    )

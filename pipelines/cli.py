"""The command line: a thin face over the same assets and files that Dagster works on."""

import signal
import subprocess
import sys
from contextlib import suppress
from pathlib import Path

import click

from pipelines import settings
from pipelines.command_home import HOME_OPTION, fail, published


class Commands(click.Group):
    """All commands; a wrong setting ends any of them with a sentence."""

    def invoke(self, ctx: click.Context) -> object:
        """Run the command that was asked for."""
        try:
            settings.current()
            return super().invoke(ctx)
        except settings.SettingsError as error:
            fail(str(error))


@click.group(cls=Commands)
@click.version_option(package_name="sitrep")
def main() -> None:
    """Turn news text about armed conflict into a warehouse of events, figures and control."""


@main.command()
@click.argument("paths", nargs=-1, type=click.Path(path_type=Path))
@click.option("--manifest", type=click.Path(path_type=Path, exists=True, dir_okay=False))
@HOME_OPTION
def run(paths: tuple[Path, ...], manifest: Path | None, home: Path | None) -> None:
    """Read articles, extract, link, build, check and publish.

    PATHS are files, folders or globs. Without any, the inbox is read; in a home without articles,
    the example that comes with sitrep. Exit code 0: published; 1: a step or a blocking check
    failed and the old warehouse stays; 2: a path or an option is wrong.
    """
    missing = [path for path in paths if not path.exists() and not is_glob(path)]
    if missing:
        fail(f"No such file or folder: {missing[0]}. Give a path that exists, or a glob.")
    chosen = settings.home(home)
    settings.use_home(chosen)
    from pipelines.outputs.summary import print_summary
    from pipelines.runs import refresh

    outcome = refresh(tuple(path.absolute() for path in paths), manifest)
    if not outcome.is_success:
        kept = "The warehouse published before stays as it was."
        told = "\n".join(f"  {problem}" for problem in outcome.problems)
        fail(f"The run failed; nothing was published. {kept}\n{told}", code=1)
    print_summary(chosen, outcome.run_id)


@main.command()
@HOME_OPTION
def fetch(home: Path | None) -> None:
    """Fetch what is new in the RSS and Atom feeds of feeds.csv into the inbox.

    The list lies in the home folder: url and, if wanted, source and language. A feed or page that
    cannot be had is told and stops no other. Exit code 0: fetched; 1: no feed could be read;
    2: the list is missing or wrong.
    """
    from pipelines.feeds.feed_list import FeedListError, read_feed_list

    chosen = settings.home(home)
    try:
        feeds = read_feed_list(chosen.feeds)
    except FeedListError as error:
        fail(str(error))
    if not feeds:
        fail(f"No feeds are listed. Write them into {chosen.feeds}, a line each below url,source.")
    settings.use_home(chosen)
    from pipelines.outputs.fetches import print_fetch
    from pipelines.runs import fetch as run_fetch

    outcome = run_fetch()
    if not outcome.is_success:
        fail("\n".join(("The fetch failed.", *outcome.problems)), code=1)
    if not print_fetch(chosen, [feed.url for feed in feeds]):
        sys.exit(1)


@main.command()
@click.option("--port", default=3000, show_default=True)
@click.option("--host", default="127.0.0.1", show_default=True, help="Loopback unless changed.")
@HOME_OPTION
def ui(port: int, host: str, home: Path | None) -> None:
    """Open Dagster's UI on this home: the asset graph, runs, checks and the daily schedule."""
    settings.use_home(settings.home(home))
    click.echo(f"sitrep is at http://{host}:{port} - stop it with Ctrl+C")
    command = [sys.executable, "-W", "ignore", "-m", "dagster", "dev", "-m"]
    command += ["pipelines.definitions", "--host", host, "--port", str(port)]
    # A process behind `&` is born deaf to Ctrl+C, and so would be what it starts.
    signal.signal(signal.SIGINT, signal.default_int_handler)
    dagster = subprocess.Popen(command)
    # A service manager stops this process alone: Dagster's servers must not outlive it.
    signal.signal(signal.SIGTERM, lambda *_: dagster.send_signal(signal.SIGINT))
    with suppress(KeyboardInterrupt):
        dagster.wait()
    sys.exit(dagster.wait())


@main.command()
@click.argument("sql")
@click.option("--format", "style", type=click.Choice(["table", "csv", "json"]), default="table")
@HOME_OPTION
def query(sql: str, style: str, home: Path | None) -> None:
    """Ask the published warehouse in SQL, for instance "from marts.event_register"."""
    from pipelines.outputs.queries import QueryError, print_query

    try:
        print_query(published(home), sql, style)
    except QueryError as error:
        fail(str(error), code=1)


@main.command()
@click.argument("any_id", metavar="EVENT_ID|CLAIM_ID")
@HOME_OPTION
def explain(any_id: str, home: Path | None) -> None:
    """Show the case of an event or of one claim.

    Of an event (e_ and 16 digits): each claim, its sentence, who says so, and why it was linked.
    Of a claim: also every tagged word of its sentence, and the rule that made the claim.
    """
    from pipelines.outputs.explain import UnknownId, print_case, print_claim_case

    published(home)
    try:
        if any_id.startswith("e_"):
            print_case(settings.home(home).warehouse, any_id)
        else:
            print_claim_case(settings.home(home), any_id)
    except UnknownId as error:
        fail(str(error))


@main.command()
@click.argument("text")
@click.option("--published", "published_at", help="Day that its dates count from: 2031-04-09.")
@HOME_OPTION
def read(text: str, published_at: str | None, home: Path | None) -> None:
    """Read a TEXT at once ("-": from standard input): its tagged words, its claims, their rules.

    No run and no warehouse is needed; rows of your own in the home folder's lexicons/ count.
    """
    from pipelines.outputs.tagged import print_tagged
    from pipelines.reading import read_text
    from pipelines.storage.door import ContractError

    given = sys.stdin.read() if text == "-" else text
    try:
        sentences = read_text(given, published_at, settings.home(home).lexicons)
    except ContractError as error:
        fail(str(error), code=1)
    if not sentences:
        fail("Nothing in this text is read: it has no sentence of prose.", code=1)
    print_tagged(sentences)


@main.command()
@click.option(
    "--format",
    "formats",
    multiple=True,
    metavar="FORMAT",
    help="csv, parquet, jsonl, geojson, excel, acled, ged, hxl, dictionary; may be given again.",
)
@click.option("--to", "folder", type=click.Path(path_type=Path, file_okay=False))
@HOME_OPTION
def export(formats: tuple[str, ...], folder: Path | None, home: Path | None) -> None:
    """Write the warehouse for other tools, a folder a format; all of them unless you name some.

    csv, parquet, jsonl: every table of core and marts. geojson: events as points. excel: the marts
    with a dictionary sheet. acled, ged: events in the columns of ACLED and of UCDP GED. hxl: events
    with humanitarian hashtags. dictionary: a page on every column. Each comes with a
    datapackage.json.
    """
    from pipelines.outputs.exports import FORMATS, export_tables

    target = folder or settings.home(home).exports
    try:
        files = export_tables(published(home), target, formats or FORMATS)
    except ValueError as error:
        fail(str(error))
    for name, paths in files.items():
        click.echo(f"{name:<11}{len(paths):>3} files in {target / name}")


@main.command()
@click.option(
    "--boundaries",
    type=click.Path(path_type=Path, exists=True, dir_okay=False),
    help="GeoJSON of districts to draw. Default: boundaries.geojson in the home folder, if any.",
)
@click.option("--out", "target", type=click.Path(path_type=Path, dir_okay=False))
@HOME_OPTION
def report(boundaries: Path | None, target: Path | None, home: Path | None) -> None:
    """Write one self-contained HTML page: map, timeline, casualties, disputes, every sentence."""
    from pipelines.outputs.report.outlines import BoundaryError
    from pipelines.outputs.report.page import write_report

    chosen = settings.home(home)
    warehouse = published(home)
    own = chosen.boundaries if chosen.boundaries.exists() else None
    try:
        page = write_report(warehouse, target or chosen.report, boundaries or own)
    except BoundaryError as error:
        fail(str(error))
    click.echo(f"wrote {page} ({page.stat().st_size / 1e6:.1f} MB)")


@main.group()
def serve() -> None:
    """Copy the published warehouse into a server that other tools connect to."""


@serve.command()
@click.option(
    "--dsn",
    required=True,
    envvar=settings.variable("postgres_dsn"),
    help="Where to: postgresql://user:password@host/database. Default: SITREP_POSTGRES_DSN.",
)
@click.option(
    "--reader", default="sitrep_reader", show_default=True, help="Role that may read the copy."
)
@HOME_OPTION
def postgres(dsn: str, reader: str, home: Path | None) -> None:
    """Replace the schemas core, marts and ops of a PostgreSQL database, in one transaction.

    Readers see the old tables or the new ones, never half. The role is made where it does not
    exist: grant it to those who may read.
    """
    try:
        from pipelines.outputs.postgres import ServingError, copy_to_postgres
    except ImportError:
        fail("This needs PostgreSQL's driver: pip install 'sitrep[postgres]'.")
    try:
        copied = copy_to_postgres(published(home), dsn, reader)
    except ServingError as error:
        fail(str(error), code=1)
    click.echo(f"{copied.n_tables} tables, {copied.n_rows:,} rows; {reader} may read them")


@serve.command()
@click.option("--to", "target", type=click.Path(path_type=Path, dir_okay=False))
@HOME_OPTION
def superset(target: Path | None, home: Path | None) -> None:
    """Write the dashboard for Apache Superset: a ZIP for `superset import-dashboards`."""
    from pipelines.outputs.superset import write_superset

    chosen = settings.home(home)
    bundle = write_superset(published(home), target or chosen.exports / "superset.zip")
    click.echo(f"wrote {bundle}: superset import-dashboards -p {bundle} -u admin")


@main.command()
@click.argument("gold", required=False, type=click.Path(path_type=Path, exists=True))
@click.option("--misses", default=20, show_default=True, help="Misses to list.")
@HOME_OPTION
def evaluate(gold: Path | None, misses: int, home: Path | None) -> None:
    """Measure the warehouse against a file of hand-made answers.

    GOLD is gold.json in the home folder unless named, else the example's. Prints precision, recall
    and F1 by field, the rules that err most, and the worst misses with their rules.
    """
    from pipelines.outputs.evaluation import GoldError, print_evaluation

    published(home)
    try:
        print_evaluation(settings.home(home), gold, misses)
    except GoldError as error:
        fail(str(error))


def is_glob(path: Path) -> bool:
    """Whether a path is a pattern; what it matches is found out when it is read."""
    return any(sign in str(path) for sign in "*?[")

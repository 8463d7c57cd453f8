"""Reports that several tests look at: of the example, and of the example with hostile texts."""

import shutil
from pathlib import Path

import duckdb
import pytest

from pipelines.outputs.report.page import write_report
from tests.outputs.report.reading import Page

# Markup, a script, a formula and SQL at once; an end of a script element, and text beyond the BMP.
HOSTILE = (
    '=HYPERLINK("http://evil.example")</script><script>window.owned=1</script>'
    "<img src=x onerror=window.owned=1>'; drop table marts.event_register; -- \U0001f4a5{{7*7}}"
)
SENTENCE = "\U0001f4a5 <b>Twelve</b> men & \U0001f480 were killed </script>, they said."
SPAN = "\U0001f480 were killed"


@pytest.fixture(scope="session")
def report_file(example_home: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The report of the example."""
    target = tmp_path_factory.mktemp("report") / "report.html"
    return write_report(example_home / "warehouse.duckdb", target)


@pytest.fixture(scope="session")
def page(report_file: Path) -> Page:
    """The report of the example, read."""
    return Page(report_file)


@pytest.fixture(scope="session")
def hostile_file(example_home: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The report of a warehouse in which every text that comes from an article is hostile."""
    folder = tmp_path_factory.mktemp("hostile")
    warehouse = folder / "warehouse.duckdb"
    shutil.copy(example_home / "warehouse.duckdb", warehouse)
    start = SENTENCE.index(SPAN)
    with duckdb.connect(str(warehouse)) as connection:
        for statement in (
            "update core.dim_article set title = $text, uri = 'javascript:window.owned=1//' || uri",
            "update core.dim_source set name = $text",
            "update core.dim_claimant set name = $text where claimant_key <> -1",
            "update core.dim_location set name = $text where location_type = 'admin2'",
            "update marts.event_register set location_name = $text",
            "update marts.claim_evidence set claimant_name = $text, article_title = $text",
        ):
            connection.execute(statement, {"text": HOSTILE})
        connection.execute(
            "update marts.claim_evidence set sentence_text = $sentence, sentence_start = 7, "
            "evidence_start = 7 + $start, evidence_end = 7 + $end, evidence_text = $span",
            {"sentence": SENTENCE, "start": start, "end": start + len(SPAN), "span": SPAN},
        )
    return write_report(warehouse, folder / "report.html")

"""What a report holds, read without a browser: figures, sentences, nothing from outside."""

import base64
import json
import re
from hashlib import sha256
from pathlib import Path

import duckdb
import pytest

from pipelines.outputs.report.page import write_report
from tests.conftest import sitrep
from tests.outputs.report.conftest import HOSTILE, SENTENCE, SPAN
from tests.outputs.report.reading import Page

POLICIES = ("lowest", "highest", "best_supported", "latest", "acled_conservative")


def test_the_command_writes_the_page_into_the_home_folder(example_home: Path) -> None:
    result = sitrep("report", "--home", example_home)
    assert result.returncode == 0, result.stderr
    assert str(example_home / "report.html") in result.stdout
    assert (example_home / "report.html").stat().st_size < 3_000_000


def test_equal_warehouses_give_equal_pages(
    example_home: Path, report_file: Path, tmp_path: Path
) -> None:
    again = write_report(example_home / "warehouse.duckdb", tmp_path / "report.html")
    assert again.read_bytes() == report_file.read_bytes()


def test_totals_are_those_of_the_mart_under_every_policy(
    page: Page, example: duckdb.DuckDBPyConnection
) -> None:
    mart = example.execute(
        "select harm, policy, sum(value)::bigint, sum(low)::bigint "
        "from marts.casualties_by_policy group by all"
    ).fetchall()
    toll = {row["harm"]: row for row in page.table("toll")}
    assert {harm for harm, *_ in mart} == toll.keys()
    for harm, policy, value, low in mart:
        assert (toll[harm][policy], toll[harm]["low"]) == (value, low), (harm, policy)


def test_a_high_adds_what_is_open_above_with_its_highest_account(
    page: Page, example: duckdb.DuckDBPyConnection
) -> None:
    high, n_open, highest_of_open = example.execute(
        "select sum(high)::bigint, count(*) filter (high is null and best is not null), "
        "sum(value_highest) filter (high is null)::bigint from core.fact_casualty "
        "where harm = 'killed'"
    ).fetchone()
    killed = next(row for row in page.table("toll") if row["harm"] == "killed")
    assert n_open > 0
    assert killed["n_open_high"] == n_open
    assert killed["high"] == high + highest_of_open


@pytest.mark.parametrize("policy", POLICIES)
def test_weeks_and_events_add_up_to_the_totals(page: Page, policy: str) -> None:
    for total in page.table("toll"):
        for part in ("toll_by_week", "casualty"):
            rows = [row[policy] for row in page.table(part) if row["harm"] == total["harm"]]
            known = [value for value in rows if value is not None]
            assert (sum(known) if known else None) == total[policy], (part, total["harm"])


def test_what_has_no_number_is_never_zero(page: Page) -> None:
    unquantified = [
        row for row in page.table("casualty") if row["harm"] == "casualties_unquantified"
    ]
    assert unquantified
    assert all(row[k] is None for row in unquantified for k in ("low", "high", *POLICIES))
    open_above = [
        row for row in page.table("casualty") if row["high"] is None and row["low"] is not None
    ]
    assert open_above
    assert "to open)" in page.plain


def test_every_claim_of_the_warehouse_is_in_the_page_with_its_span(
    page: Page, example: duckdb.DuckDBPyConnection
) -> None:
    evidence = dict(
        example.execute("select claim_id, evidence_text from marts.claim_evidence").fetchall()
    )
    claims = page.table("claim")
    assert {claim["claim_id"] for claim in claims} == evidence.keys()
    for claim in claims:
        start = claim["evidence_start"] - claim["sentence_start"]
        end = claim["evidence_end"] - claim["sentence_start"]
        assert claim["sentence_text"][start:end] == evidence[claim["claim_id"]]


def test_every_figure_leads_to_claims_of_its_harm(page: Page) -> None:
    claims = page.table("claim")
    for figure in page.table("casualty"):
        found = [
            claim
            for claim in claims
            if (claim["event_id"], claim["harm"]) == (figure["event_id"], figure["harm"])
        ]
        assert found, figure


def test_claims_name_claimant_article_and_rule(page: Page) -> None:
    articles = page.table("article")
    for claim in page.table("claim"):
        assert claim["claimant_name"]
        assert claim["rule_id"]
        assert articles[claim["article_id"]]["article_id"]


def test_the_ledger_holds_every_belief_ever_held(
    page: Page, example: duckdb.DuckDBPyConnection
) -> None:
    (n_rows,) = example.execute("select count(*) from core.fact_territory_control").fetchone()
    assert len(page.table("control")) == n_rows
    assert any(row["known_to"] for row in page.table("control"))
    assert {"disputed", "contested", "controlled"} <= {r["status"] for r in page.table("control")}


def test_disputes_have_at_least_two_answers(page: Page) -> None:
    def asked(row: dict[str, object]) -> tuple[object, ...]:
        return row["event_id"], row["question"], row["side_id"], row["harm"]

    disputes = page.table("dispute")
    assert {"control", "figure"} <= {row["question"] for row in disputes}
    for dispute in disputes:
        answers = {
            (row["answer"], row["actor_name"], row["low"], row["best"], row["high"])
            for row in page.table("position")
            if asked(row) == asked(dispute)
        }
        assert len(answers) > 1, dispute


def test_the_headline_is_the_newest_change_of_hands(page: Page) -> None:
    title = re.search(r'<h1 id="h1">(.*?)</h1>', page.html).group(1)
    assert title == (
        "Warduj retaken by Taliban from Islamic State Khorasan Province on 22 April 2031; "
        "denied at first"
    )


def test_without_scripts_the_page_still_tells_figures_and_events(page: Page) -> None:
    assert "Reported harm" in page.plain
    assert page.plain.count("<tr>") > len(page.table("event"))
    assert "298+" in page.plain


def test_the_page_asks_nothing_of_the_network(page: Page) -> None:
    assert all(address.startswith("#") or address == "data:," for address in page.addresses)
    assert page.policy.startswith("default-src 'none'")
    digest = base64.b64encode(sha256(page.scripts["code"].encode()).digest()).decode()
    assert f"script-src 'sha256-{digest}'" in page.policy
    for word in ("@import", "url(http", "fetch(", "XMLHttpRequest", "WebSocket", "innerHTML"):
        assert word not in page.html, word


def test_hostile_texts_stay_texts(hostile_file: Path, page: Page) -> None:
    hostile = Page(hostile_file)
    # The same elements as any report: no text has become one.
    assert hostile.types.keys() == page.types.keys()
    assert hostile.addresses == page.addresses
    assert {article["title"] for article in hostile.table("article")} == {HOSTILE}
    assert {claim["sentence_text"] for claim in hostile.table("claim")} == {SENTENCE}
    claim = hostile.table("claim")[0]
    start, end = (claim[k] - claim["sentence_start"] for k in ("evidence_start", "evidence_end"))
    assert claim["sentence_text"][start:end] == SPAN
    assert "<img" not in hostile.html
    assert "49" not in re.search(r'<h1 id="h1">(.*?)</h1>', hostile.html).group(1)


def test_a_long_claim_block_is_deflated_and_reads_the_same(
    example_home: Path, page: Page, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("pipelines.outputs.report.packing.DEFLATE_ABOVE", 1000)
    small = Page(write_report(example_home / "warehouse.duckdb", tmp_path / "report.html"))
    assert small.types["claims"] == "application/zlib+base64"
    assert small.claims == page.claims
    assert json.loads(small.scripts["facts"]) == json.loads(page.scripts["facts"])

"""The report in a real browser: no error, no request, no barrier; every figure opens its words."""

import shutil
from collections.abc import Iterator
from importlib.util import find_spec
from pathlib import Path
from typing import Any

import duckdb
import pytest

from tests.outputs.report.conftest import HOSTILE, SPAN

CHROMIUM = shutil.which("chromium") or shutil.which("chromium-browser")
pytestmark = [
    pytest.mark.skipif(CHROMIUM is None, reason="Chromium is not on this machine"),
    pytest.mark.skipif(
        find_spec("playwright") is None,
        reason='playwright is not installed: pip install -e ".[test]"',
    ),
    # Its event loop is closed by the garbage collector when the driver ends.
    pytest.mark.filterwarnings("ignore::ResourceWarning"),
]
PHONE, DESK = {"width": 390, "height": 844}, {"width": 1440, "height": 900}
Tab = Any


@pytest.fixture(scope="module")
def browser() -> Iterator[Any]:
    from playwright.sync_api import sync_playwright

    with sync_playwright() as playwright:
        chromium = playwright.chromium.launch(
            executable_path=CHROMIUM, args=["--no-sandbox", "--disable-gpu"]
        )
        yield chromium
        chromium.close()


class Opened:
    """A report in a tab, and what went wrong in it."""

    def __init__(self, browser: Any, path: Path, size: dict[str, int], theme: str) -> None:
        self.tab: Tab = browser.new_page(viewport=size, color_scheme=theme)
        self.troubles: list[str] = []
        self.tab.on("console", lambda message: self.troubles.append(message.text))
        self.tab.on("pageerror", lambda error: self.troubles.append(str(error)))
        self.tab.on("request", self.note_request)
        self.tab.goto(path.as_uri())

    def note_request(self, request: Any) -> None:
        """A page of one file asks for that file and nothing else."""
        if not request.url.startswith("file:") or not request.is_navigation_request():
            self.troubles.append(f"asked for {request.url}")


@pytest.fixture
def desk(browser: Any, report_file: Path) -> Iterator[Tab]:
    """The example's report on a desk's screen; must end without trouble."""
    opened = Opened(browser, report_file, DESK, "light")
    yield opened.tab
    assert opened.troubles == []
    opened.tab.close()


@pytest.mark.parametrize("theme", ["light", "dark"])
@pytest.mark.parametrize("size", [PHONE, DESK], ids=["phone", "desk"])
def test_it_loads_in_silence_without_barriers_and_fits(
    browser: Any, report_file: Path, size: dict[str, int], theme: str
) -> None:
    opened = Opened(browser, report_file, size, theme)
    tab = opened.tab
    tab.locator("#ev tbody.e").first.locator(".what button").click()
    tab.wait_for_selector("#ev mark")
    for box in ("#ctabbox", "#castabbox", "#untoldbox"):
        tab.locator(f"{box} summary").click()
    assert tab.evaluate("document.documentElement.scrollWidth") <= size["width"]
    assert opened.troubles == []
    assert barriers(tab) == []
    tab.close()


def barriers(tab: Tab) -> list[str]:
    """What axe-core finds serious or worse."""
    if find_spec("axe_playwright_python") is None:
        pytest.skip('axe-core is not installed: pip install -e ".[test]"')
    from axe_playwright_python.sync_playwright import Axe

    found = Axe().run(tab, options={"resultTypes": ["violations"]}).response["violations"]
    return [
        f"{rule['id']}: {node['html'][:120]}"
        for rule in found
        if rule["impact"] in ("serious", "critical")
        for node in rule["nodes"]
    ]


def test_the_figures_shown_are_those_of_the_mart(
    desk: Tab, example: duckdb.DuckDBPyConnection
) -> None:
    for policy in ("best_supported", "lowest", "highest", "latest"):
        desk.select_option("#policy", policy)
        for place, harm in enumerate(("killed", "wounded", "killed_or_wounded", "captured")):
            (value,) = example.execute(
                "select sum(value)::bigint from marts.casualties_by_policy "
                "where policy = ? and harm = ?",
                [policy, harm],
            ).fetchone()
            assert desk.locator("#stats .big").nth(place).inner_text() == f"{value:,}"
    desk.select_option("#policy", "acled_conservative")
    assert desk.locator("#stats .big").nth(1).inner_text() == "no figure"


def test_a_figure_opens_its_sentences_with_the_very_words_marked(
    desk: Tab, example: duckdb.DuckDBPyConnection
) -> None:
    desk.locator("#stats .big button").first.click()
    assert "killed" in desk.locator("#narrow").inner_text()
    (n_events,) = example.execute(
        "select count(distinct event_id) from core.fact_casualty where harm = 'killed'"
    ).fetchone()
    assert desk.locator("#ev tbody.e").count() == n_events
    row = desk.locator("#ev tbody.e").first
    row.locator(".ob button").first.click()
    desk.wait_for_selector("#ev mark")
    marked = set(desk.locator("#ev mark").all_inner_texts())
    evidence = example.execute(
        "select evidence_text from marts.claim_evidence where event_id = ?",
        [row.get_attribute("id")],
    ).fetchall()
    assert marked == {" ".join(text.split()) for (text,) in evidence}
    assert desk.locator("#ev li.aim").count() > 0


def test_the_day_moves_map_ledger_and_events_together(desk: Tab) -> None:
    desk.evaluate("setDay(dayNumber('2031-03-12'))")
    assert "12 March 2031" in desk.locator("#dayname").inner_text()
    assert "12 Mar:" in desk.locator("#dayread").inner_text()
    farkhar = desk.locator("#ledger tr", has=desk.get_by_text("Farkhar", exact=True))
    assert "Anti-Taliban resistance" in farkhar.locator(".st").inner_text()
    desk.locator("#next").click()
    assert "13 March" in desk.locator("#dayname").inner_text()
    assert "Disputed" in farkhar.locator(".st").inner_text()
    assert "Farkhar, Takhar: Disputed" in desk.locator("#mapd").text_content()


def test_an_earlier_belief_is_shown_as_it_stood(desk: Tab) -> None:
    desk.select_option("#known", "2031-04-23")
    desk.evaluate("setDay(dayNumber('2031-04-22'))")
    warduj = desk.locator("#ledger tr", has=desk.get_by_text("Warduj", exact=True))
    assert "Disputed" in warduj.locator(".st").inner_text()
    belief = desk.locator("#belief").inner_text()
    assert (
        "Warduj, 22 Apr – 23 Apr: then Disputed: Taliban or Islamic State, now Taliban." in belief
    )


def test_search_reads_the_sentences(desk: Tab) -> None:
    desk.fill("#q", "minibus hospital")
    desk.locator("#evn", has_text=" of ").wait_for()
    shown = desk.locator("#ev tbody.e")
    assert 0 < shown.count() < 10
    desk.fill("#q", "no such words anywhere")
    desk.wait_for_selector("#evempty:not([hidden])")
    desk.locator("#clear2").click()
    assert shown.count() == 25


def test_the_keyboard_reaches_map_and_evidence(desk: Tab) -> None:
    desk.keyboard.press("Tab")
    assert desk.evaluate("document.activeElement.className") == "skip"
    desk.keyboard.press("Enter")
    assert desk.evaluate("document.activeElement.id") == "main"
    desk.locator("#map .pt[tabindex='0']").focus()
    first = desk.evaluate("document.activeElement.getAttribute('aria-label')")
    for arrow in ("ArrowDown", "ArrowRight", "ArrowUp", "ArrowLeft"):
        desk.keyboard.press(arrow)
    assert desk.locator("#map .pt[tabindex='0']").count() == 1
    second = desk.evaluate("document.activeElement.getAttribute('aria-label')")
    assert second != first or desk.locator("#map .pt").count() == 1
    desk.keyboard.press("Enter")
    assert desk.locator("#dayread h3").inner_text().startswith(second.split(",")[0].split(":")[0])
    desk.locator("#day").focus()
    before = desk.locator("#dayname").inner_text()
    desk.keyboard.press("ArrowLeft")
    assert desk.locator("#dayname").inner_text() != before
    button = desk.locator("#ev .what button").first
    button.focus()
    desk.keyboard.press("Enter")
    desk.wait_for_selector("#ev mark")
    assert desk.evaluate("document.activeElement.getAttribute('aria-expanded')") == "true"


def test_an_address_with_an_event_opens_it(
    browser: Any, report_file: Path, example: duckdb.DuckDBPyConnection
) -> None:
    (event_id,) = example.execute(
        "select event_id from marts.event_register where sub_event_type = 'Attack' limit 1"
    ).fetchone()
    tab = browser.new_page()
    tab.goto(f"{report_file.as_uri()}#{event_id}")
    tab.wait_for_selector(f"#{event_id} mark")
    tab.close()


def test_hostile_texts_do_nothing_and_show_as_they_are(browser: Any, hostile_file: Path) -> None:
    opened = Opened(browser, hostile_file, DESK, "light")
    opened.tab.locator("#ev tbody.e .what button").first.click()
    opened.tab.wait_for_selector("#ev mark")
    assert opened.tab.evaluate("window.owned") is None
    assert opened.tab.locator("#ev cite").first.inner_text() == HOSTILE
    assert opened.tab.locator("#ev mark").first.inner_text() == SPAN
    assert opened.tab.locator("main img, main script, main a[href^='javascript']").count() == 0
    assert opened.troubles == []
    opened.tab.close()


def test_deflated_claims_open_the_same(
    browser: Any, example_home: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    from pipelines.outputs.report.page import write_report

    monkeypatch.setattr("pipelines.outputs.report.packing.DEFLATE_ABOVE", 1000)
    path = write_report(example_home / "warehouse.duckdb", tmp_path / "report.html")
    opened = Opened(browser, path, PHONE, "dark")
    opened.tab.locator("#ev tbody.e .what button").first.click()
    opened.tab.wait_for_selector("#ev mark")
    assert opened.troubles == []
    opened.tab.close()

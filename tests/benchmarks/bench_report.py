"""The report of many invented events in a real browser: python <this file> [--events 5000].

Prints the page's size, CPU seconds to write it, and milliseconds to the first view, for a step of
the day, for a search and for opening an event. The yardstick for the first view is the same browser
parsing and laying out an empty page of the same size in the same run; the ratio is told.
"""

import argparse
import shutil
import statistics
import tempfile
import time
from pathlib import Path
from typing import Any

from playwright.sync_api import sync_playwright

from pipelines.outputs.report.page import write_report
from tests.outputs.report.invented import invent

RUNS = 5
SIZES = {"phone": {"width": 390, "height": 844}, "desk": {"width": 1440, "height": 900}}
LOADED = "performance.getEntriesByType('navigation')[0].loadEventEnd"
PAINTED = "performance.getEntriesByName('first-contentful-paint')[0]?.startTime ?? 0"
STEP = """() => {
  const start = performance.now();
  for (let i = 0; i < 20; i += 1) setDay(Math.floor((N_DAYS * i) / 20));
  return (performance.now() - start) / 20;
}"""
NOW = "performance.now()"


def first_view(browser: Any, path: Path, size: dict[str, int]) -> tuple[float, float]:
    """Milliseconds until something is painted, and until all of the first view stands."""
    tab = browser.new_page(viewport=size)
    tab.goto(path.as_uri())
    tab.wait_for_timeout(100)
    found = tab.evaluate(PAINTED), tab.evaluate(LOADED)
    tab.close()
    return found


def uses(browser: Any, path: Path) -> dict[str, float]:
    """Milliseconds for what a reader does."""
    tab = browser.new_page(viewport=SIZES["desk"])
    tab.goto(path.as_uri())
    found = {"step of the day": tab.evaluate(STEP)}
    start = tab.evaluate(NOW)
    tab.locator("#ev .what button").first.click()
    tab.locator("#ev mark").first.wait_for()
    found["opening the first event"] = tab.evaluate(NOW) - start
    start = tab.evaluate(NOW)
    tab.fill("#q", "morning 17")
    tab.locator("#evn", has_text=" of ").wait_for()
    found["first search"] = tab.evaluate(NOW) - start
    found["elements"] = tab.evaluate("document.querySelectorAll('*').length")
    tab.close()
    return found


def main() -> None:
    """Measure and print."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--events", type=int, default=5_000)
    n_events = parser.parse_args().events
    folder = Path(tempfile.mkdtemp())
    warehouse = invent(folder / "warehouse.duckdb", n_events)
    start = time.process_time()
    page = write_report(warehouse, folder / "report.html")
    print(f"{n_events} events: {page.stat().st_size / 1e6:.2f} MB, ", end="")
    print(f"written in {time.process_time() - start:.2f} s of CPU")
    plain = folder / "plain.html"
    filler = "x" * page.stat().st_size
    plain.write_text(f"<p>Plain</p><script type='text/plain'>{filler}</script>")
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(
            executable_path=shutil.which("chromium"), args=["--no-sandbox"]
        )
        for name, size in SIZES.items():
            pairs = [
                (first_view(browser, page, size), first_view(browser, plain, size))
                for _ in range(RUNS)
            ]
            painted, stands = (statistics.median(p[0][i] for p in pairs) for i in (0, 1))
            yardstick = statistics.median(p[1][1] for p in pairs)
            print(f"{name}: painted {painted:.0f} ms, first view {stands:.0f} ms, ", end="")
            print(f"{stands / yardstick:.1f} times a plain page of that size ({yardstick:.0f} ms)")
        for name, value in uses(browser, page).items():
            print(f"{name}: {value:.0f}{'' if name == 'elements' else ' ms'}")
        browser.close()
    shutil.rmtree(folder)


if __name__ == "__main__":
    main()

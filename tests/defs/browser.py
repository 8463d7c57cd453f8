"""A real browser without a window, for tests that use the UI as a person does."""

import shutil
from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any

import pytest

PROGRAM = shutil.which("chromium") or shutil.which("chromium-browser")
PATIENCE = 120_000  # milliseconds; a busy machine draws slowly


@contextmanager
def page_of(address: str) -> Iterator[Any]:
    """A browser's page at an address; skips the test where there is no browser to drive."""
    api = pytest.importorskip("playwright.sync_api", reason="the extra `dev` is not installed")
    if PROGRAM is None:
        pytest.skip("chromium is not on this machine")
    with api.sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=PROGRAM, args=["--no-sandbox"])
        page = browser.new_page(viewport={"width": 1500, "height": 1000})
        page.set_default_timeout(PATIENCE)
        page.goto(address)
        yield page
        browser.close()


def shows(page: Any, words: str) -> None:
    """Wait until a page shows some words; the test fails where it never does."""
    page.get_by_text(words).first.wait_for()

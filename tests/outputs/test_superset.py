"""The Superset bundle: charts read columns that exist, and a real Superset shows them with data.

The real one wants an environment of its own, as the README tells, and is named by SUPERSET_PROGRAM
(…/bin/superset); SUPERSET_PICTURE names a file for the screenshot.
"""

import os
import shutil
import socket
import subprocess
import time
import zipfile
from collections.abc import Iterator
from pathlib import Path
from urllib.error import URLError
from urllib.request import urlopen

import duckdb
import pytest
import yaml

from tests.conftest import sitrep

PROGRAM = os.environ.get("SUPERSET_PROGRAM")
CHROMIUM = shutil.which("chromium")
CONFIG = """
SECRET_KEY = "of a test on loopback"
SQLALCHEMY_DATABASE_URI = "sqlite:///{folder}/superset.db"
WTF_CSRF_ENABLED = False
TALISMAN_ENABLED = False
"""
N_CHARTS = 9
SECONDS = 240


@pytest.fixture(scope="module")
def bundle(example_home: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    target = tmp_path_factory.mktemp("bundle") / "sitrep.zip"
    result = sitrep("serve", "superset", "--home", example_home, "--to", target)
    assert result.returncode == 0, result.stderr
    return target


def documents(bundle: Path, kind: str) -> list[dict]:
    with zipfile.ZipFile(bundle) as archive:
        return [
            yaml.safe_load(archive.read(name))
            for name in archive.namelist()
            if name.split("/")[1].startswith(kind)
        ]


def test_the_datasets_are_the_marts_as_published(
    bundle: Path, example: duckdb.DuckDBPyConnection
) -> None:
    for dataset in documents(bundle, "datasets"):
        columns = example.execute(
            "select column_name, comment from duckdb_columns() "
            "where schema_name = ? and table_name = ? order by column_index",
            [dataset["schema"], dataset["table_name"]],
        ).fetchall()
        assert [(c["column_name"], c["description"]) for c in dataset["columns"]] == columns


def test_every_chart_asks_for_columns_that_its_dataset_has(
    bundle: Path, example: duckdb.DuckDBPyConnection
) -> None:
    datasets = {dataset["uuid"]: dataset for dataset in documents(bundle, "datasets")}
    charts = documents(bundle, "charts")
    assert len(charts) == N_CHARTS
    for chart in charts:
        dataset, params = datasets[chart["dataset_uuid"]], chart["params"]
        table = f"{dataset['schema']}.{dataset['table_name']}"
        filters = params.get("adhoc_filters", [])
        named = [*params.get("groupby", []), *params.get("all_columns", [])]
        named += [each["subject"] for each in filters if "subject" in each]
        named += [params["x_axis"]] if "x_axis" in params else []
        for column in named:
            example.execute(f'select "{column}" from {table} limit 0')
        metrics = [*params.get("metrics", []), params.get("metric")]
        for metric in (each for each in metrics if isinstance(each, dict)):
            example.execute(f"select {metric['sqlExpression']} from {table}")


def test_the_dashboard_shows_every_chart_once(bundle: Path) -> None:
    (dashboard,) = documents(bundle, "dashboards")
    shown = [
        part["meta"]["uuid"]
        for part in dashboard["position"].values()
        if isinstance(part, dict) and part["type"] == "CHART"
    ]
    assert sorted(shown) == sorted(chart["uuid"] for chart in documents(bundle, "charts"))


@pytest.fixture(scope="module")
def address(bundle: Path, tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    """A running Superset that has taken the bundle."""
    if not PROGRAM or not CHROMIUM:
        pytest.skip("SUPERSET_PROGRAM names no Superset, or there is no Chromium: see the README")
    folder = tmp_path_factory.mktemp("superset")
    config = folder / "superset_config.py"
    config.write_text(CONFIG.format(folder=folder))
    environment = os.environ | {"SUPERSET_CONFIG_PATH": str(config), "FLASK_APP": "superset"}
    environment.pop("PYTHONPATH", None)

    def superset(*arguments: str) -> None:
        done = subprocess.run(
            [PROGRAM, *arguments], env=environment, capture_output=True, text=True, check=False
        )
        assert done.returncode == 0, done.stderr[-2000:]

    superset("db", "upgrade")
    superset(
        "fab", "create-admin", "--username", "admin", "--password", "admin",
        "--firstname", "a", "--lastname", "b", "--email", "a@example.org",
    )  # fmt: skip
    superset("init")
    superset("import-dashboards", "-p", str(bundle), "-u", "admin")
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        port = probe.getsockname()[1]
    with (folder / "log.txt").open("w") as log:
        server = subprocess.Popen(
            [PROGRAM, "run", "-h", "127.0.0.1", "-p", str(port)],
            env=environment, stdout=log, stderr=log,
        )  # fmt: skip
        try:
            wait_for(f"http://127.0.0.1:{port}/health")
            yield f"http://127.0.0.1:{port}"
        finally:
            server.terminate()
            server.wait()


def wait_for(address: str) -> None:
    ends = time.monotonic() + SECONDS
    while True:
        try:
            with urlopen(address):
                return
        except URLError:
            assert time.monotonic() < ends, "Superset did not start"
            time.sleep(1)


def test_a_real_superset_shows_every_chart_with_data_and_drills_down(address: str) -> None:
    playwright = pytest.importorskip("playwright.sync_api", reason="playwright is not installed")
    answers: list[tuple[int, str | None]] = []

    def keep(response: object) -> None:
        if "/api/v1/chart/data" in response.url:
            answers.extend((q["rowcount"], q["error"]) for q in response.json()["result"])

    with playwright.sync_playwright() as driver:
        browser = driver.chromium.launch(
            executable_path=CHROMIUM,
            args=["--no-sandbox", "--use-angle=swiftshader", "--enable-unsafe-swiftshader",
                  "--disable-background-networking"],
        )  # fmt: skip
        page = browser.new_page(viewport={"width": 1500, "height": 2350})
        page.set_default_timeout(SECONDS * 1000)
        page.on("response", keep)
        page.goto(f"{address}/login/")
        page.fill("#username", "admin")
        page.fill("#password", "admin")
        page.keyboard.press("Enter")
        page.wait_for_url(lambda url: "login" not in url)
        page.goto(f"{address}/superset/dashboard/sitrep/")
        page.get_by_placeholder("records").last.wait_for()  # the evidence, last of all
        page.wait_for_load_state("networkidle")
        assert page.locator(".ant-empty, [data-test='chart-error']").count() == 0
        assert len(answers) >= N_CHARTS
        assert all(n_rows and not error for n_rows, error in answers), answers
        if "SUPERSET_PICTURE" in os.environ:
            page.wait_for_timeout(5_000)  # charts move into their places
            page.screenshot(path=os.environ["SUPERSET_PICTURE"])
        whole = max(n_rows for n_rows, _ in answers)
        answers.clear()
        with page.expect_response(lambda response: "/api/v1/chart/data" in response.url):
            page.locator("td").filter(has_text="e_").first.click()
        page.wait_for_load_state("networkidle")
        assert 0 < max(n_rows for n_rows, _ in answers) < whole
        browser.close()

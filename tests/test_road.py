"""The road end to end, through the command line, on the bundled example."""

import json
import random
import tempfile
from pathlib import Path

import duckdb
import pytest

from pipelines.settings import EXAMPLE
from tests.conftest import sitrep


def exported(home: Path) -> dict[str, bytes]:
    """Every exported file with its bytes."""
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        result = sitrep("export", "--home", home, "--to", folder)
        assert result.returncode == 0, result.stderr
        return {str(p.relative_to(folder)): p.read_bytes() for p in sorted(folder.rglob("*.*"))}


def test_the_summary_tells_what_was_read_and_found(example_home: Path) -> None:
    summary = (example_home / "summary.txt").read_text()
    assert "32 articles" in summary
    assert "killed" in summary
    assert "Farkhar" in summary
    assert "disputed" in summary


def test_an_exact_copy_is_one_article(example: duckdb.DuckDBPyConnection) -> None:
    n_rows = example.execute(
        "select count(*) from core.dim_article where title like 'Bomb on minibus kills%'"
    ).fetchone()
    assert n_rows == (1,)


def test_every_claim_is_cut_from_its_article(example: duckdb.DuckDBPyConnection) -> None:
    n_claims, n_right = example.execute(
        """
        select count(*), count(*) filter (
            array_to_string(string_split(text, '')[evidence_start + 1:evidence_end], '')
            = evidence_text)
        from core.fact_claim inner join core.article_text using (article_key)
        """
    ).fetchone()
    assert n_claims > 60
    assert n_right == n_claims


def test_joins_of_facts_to_dimensions_lose_no_row(example: duckdb.DuckDBPyConnection) -> None:
    for fact, keys in {
        "fact_claim": ("article_key", "location_key", "claimant_key"),
        "fact_event": ("event_type_key", "location_key", "date_key"),
        "fact_casualty": ("location_key", "date_key"),
        "fact_territory_change": ("location_key", "date_key"),
    }.items():
        for key in keys:
            dimension = {"date_key": "dim_date"}.get(key, f"dim_{key.removesuffix('_key')}")
            whole, joined = example.execute(
                f"select (select count(*) from core.{fact}), "
                f"(select count(*) from core.{fact} inner join core.{dimension} using ({key}))"
            ).fetchone()
            assert whole == joined > 0, (fact, key)


def test_totals_agree_by_day_month_province_and_country(
    example: duckdb.DuckDBPyConnection,
) -> None:
    facts = example.execute(
        "select harm, sum(best)::bigint from core.fact_casualty group by 1 order by 1"
    ).fetchall()
    for mart in ("casualties_daily", "casualties_monthly", "casualties_by_actor"):
        by_mart = example.execute(
            f"select harm, sum(best)::bigint from marts.{mart} group by 1 order by 1"
        ).fetchall()
        assert by_mart == facts, mart
    for level in ("admin1_name", "country_name"):
        by_place = example.execute(
            f"""
            select harm, sum(best)::bigint from (
                select harm, dim_location.{level}, sum(best) as best
                from core.fact_casualty inner join core.dim_location using (location_key)
                group by all)
            group by 1 order by 1
            """
        ).fetchall()
        assert by_place == facts, level


def test_a_denied_capture_is_disputed_and_an_undenied_one_is_not(
    example: duckdb.DuckDBPyConnection,
) -> None:
    rows = dict(
        example.execute(
            """
            select dim_location.name || ' ' || dim_date.date, is_contradicted
            from core.fact_territory_change
            inner join core.dim_location using (location_key)
            inner join core.dim_date using (date_key)
            """
        ).fetchall()
    )
    assert rows["Farkhar 2031-03-12"] is True
    assert rows["Warsaj 2031-03-14"] is False


def test_who_holds_what_after_the_last_report(example: duckdb.DuckDBPyConnection) -> None:
    rows = example.execute(
        """
        select dim_location.name, status, dim_actor.side_id
        from territory_as_known(date '2031-04-30') as control
        inner join core.dim_location using (location_key)
        inner join core.dim_actor using (actor_key)
        where control.valid_to is null and dim_location.name in ('Farkhar', 'Warduj')
        order by 1
        """
    ).fetchall()
    assert rows == [("Farkhar", "controlled", "taliban"), ("Warduj", "controlled", "taliban")]


def test_every_table_and_column_is_described(example: duckdb.DuckDBPyConnection) -> None:
    undescribed = example.execute(
        """
        select schema_name, table_name, column_name from duckdb_columns()
        where schema_name in ('core', 'marts', 'ops') and coalesce(comment, '') = ''
        union all
        select schema_name, table_name, '' from duckdb_tables()
        where schema_name in ('core', 'marts', 'ops') and coalesce(comment, '') = ''
        """
    ).fetchall()
    assert undescribed == []


def test_the_published_file_is_in_the_storage_version_of_1_2(
    example: duckdb.DuckDBPyConnection,
) -> None:
    (tags,) = example.execute(
        "select tags from duckdb_databases() where database_name = 'warehouse'"
    ).fetchone()
    assert tags["storage_version"].startswith("v1.2.0")


# A run of its own; tests/test_splits.py shuffles batches in the default tests.
@pytest.mark.operation
def test_the_order_of_inputs_changes_no_byte(example_home: Path, tmp_path: Path) -> None:
    first = exported(example_home)
    assert len(first) > 40
    folder = EXAMPLE / "articles"
    inputs = sorted(path for path in folder.glob("*") if path.name != "manifest.csv")
    random.Random(31).shuffle(inputs)
    home = tmp_path / "home"
    result = sitrep("run", *inputs, "--manifest", folder / "manifest.csv", "--home", home)
    assert result.returncode == 0, result.stderr
    again = exported(home)
    assert sorted(again) == sorted(first)
    assert [name for name in first if first[name] != again[name]] == []


def test_bad_input_is_quarantined_and_the_good_article_arrives(mixed_home: Path) -> None:
    summary = (mixed_home / "summary.txt").read_text()
    assert "3 articles" in summary
    answer = sitrep(
        "query", "--format", "json", "select uri, reason, detail from ops.quarantine order by uri",
        "--home", mixed_home,
    )  # fmt: skip
    rows = json.loads(answer.stdout)
    files = [row["uri"].split("#")[0].rsplit("/", 1)[-1] for row in rows]
    assert sorted(files) == sorted(
        ["broken.txt", "empty.txt", "report.pdf", "long.txt", *["records.jsonl"] * 3]
    )
    assert all(row["reason"] and len(row["detail"]) > 20 for row in rows)
    assert f"{len(rows)} inputs in quarantine" in summary


def test_explain_shows_sentence_claimant_and_rule(example_home: Path) -> None:
    found = sitrep(
        "query", "--format", "csv", "--home", example_home,
        "select event_id from marts.event_register where location_name = 'Warduj' limit 1",
    )  # fmt: skip
    event_id = found.stdout.split()[-1]
    case = sitrep("explain", event_id, "--home", example_home)
    assert case.returncode == 0, case.stderr
    assert "Warduj" in case.stdout
    assert "rule" in case.stdout


def test_explain_shows_which_account_each_policy_took(example_home: Path) -> None:
    found = sitrep(
        "query", "--format", "csv", "--home", example_home,
        "select event_id from marts.source_agreement order by n_accounts desc, event_id limit 1",
    )  # fmt: skip
    case = sitrep("explain", found.stdout.split()[-1], "--home", example_home)
    assert case.returncode == 0, case.stderr
    for word in ("best_suppor", "disinteres", "in totals"):
        assert word in case.stdout


def test_a_claim_is_known_by_the_day_of_publication_and_by_the_run_that_read_it(
    example: duckdb.DuckDBPyConnection,
) -> None:
    (run_id,) = example.execute("select run_id from ops.run_log").fetchone()
    brought = example.execute("select count(*) from known_by_run(?)", [run_id]).fetchone()
    assert brought == example.execute("select count(*) from core.fact_claim").fetchone()
    assert example.execute("select count(*) from known_by_run('none')").fetchone() == (0,)


def test_revisions_name_the_article_that_brought_them(example: duckdb.DuckDBPyConnection) -> None:
    rows = example.execute(
        """
        select revisions.known_on, dim_article.known_on
        from marts.revisions left join core.dim_article using (article_id)
        where revision <> 'grade_changed'
        """
    ).fetchall()
    assert len(rows) > 3
    assert [row for row in rows if row[0] != row[1]] == []


def test_explain_shows_the_tagged_words_of_a_claim(example_home: Path) -> None:
    found = sitrep(
        "query", "--format", "csv", "--home", example_home,
        "select claim_id from marts.claim_evidence where harm = 'killed' limit 1",
    )  # fmt: skip
    case = sitrep("explain", found.stdout.split()[-1], "--home", example_home)
    assert case.returncode == 0, case.stderr
    for word in ("trigger", "quantity", "rule_id", "casualty_"):
        assert word in case.stdout


@pytest.mark.parametrize(
    ("arguments", "message"),
    [
        (("run", "no/such/folder"), "No such file or folder"),
        (("query", "from marts.event_register"), "No warehouse at"),
        (("explain", "e_0"), "No warehouse at"),
    ],
)
def test_a_wrong_call_says_how_to_mend_it_and_exits_with_2(
    arguments: tuple[str, ...], message: str, tmp_path: Path
) -> None:
    result = sitrep(*arguments, "--home", tmp_path)
    assert result.returncode == 2
    assert message in result.stderr
    assert "Traceback" not in result.stderr


def test_evaluate_measures_the_example_against_its_answers(example_home: Path) -> None:
    result = sitrep("evaluate", "--home", example_home)
    assert result.returncode == 0, result.stderr
    assert "casualties" in result.stdout
    assert "F1" in result.stdout

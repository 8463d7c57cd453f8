"""What users of the published file rely on: whole swaps, comments, old clients."""

import pytest

from pipelines.storage.sql_models import SqlModelError, read_model


def test_a_file_with_two_statements_is_refused(tmp_path) -> None:
    path = tmp_path / "two.sql"
    path.write_text("select 1 as a; select 2 as b")
    with pytest.raises(SqlModelError, match="2 statements"):
        read_model(path)


def test_a_statement_that_writes_is_refused(tmp_path) -> None:
    path = tmp_path / "core" / "writes.sql"
    path.parent.mkdir()
    path.write_text("drop table core.fact_event")
    with pytest.raises(SqlModelError, match="SELECT"):
        read_model(path)


def test_a_model_knows_what_it_reads_but_not_its_own_ctes(tmp_path) -> None:
    path = tmp_path / "core" / "fact_x.sql"
    path.parent.mkdir()
    path.write_text(
        "-- One row per x.\nwith newest as (select * from stage.claims)\n"
        "select * from newest anti join core.dim_actor using (actor_key)"
    )
    model = read_model(path)
    assert model.reads == ("core.dim_actor", "stage.claims")
    assert (model.table, model.summary) == ("core.fact_x", "One row per x.")


def test_parameters_of_a_macro_are_read_from_its_comment(tmp_path) -> None:
    path = tmp_path / "macros" / "held_on.sql"
    path.parent.mkdir()
    path.write_text("-- Who held what.\n-- parameters: day, place\nselect day, place")
    assert read_model(path).parameters == ("day", "place")
    assert read_model(path).summary == "Who held what."

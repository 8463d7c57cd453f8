"""Settings: one place, and a sentence for each that is wrong."""

from pathlib import Path

import pytest

from pipelines.settings import Settings, SettingsError, read_settings, variable
from tests.conftest import sitrep

README = Path(__file__).parents[1] / "README.md"


def test_settings_come_from_the_environment_and_an_empty_one_is_none() -> None:
    given = {"SITREP_FEEDS_PAGES": "7", "SITREP_FRESH_HOURS": "1.5", "SITREP_HOME": "", "PATH": "x"}
    assert read_settings(given) == Settings(feeds_pages=7, fresh_hours=1.5)


@pytest.mark.parametrize(
    ("name", "value", "told"),
    [
        ("SITREP_FRESH_HOURS", "often", "input should be a valid number"),
        ("SITREP_FEEDS_PAGES", "0", "input should be greater than or equal to 1"),
        ("SITREP_FEEDS_PAGES", "2.5", "input should be a valid integer"),
        ("SITREP_FEEDS_WAIT_SECONDS", "-1", "input should be greater than or equal to 0"),
    ],
)
def test_a_wrong_value_is_told_with_the_default_to_go_back_to(
    name: str, value: str, told: str
) -> None:
    with pytest.raises(SettingsError) as error:
        read_settings({name: value})
    assert str(error.value).startswith(f"{name} is '{value}': {told}")
    assert "unset it to have the default" in str(error.value)


def test_a_slip_of_the_pen_is_told_with_what_was_meant() -> None:
    with pytest.raises(SettingsError, match="Did you mean SITREP_HOME"):
        read_settings({"SITREP_HOMES": "x"})


def test_all_problems_are_told_at_once() -> None:
    with pytest.raises(SettingsError) as error:
        read_settings({"SITREP_FEED_PAGES": "1", "SITREP_FRESH_HOURS": "x"})
    assert len(str(error.value).splitlines()) == 2


def test_a_wrong_setting_ends_any_command_with_that_sentence(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("SITREP_FRESH_HOURS", "often")
    result = sitrep("export", "--home", tmp_path)
    assert result.returncode == 2
    assert result.stderr.startswith("SITREP_FRESH_HOURS is 'often': ")
    assert "Traceback" not in result.stderr


def test_a_home_that_cannot_be_made_is_told(tmp_path: Path) -> None:
    (tmp_path / "file").touch()
    result = sitrep("run", "--home", tmp_path / "file" / "home")
    assert result.returncode == 2
    assert "cannot be used" in result.stderr
    assert "Traceback" not in result.stderr


@pytest.mark.parametrize("field", Settings.model_fields)
def test_the_readme_lists_every_setting_with_its_default(field: str) -> None:
    (row,) = (
        line
        for line in README.read_text().splitlines()
        if line.startswith(f"| `{variable(field)}`")
    )
    default = Settings.model_fields[field].default
    assert f"`{default}`" in row or (default == "" and "none" in row)


def test_the_launchpad_of_a_fetch_has_the_settings_of_feeds_with_their_defaults() -> None:
    from pipelines.defs.feeds import FetchOptions

    options = FetchOptions().model_dump()
    assert options == {
        name: field.default
        for name, field in Settings.model_fields.items()
        if name.startswith("feeds_")
    }
    shown = FetchOptions.to_config_schema().as_field().config_type.fields
    assert shown["feeds_pages"].default_value == 100
    assert shown["feeds_pages"].description == Settings.model_fields["feeds_pages"].description

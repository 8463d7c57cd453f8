"""What was believed on a day of the example is what its articles known by then give."""

from pathlib import Path

from tests.measures.past_views import days_known, differences


def test_a_view_of_the_past_is_the_warehouse_of_the_articles_known_by_then(
    example_home: Path,
) -> None:
    days = days_known(example_home)
    assert len(days) > 15
    # A third of the days, the first and the last among them; the measure looks at them all.
    assert differences(example_home, [*days[::4], days[-1]]) == []

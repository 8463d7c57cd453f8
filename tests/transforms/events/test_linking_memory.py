"""What linking remembers changes nothing, whatever claims come, go or change."""

from collections.abc import Mapping
from datetime import timedelta

import polars as pl
from hypothesis import given, settings
from hypothesis import strategies as st
from polars.testing import assert_frame_equal

from pipelines.storage.door import enforce
from pipelines.transforms.events.linking import link_events
from pipelines.transforms.events.linking_memory import LinkingMemory, relink_events
from schemas.registry import contract
from tests.builders import claim, dated_claims, frame
from tests.transforms.events.linked import LEXICONS
from tests.transforms.events.test_linking import START, any_claim

NAMES = "abcdefghijkl"
NOTHING = LinkingMemory(
    **{name: contract(name).empty() for name in LinkingMemory.__dataclass_fields__}
)


@st.composite
def told(draw: st.DrawFn, name: str) -> dict[str, object]:
    """A claim of any kind, in one of more stories, of one article in two or of its own."""
    row = draw(any_claim(name))
    story = draw(st.sampled_from("uvwxyz"))
    known_on = draw(st.one_of(st.none(), st.integers(0, 12)))
    of_story = {
        "story_id": f"s_{story}",
        "article_id": claim(f"{story}{draw(st.integers(0, 1))}")["article_id"],
        "known_on": None if known_on is None else START + timedelta(days=known_on),
        "report_id": None,
    }
    return claim(name, **(row | of_story))


@st.composite
def changes(draw: st.DrawFn) -> dict[str, dict[str, object] | None]:
    """Claims that come, change (a row) or go (None)."""
    names = draw(st.lists(st.sampled_from(NAMES), min_size=1, max_size=9, unique=True))
    return {name: draw(st.one_of(st.none(), told(name), told(name))) for name in names}


@settings(max_examples=40, deadline=None, derandomize=True)
@given(runs=st.lists(changes(), min_size=2, max_size=5))
def test_any_runs_end_as_one_run_that_remembers_nothing(
    runs: list[Mapping[str, dict[str, object] | None]],
) -> None:
    known: dict[str, dict[str, object]] = {}
    memory, links = NOTHING, frame("links")
    for change in runs:
        known = {name: row for name, row in (known | change).items() if row}
        claims = dated_claims(*known.values())
        memory = relink_events(claims, LEXICONS, links, memory)
        for name, kept in vars(memory).items():
            enforce(name, kept)
        for name, linked in vars(link_events(claims, LEXICONS, links)).items():
            assert_frame_equal(getattr(memory, name), linked)

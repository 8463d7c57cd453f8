"""Dated claims: days, places, sides, publishers and reports of usable claims."""

from datetime import date

import polars as pl

from pipelines.storage.door import enforce
from pipelines.transforms.events.dated_claims import date_claims
from pipelines.transforms.events.reports import group_reports
from pipelines.transforms.ids import hash_id
from tests.builders import actors, frame, lexicons

FRIDAY = date(2022, 5, 6)
ARTICLE = hash_id("article one")
LEXICONS = lexicons(
    actors=actors(
        army=("government", "state forces"),
        police=("government", "state forces"),
        rebels=("rebels", "rebel group"),
        farmers=("civilians", "civilians"),
    ),
    places=frame(
        "lexicon_places",
        {"location_id": "XX.01.02", "name": "Zarkhel", "location_type": "admin2",
         "country_id": "XXX", "admin1_id": "XX.01", "admin2_id": "XX.01.02", "gazetteer": "own"},
    ),
    sources=frame(
        "lexicon_sources",
        {"source_id": "zarkhel-times", "name": "Zarkhel Times", "domain": "zarkheltimes.example",
         "source_type": "newspaper"},
    ),
    source_names=frame(
        "lexicon_source_names",
        {"phrase": "the times of zarkhel", "source_id": "zarkhel-times", "is_case_sensitive": True},
    ),
)  # fmt: skip
CLAIM = {
    "article_id": ARTICLE, "sentence_id": f"{ARTICLE}.0001", "claim_type": "casualty",
    "location_id": "XX.01.02", "where_precision": "admin2", "sides_basis": "stated",
    "harm": "killed", "qualifier": "exact", "unit": "people", "value_low": 4, "value_best": 4,
    "value_high": 4, "is_subset": False, "is_cumulative": False, "is_since": False,
    "time_kind": "weekday", "time_weekday": 4, "time_text": "on Thursday", "date_basis": "stated",
    "claimant_type": "unknown", "claimant_basis": "none", "assertion": "asserted",
    "evidence_start": 40, "evidence_end": 60, "evidence_text": "invented", "rule_id": "test",
}  # fmt: skip


def told(name: str, **given: object) -> dict[str, object]:
    """A claim that four people were killed in Zarkhel on Thursday, unless told otherwise."""
    return CLAIM | {"claim_id": hash_id(f"claim {name}")} | given


def killed(number: int) -> dict[str, object]:
    return dict.fromkeys(("value_low", "value_best", "value_high"), number)


def date_all(
    *claims: dict[str, object], publisher: str | None = "Zarkhel Times"
) -> dict[str, dict[str, object]]:
    """The dated claims by id, of an article with a title and four sentences."""
    articles = frame("articles", {"article_id": ARTICLE, "publisher": publisher})
    sentences = frame(
        "sentences",
        *(
            {"sentence_id": f"{ARTICLE}.{n:04d}", "article_id": ARTICLE, "is_title": n == 0,
             "start": n * 30, "end": n * 30 + 29}
            for n in range(5)
        ),
    )  # fmt: skip
    stories = frame(
        "stories",
        {"article_id": ARTICLE, "story_id": f"s_{ARTICLE}", "reference_on": FRIDAY,
         "known_on": FRIDAY},
    )  # fmt: skip
    dated = date_claims(frame("claims", *claims), stories, articles, sentences, LEXICONS)
    enforce("dated_claims", dated)
    enforce("reports", group_reports(dated))
    return {row["claim_id"]: row for row in dated.iter_rows(named=True)}


def date_one(claim: dict[str, object], publisher: str | None = "Zarkhel Times") -> dict:
    return date_all(claim, publisher=publisher)[claim["claim_id"]]


def test_relative_days_count_from_the_story_s_reference_date():
    row = date_one(told("a"))
    assert row["date_start"] == row["date_end"] == date(2022, 5, 5)
    assert row["date_precision"] == "day"
    assert row["known_on"] == FRIDAY
    assert (row["sentence_start"], row["sentence_end"]) == (30, 59)


def test_a_past_event_without_a_day_lies_in_the_week_before():
    row = date_one(told("a", time_kind=None, time_weekday=None, date_basis="reference"))
    assert (row["date_start"], row["date_end"]) == (date(2022, 4, 29), FRIDAY)
    assert row["date_precision"] == "week"


def test_places_bring_their_ancestors():
    row = date_one(told("a"))
    assert (row["country_id"], row["admin1_id"], row["admin2_id"]) == ("XXX", "XX.01", "XX.01.02")
    assert date_one(told("a", location_id=None))["country_id"] is None


def test_actors_bring_their_sides_and_unknown_ones_are_a_side_of_their_own():
    row = date_one(told("a", victim_actor_id="police", from_actor_id="brigands"))
    assert (row["victim_side_id"], row["from_side_id"]) == ("government", "brigands")
    assert row["to_side_id"] is None


def test_who_an_attack_aimed_at_is_its_victim():
    attack = told("a", claim_type="attack", harm=None, target_actor_id="police")
    assert date_one(attack)["victim_side_id"] == "government"
    assert date_one(attack)["victim_actor_id"] is None


def test_rejected_claims_are_left_out():
    assert not date_all(told("a", reject_reason="no_value"))


def test_the_article_speaks_with_its_publisher_s_voice():
    for publisher in ("Zarkhel Times", "zarkheltimes.example", "The Times of Zarkhel"):
        row = date_one(told("a"), publisher=publisher)
        assert (row["claimant_id"], row["claimant_type"]) == ("zarkhel-times", "medium")
        assert row["claimant_basis"] == "publisher"
    assert date_one(told("a"), publisher="Village Post")["claimant_id"] == "village post"
    unknown = date_one(told("a"), publisher=None)
    assert (unknown["claimant_id"], unknown["claimant_type"]) == (None, "unknown")


def test_an_outlet_has_one_id_whether_it_publishes_or_is_cited():
    cited = {"claimant_id": "medium:zarkhel-times", "claimant_type": "medium"}
    row = date_one(told("a", **cited, claimant_basis="sentence"), publisher=None)
    assert row["claimant_id"] == row["origin_id"] == "zarkhel-times"


def test_a_report_is_what_an_article_says_of_one_place_time_and_side():
    rows = date_all(
        told("a", victim_actor_id="army"),
        told("b", victim_actor_id="police", harm="wounded", **killed(7)),
        told("c", victim_actor_id="rebels"),
        told("d", victim_actor_id="army", time_weekday=3),
    )
    reports = [rows[hash_id(f"claim {name}")]["report_id"] for name in "abcd"]
    assert reports[0] == reports[1]  # one side, two harms
    assert len(set(reports)) == 3


def test_two_numbers_of_one_claimant_are_two_incidents():
    rows = date_all(
        told("a", evidence_start=40),
        told("b", evidence_start=50, harm="wounded", **killed(9)),
        told("c", evidence_start=70, **killed(6)),
        told("d", evidence_start=80, harm="wounded", **killed(2)),
        told("e", evidence_start=100),
    )
    reports = [rows[hash_id(f"claim {name}")]["report_id"] for name in "abcde"]
    assert reports[0] == reports[4] != reports[2]  # 4, 6, and 4 again
    # two numbers of wounded make two incidents too, in the same order
    assert (reports[1], reports[3]) == (reports[0], reports[2])


def test_other_figures_belong_to_the_incident_told_last():
    rows = date_all(
        told("a", evidence_start=40),
        told("b", evidence_start=70, **killed(6)),
        told("c", evidence_start=80, harm="wounded", **killed(2)),
    )
    reports = [rows[hash_id(f"claim {name}")]["report_id"] for name in "abc"]
    assert reports[1] == reports[2] != reports[0]


def test_headlines_bounds_other_claimants_and_parts_split_nothing():
    rows = date_all(
        told("a", evidence_start=40),
        told("b", evidence_start=5, sentence_id=f"{ARTICLE}.0000", **killed(10)),
        told("c", evidence_start=70, qualifier="at_least", **killed(5)),
        told("d", evidence_start=80, claimant_id="mayor", claimant_type="official",
             claimant_basis="sentence", **killed(6)),
        told("e", evidence_start=90, is_subset=True, **killed(2)),
        told("f", evidence_start=95, victim_actor_id=None, unit="women", **killed(3)),
    )  # fmt: skip
    assert len({row["report_id"] for row in rows.values()}) == 1


def test_a_total_and_its_parts_are_one_incident():
    rows = date_all(
        told("a", evidence_start=40, **killed(9)),
        told("b", evidence_start=70, **killed(4)),
        told("c", evidence_start=90, **killed(5)),
    )
    assert len({row["report_id"] for row in rows.values()}) == 1


def test_reports_count_their_claims():
    dated = pl.DataFrame(list(date_all(told("a"), told("b", harm="wounded")).values()))
    assert group_reports(dated)["n_claims"].to_list() == [2]

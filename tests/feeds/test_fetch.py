"""Feeds are read into the inbox, politely, and nothing that goes wrong stops the rest."""

from pathlib import Path

from pipelines.feeds.feed_list import Feed
from pipelines.feeds.memory import FEED, PAGE, as_frame, remembered
from pipelines.storage.door import enforce
from pipelines.storage.readers import read_documents
from tests.feeds.conftest import Desk
from tests.feeds.site import Site

SHELLED = "Rockets hit the fish market of Omar Port on Tuesday and killed four people."
BURNT = "A lorry burnt out on the ring road on Monday; nobody was hurt, firemen said."


def outcomes(learned: dict) -> dict[str, str]:
    """Reason or outcome by the path of the address."""
    return {
        f"/{url.split('/', 3)[-1]}": row.reason or row.outcome for (_, url), row in learned.items()
    }


def test_new_articles_of_a_feed_land_in_the_inbox_as_the_reader_wants_them(
    site: Site, desk: Desk
) -> None:
    site.set_rss("/feed", "/one", "/two")
    site.set_page("/one", "Rockets hit market", SHELLED)
    site.set_page("/two", "Lorry burns", BURNT)
    learned = desk.fetch(Feed(site.url("/feed"), source="harbourpost.test"))
    assert outcomes(learned) == {"/feed": "read", "/one": "stored", "/two": "stored"}
    reading = read_documents([desk.inbox])
    assert reading.quarantine.is_empty()
    documents = {row["uri"]: row for row in reading.documents.iter_rows(named=True)}
    one = documents[site.url("/one")]
    assert SHELLED in one["text"]
    assert "newsletter" not in one["text"]
    assert one["title"] == "Item /one"
    assert one["published_at"] == "2031-04-09T06:30:00Z"
    assert (one["publisher"], one["language"]) == ("harbourpost.test", "en")


def test_atom_is_read_as_well_and_the_page_tells_what_the_feed_does_not(
    site: Site, desk: Desk
) -> None:
    site.set(
        "/atom",
        '<feed xmlns="http://www.w3.org/2005/Atom"><title>P</title><entry><id>urn:1</id>'
        f'<link rel="alternate" href="{site.url("/one#top")}"/></entry></feed>',
        "application/atom+xml",
    )
    site.set_page("/one", "Rockets hit market", SHELLED)
    desk.fetch(site.url("/atom"))
    record = desk.articles()[site.url("/one")]
    assert record["id"] == "urn:1"
    assert record["title"] == "Rockets hit market"
    assert record["published_at"] == "2031-04-09"
    assert record["source"] == "127.0.0.1"


def test_a_feed_that_did_not_change_costs_one_conditional_request(site: Site, desk: Desk) -> None:
    site.set_rss("/feed", "/one", ETag='"v1"', Last_Modified="Wed, 09 Apr 2031 07:00:00 GMT")
    site.set_page("/one", "Rockets hit market", SHELLED)
    desk.fetch(site.url("/feed"))
    learned = desk.fetch(site.url("/feed"), hours=1)
    assert outcomes(learned) == {"/feed": "unchanged"}
    assert site.paths() == ["/feed", "/one", "/feed"]
    last = site.asked("/feed")[-1]
    assert last["If-None-Match"] == '"v1"'
    assert last["If-Modified-Since"] == "Wed, 09 Apr 2031 07:00:00 GMT"


def test_a_page_that_failed_is_had_later_though_the_feed_did_not_change(
    site: Site, desk: Desk
) -> None:
    site.set_rss("/feed", "/one", ETag='"v1"')
    assert outcomes(desk.fetch(site.url("/feed")))["/one"] == "http_status"
    site.set_page("/one", "Rockets hit market", SHELLED)
    assert "/one" not in outcomes(desk.fetch(site.url("/feed"), hours=0.5))
    assert outcomes(desk.fetch(site.url("/feed"), hours=0.6))["/one"] == "stored"


def test_an_updated_entry_is_read_again_into_the_same_place(site: Site, desk: Desk) -> None:
    item = (
        "<item><title>Rockets</title><link>/one</link>"
        "<atom:updated xmlns:atom='http://www.w3.org/2005/Atom'>2031-04-09T{}:00:00Z</atom:updated>"
        "</item>"
    )
    site.set_rss("/feed", items=item.format("09"))
    site.set_page("/one", "Rockets hit market", SHELLED)
    desk.fetch(site.url("/feed"))
    site.set_rss("/feed", items=item.format("20"))
    site.set_page("/one", "Rockets hit market", SHELLED.replace("four", "six"))
    assert "/one" not in outcomes(desk.fetch(site.url("/feed"), hours=1))
    assert outcomes(desk.fetch(site.url("/feed"), hours=9))["/one"] == "stored"
    assert "killed six" in desk.articles()[site.url("/one")]["text"]
    assert len(list(desk.inbox.rglob("*"))) == 3  # two folders and one file


def test_what_cannot_be_had_is_told_and_stops_nothing(site: Site, desk: Desk) -> None:
    site.set("/robots.txt", "User-agent: *\nDisallow: /private/*.html$", "text/plain")
    links = "/private/a.html", "/gone", "/film", "/empty", "/loop", "/huge", "/one"
    site.set_rss("/feed", *links, "javascript:alert(1)", "ftp://host/x")
    site.set_page("/private/a.html", "Secret", SHELLED)
    site.set_status("/gone", 410)
    site.set("/film", b"\x00\x01", "video/mp4")
    site.set("/empty", "<html><body></body></html>")
    site.set_status("/loop", 302, Location="/loop")
    site.set("/huge", "x" * 60_000)
    site.set_page("/one", "Rockets hit market", SHELLED)
    site.set("/page", "<html><body><p>No feed.</p></body></html>")
    learned = desk.fetch(
        site.url("/feed"),
        site.url("/page"),
        "http://127.0.0.1:1/silent",
        "nowhere",
        feeds_page_bytes=50_000,
    )
    told = outcomes(learned)
    assert {path: told[path] for path in ("/feed", "/page", "/one")} == {
        "/feed": "read",
        "/page": "not_a_feed",
        "/one": "stored",
    }
    assert {path: told[path] for path in links[:-1]} == {
        "/private/a.html": "robots",
        "/gone": "http_status",
        "/film": "not_html",
        "/empty": "no_text",
        "/loop": "too_many_redirects",
        "/huge": "too_large",
    }
    assert learned[FEED, "http://127.0.0.1:1/silent"].reason == "unreachable"
    assert learned[FEED, "nowhere"].reason == "bad_address"
    assert learned[PAGE, "javascript:alert(1)"].reason == "bad_address"
    assert site.asked("/private/a.html") == []
    assert all(row.detail.endswith(".") for row in learned.values() if row.reason)
    assert list(desk.articles()) == [site.url("/one")]


def test_a_page_refused_for_good_is_asked_for_ever_more_rarely(site: Site, desk: Desk) -> None:
    site.set_rss("/feed", "/gone")
    site.set_status("/gone", 404)
    for _ in range(24):
        desk.fetch(site.url("/feed"), hours=1)
    assert len(site.asked("/gone")) == 5  # after 0, 1, 3, 7, 15 hours


def test_a_host_that_asks_to_wait_is_left_alone_until_then(site: Site, desk: Desk) -> None:
    site.set_rss("/feed", "/one", "/two")
    site.set_status("/one", 429, Retry_After="7200")
    site.set_page("/two", "Lorry burns", BURNT)
    learned = desk.fetch(site.url("/feed"))
    assert outcomes(learned)["/two"] == "asked_to_wait"
    assert site.paths() == ["/feed", "/one"]
    site.set_page("/one", "Rockets hit market", SHELLED)
    assert "/one" not in outcomes(desk.fetch(site.url("/feed"), hours=1))
    assert outcomes(desk.fetch(site.url("/feed"), hours=1.1))["/one"] == "stored"


def test_one_fetch_takes_no_more_pages_than_asked_and_the_next_the_rest(
    site: Site, desk: Desk
) -> None:
    links = [f"/{number}" for number in range(5)]
    site.set_rss("/feed", *links, ETag='"v1"')
    for link in links:
        site.set_page(link, f"Story {link}", f"{SHELLED} Report number {link}.")
    desk.fetch(site.url("/feed"), feeds_pages=3)
    assert len(desk.articles()) == 3
    desk.fetch(site.url("/feed"), feeds_pages=3)
    assert len(desk.articles()) == 5


def test_a_page_in_two_feeds_is_asked_for_once(site: Site, desk: Desk) -> None:
    site.set_rss("/a", "/one")
    site.set_rss("/b", "/one")
    site.set_page("/one", "Rockets hit market", SHELLED)
    desk.fetch(site.url("/a"), site.url("/b"))
    assert len(site.asked("/one")) == 1


def test_requests_to_one_host_wait_for_each_other_as_long_as_the_site_asks(
    site: Site, desk: Desk
) -> None:
    site.set("/robots.txt", "User-agent: sitrep\nCrawl-delay: 7", "text/plain")
    site.set_rss("/feed", "/one", "/two")
    site.set_page("/one", "Rockets hit market", SHELLED)
    site.set_page("/two", "Lorry burns", BURNT)
    desk.fetch(site.url("/feed"), feeds_wait_seconds=3)
    first, *others = desk.slept
    assert first == 0  # robots.txt
    assert 2 < others[0] <= 3  # its rules were not known when it was asked for
    assert all(6 < seconds <= 7 for seconds in others[1:])
    assert len(others) == 3


def test_the_fetch_says_who_asks(site: Site, desk: Desk) -> None:
    site.set_rss("/feed")
    desk.fetch(site.url("/feed"), feeds_contact="desk@harbourpost.test\r\nX: y")
    agent = site.asked("/feed")[0]["User-Agent"]
    assert agent.startswith("sitrep/")
    assert agent.endswith("(+desk@harbourpost.testX: y)")


def test_what_was_learned_is_a_table_and_comes_back_from_it(
    site: Site, desk: Desk, tmp_path: Path
) -> None:
    site.set_rss("/feed", "/one", "/gone", ETag='"v1"')
    site.set_page("/one", "Rockets hit market", SHELLED)
    learned = desk.fetch(site.url("/feed"))
    frame = enforce("fetches", as_frame(learned))
    assert remembered(frame) == learned

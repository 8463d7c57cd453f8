"""What a hostile or broken site may try: the inner network, endless answers, bombs."""

import gzip
import ipaddress
import shutil
import socket
import ssl
import subprocess
import time
from http.server import BaseHTTPRequestHandler
from pathlib import Path

import pytest

from pipelines.feeds import addresses
from pipelines.feeds.addresses import cleaned, is_public, vetted
from pipelines.feeds.refusals import REMEDIES, Refused
from pipelines.feeds.visitor import retry_after
from tests.feeds.conftest import Desk
from tests.feeds.site import Site

SHELLED = "Rockets hit the fish market of Omar Port on Tuesday and killed four people."


def reason_of_feed(desk: Desk, url: str, **settings: object) -> str | None:
    (row,) = desk.fetch(url, **settings).values()
    assert row.reason is None or row.reason in REMEDIES
    return row.reason


def test_a_private_host_is_never_asked_unless_the_settings_name_it(site: Site, desk: Desk) -> None:
    site.set_rss("/feed")
    assert reason_of_feed(desk, site.url("/feed"), feeds_private_hosts="") == "private_address"
    assert site.requests == []
    assert reason_of_feed(desk, site.url("/feed")) is None


@pytest.mark.parametrize(
    "host",
    ["localhost", "127.1", "0x7f.0.0.1", "2130706433", "0.0.0.0", "[::1]", "[::ffff:127.0.0.1]"],
)
def test_other_spellings_of_loopback_are_private_as_well(site: Site, desk: Desk, host: str) -> None:
    url = f"http://{host}:{site.port}/feed"
    assert reason_of_feed(desk, url, feeds_private_hosts="") in ("private_address", "unreachable")
    assert site.requests == []


@pytest.mark.parametrize(
    "ip",
    [
        "10.0.0.1", "172.16.9.1", "192.168.1.1", "169.254.169.254", "100.64.0.1", "127.0.0.1",
        "0.0.0.0", "224.0.0.1", "255.255.255.255", "240.0.0.1", "::1", "::", "fe80::1", "fc00::1",
        "ff02::1", "::ffff:10.0.0.1", "64:ff9b::a00:1", "2002:a00:1::", "::7f00:1",
    ],
)  # fmt: skip
def test_addresses_of_inner_networks_are_not_public(ip: str) -> None:
    assert not is_public(ipaddress.ip_address(ip))


@pytest.mark.parametrize("ip", ["8.8.8.8", "2606:4700::1111", "64:ff9b::808:808"])
def test_addresses_of_the_internet_are_public(ip: str) -> None:
    assert is_public(ipaddress.ip_address(ip))


def test_a_host_with_one_private_address_among_public_ones_is_refused(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    answers = [(socket.AF_INET, None, 0, "", (ip, 80)) for ip in ("93.184.216.34", "10.0.0.7")]
    monkeypatch.setattr(addresses.socket, "getaddrinfo", lambda *_, **__: answers)
    with pytest.raises(Refused, match=r"10\.0\.0\.7"):
        vetted("http://news.test/feed", ())
    assert vetted("http://news.test/feed", {"news.test"}).ip == "93.184.216.34"


def test_a_redirect_into_the_inner_network_is_refused(site: Site, desk: Desk) -> None:
    site.set_status("/feed", 302, Location=f"http://localhost:{site.port}/secret")
    assert reason_of_feed(desk, site.url("/feed")) == "private_address"
    site.set_status("/feed", 301, Location="file:///etc/passwd")
    assert reason_of_feed(desk, site.url("/feed"), hours=1) == "bad_address"
    assert "/secret" not in site.paths()


def test_a_feed_may_not_list_pages_of_the_inner_network(site: Site, desk: Desk) -> None:
    secret = f"http://localhost:{site.port}/secret"
    site.set_rss("/feed", secret, "http://user:word@127.0.0.1/x")
    learned = desk.fetch(site.url("/feed"))
    assert learned["page", secret].reason == "private_address"
    assert [row.reason for row in learned.values()].count("bad_address") == 1
    assert site.paths() == ["/feed"]


@pytest.mark.parametrize(
    "url",
    ["", "feed", "gopher://a/b", "http://", "http://[::1", "http://a:99999/", "http:///x",
     f"http://{'a' * 70}.b/"],
)  # fmt: skip
def test_what_is_no_address_is_refused(url: str) -> None:
    with pytest.raises(Refused) as refused:
        cleaned(url)
    assert refused.value.reason == "bad_address"


def test_addresses_are_sent_as_ascii() -> None:
    assert (
        cleaned("http://Bücher.test/ä b?q=ü#x") == "http://xn--bcher-kva.test/%C3%A4%20b?q=%C3%BC"
    )
    assert cleaned("/a%20b?c=%2F", "https://h.test/x") == "https://h.test/a%20b?c=%2F"


def test_an_answer_that_drips_is_cut_off(site: Site, desk: Desk) -> None:
    def drip(handler: BaseHTTPRequestHandler) -> None:
        handler.wfile.write(b"HTTP/1.1 200 OK\r\nContent-Type: text/xml\r\n\r\n")
        for _ in range(40):
            try:
                handler.wfile.write(b" ")
            except OSError:
                return
            time.sleep(0.1)

    site.replies["/feed"] = drip
    site.set_status("/robots.txt", 404)
    start = time.monotonic()
    assert reason_of_feed(desk, site.url("/feed"), feeds_timeout_seconds=0.5) == "timeout"
    assert time.monotonic() - start < 2


def test_a_bomb_is_not_unpacked(site: Site, desk: Desk) -> None:
    bomb = gzip.compress(b"0" * 20_000_000)
    site.set("/feed", bomb, "text/xml", Content_Encoding="gzip")
    assert reason_of_feed(desk, site.url("/feed"), feeds_page_bytes=100_000) == "too_large"


def test_a_packed_answer_is_unpacked(site: Site, desk: Desk) -> None:
    site.set_rss("/plain", "/one")
    packed = gzip.compress(site.replies["/plain"][2])
    site.set("/feed", packed, "application/rss+xml", Content_Encoding="gzip")
    site.set_page("/one", "Rockets hit market", SHELLED)
    desk.fetch(site.url("/feed"))
    assert list(desk.articles()) == [site.url("/one")]


def test_an_answer_that_breaks_off_is_no_article(site: Site, desk: Desk) -> None:
    site.set_rss("/feed", "/short", "/cut")
    site.set_page("/short", "Rockets hit market", SHELLED)
    site.replies["/short"][1]["Content-Length"] = "99999"
    site.replies["/short"][1]["Connection"] = "close"
    packed = gzip.compress(site.replies["/short"][2])[:-20]
    site.set("/cut", packed, Content_Encoding="gzip")
    learned = desk.fetch(site.url("/feed"), feeds_timeout_seconds=1)
    assert learned["page", site.url("/cut")].reason == "broken"
    assert learned["page", site.url("/short")].reason in ("broken", "timeout")
    assert desk.articles() == {}


def test_entities_of_a_feed_neither_explode_nor_open_files(site: Site, desk: Desk) -> None:
    entities = "".join(
        f"<!ENTITY e{n} '{f'&e{n - 1};' * 10}'>" if n else "<!ENTITY e0 'boom'>" for n in range(12)
    )
    site.set(
        "/feed",
        f"<?xml version='1.0'?><!DOCTYPE rss [{entities}<!ENTITY f SYSTEM 'file:///etc/passwd'>]>"
        "<rss version='2.0'><channel><item><title>&e11; &f;</title><link>/one</link></item>"
        "</channel></rss>",
        "text/xml",
    )
    site.set_page("/one", "Rockets hit market", SHELLED)
    start = time.process_time()
    desk.fetch(site.url("/feed"))
    assert time.process_time() - start < 5
    assert "root:" not in str(desk.articles())


def test_markup_in_titles_is_taken_off(site: Site, desk: Desk) -> None:
    title = "A &lt;b&gt;bold&lt;/b&gt; step in R&amp;amp;D"
    site.set_rss("/feed", items=f"<item><title>{title}</title><link>/one</link></item>")
    site.set_page("/one", "Rockets hit market", SHELLED)
    desk.fetch(site.url("/feed"))
    (article,) = desk.articles().values()
    assert article["title"] == "A bold step in R&D"


def test_a_feed_that_breaks_its_parser_is_told_and_stops_no_other(site: Site, desk: Desk) -> None:
    half = "<item><title>Half a character: &#xD800;</title><link>/one</link></item>"
    site.set_rss("/half", items=half)
    site.set_rss("/feed", "/one")
    site.set_page("/one", "Rockets hit market", SHELLED)
    learned = desk.fetch(site.url("/half"), site.url("/feed"))
    assert learned["feed", site.url("/half")].reason == "not_a_feed"
    assert list(desk.articles()) == [site.url("/one")]


def test_a_page_in_an_old_code_page_is_read_as_its_header_says(site: Site, desk: Desk) -> None:
    site.set_rss("/feed", "/one")
    page = f"<html><body><article><p>{SHELLED}</p><p>A café burnt down.</p></article></body></html>"
    site.set("/one", page.encode("latin-1"), "text/html; charset=iso-8859-1")
    desk.fetch(site.url("/feed"))
    (article,) = desk.articles().values()
    assert "café" in article["text"]


def test_a_certificate_that_nobody_vouches_for_is_refused_and_one_that_is_known_is_not(
    desk: Desk, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    if not shutil.which("openssl"):
        pytest.skip("openssl is not on this machine")
    key, certificate = tmp_path / "key.pem", tmp_path / "certificate.pem"
    make = ["openssl", "req", "-x509", "-nodes", "-newkey", "rsa:2048", "-days", "2"]
    make += ["-subj", "/CN=127.0.0.1", "-addext", "subjectAltName=IP:127.0.0.1"]
    subprocess.run([*make, "-keyout", key, "-out", certificate], check=True, capture_output=True)
    context = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
    context.load_cert_chain(certificate, key)
    site = Site()
    site.start(context)
    site.set_rss("/feed")
    url = site.url("/feed").replace("http:", "https:")
    assert reason_of_feed(desk, url) == "broken"
    monkeypatch.setenv("SSL_CERT_FILE", str(certificate))
    assert reason_of_feed(desk, url) is None
    assert site.paths() == ["/feed"]
    site.stop()


@pytest.mark.parametrize(
    ("value", "seconds"),
    [
        ("120", 120), ("", 3600), ("soon", 3600), ("9" * 400, 604_800), ("-5", 3600),
        ("Wed, 09 Apr 2200 07:00:00 GMT", 604_800), ("Wed, 09 Apr 2003 07:00:00 GMT", 0),
        ("Wed, 09 Apr 2200 07:00:00 -0000", 3600),
    ],
)  # fmt: skip
def test_a_wait_is_read_as_a_number_or_a_date_and_never_longer_than_a_week(
    value: str, seconds: float
) -> None:
    assert retry_after(value) == seconds


def test_a_site_that_asks_for_a_day_between_requests_gets_one_a_fetch(
    site: Site, desk: Desk
) -> None:
    site.set("/robots.txt", "User-agent: *\nCrawl-delay: 86400", "text/plain")
    site.set_rss("/feed", "/one")
    learned = desk.fetch(site.url("/feed"))
    assert learned["page", site.url("/one")].reason == "asked_to_wait"
    assert site.paths() == ["/feed"]
    assert max(desk.slept) < 3


def test_a_silent_host_is_asked_twice_and_not_for_each_of_its_pages(site: Site, desk: Desk) -> None:
    site.set_rss("/feed", *(f"http://127.0.0.9:1/{number}" for number in range(9)))
    hosts = "127.0.0.1,127.0.0.9"
    learned = desk.fetch(site.url("/feed"), feeds_private_hosts=hosts)
    assert [row.reason for row in learned.values()].count("unreachable") == 9
    assert len(desk.slept) == 2 + 2

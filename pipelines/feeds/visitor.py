"""A polite visitor: asks robots.txt first, then one request at a time, with a pause between."""

import threading
import time
from collections import defaultdict
from collections.abc import Callable, Mapping
from contextlib import suppress
from dataclasses import dataclass, field, replace
from datetime import UTC, datetime
from email.utils import parsedate_to_datetime
from importlib.metadata import version

from pipelines.feeds.addresses import Address, cleaned, vetted
from pipelines.feeds.exchange import Answer, Limits, ask
from pipelines.feeds.refusals import Refused
from pipelines.feeds.robots import AGENT, MAX_BYTES, NONE, Robots, read_robots
from pipelines.settings import Settings

MAX_REDIRECTS = 5
REDIRECTS = (301, 302, 303, 307, 308)
OK, NOT_MODIFIED = 200, 304
# Too many requests; service unavailable: leave the host alone.
WAIT = (429, 503)
WAIT_SECONDS, LONGEST_WAIT_SECONDS = 3600.0, 7 * 86_400.0
# A site that asks for a longer pause between two requests gets one request a fetch.
LONGEST_PAUSE_SECONDS = 60.0
# A host that did not answer so often in a row is not asked again: each time costs the time-out.
SILENCES = 2
SILENT = ("unreachable", "timeout")


@dataclass
class Host:
    """What is known of one host during a fetch."""

    lock: threading.Lock = field(default_factory=threading.Lock)
    next_request: float = 0.0
    n_silent: int = 0
    is_closed: bool = False
    why: tuple[str, str, int | None, float | None] = ("unreachable", "", None, None)

    def close(self, refused: Refused) -> None:
        """Ask it nothing more during this fetch."""
        self.is_closed = True
        self.why = (refused.reason, refused.what, refused.http_status, refused.wait_seconds)


@dataclass(frozen=True)
class Visit:
    """An answer, and the address that gave it after all redirects."""

    url: str
    answer: Answer

    @property
    def is_unchanged(self) -> bool:
        """Whether the host says that nothing changed since it was last asked."""
        return self.answer.status == NOT_MODIFIED


class Visitor:
    """Asks hosts for feeds and pages, from several threads, with one memory of manners."""

    def __init__(self, settings: Settings, sleep: Callable[[float], None] = time.sleep) -> None:
        self.settings = settings
        self.private_hosts = {
            host.strip().lower() for host in settings.feeds_private_hosts.split(",") if host.strip()
        }
        self.limits = Limits(settings.feeds_timeout_seconds, settings.feeds_page_bytes)
        self.sleep = sleep
        self.hosts: dict[str, Host] = defaultdict(Host)
        self.robots: dict[str, Robots] = {}

    def get(self, url: str, accept: str, validators: Mapping[str, str]) -> Visit:
        """Get an address, following a few redirects; each hop is vetted, allowed and paused for.

        Raises Refused. `validators` are If-None-Match and If-Modified-Since.
        """
        for _hop in range(MAX_REDIRECTS + 1):
            address = vetted(url, self.private_hosts)
            robots = self.rules_of(address)
            if not robots.allow(address.url):
                raise Refused("robots", f"robots.txt of {address.host} does not allow it")
            answer = self.request(address, {"Accept": accept, **validators}, self.limits)
            if answer.status not in REDIRECTS:
                return Visit(url, accepted(answer))
            url = cleaned(answer.headers.get("location", ""), base=address.url)
        raise Refused("too_many_redirects", f"It leads on more than {MAX_REDIRECTS} times")

    def rules_of(self, address: Address) -> Robots:
        """The robots.txt of a site, asked once a fetch; a redirect in it is followed."""
        if address.origin not in self.robots:
            self.robots[address.origin] = self.ask_robots(address)
        return self.robots[address.origin]

    def ask_robots(self, address: Address) -> Robots:
        url = f"{address.origin}/robots.txt"
        limits = replace(self.limits, n_bytes=max(MAX_BYTES, self.limits.n_bytes))
        for _hop in range(MAX_REDIRECTS + 1):
            answer = self.request(vetted(url, self.private_hosts), {"Accept": "text/plain"}, limits)
            if answer.status not in REDIRECTS:
                return read_robots(answer)
            url = cleaned(answer.headers.get("location", ""), base=url)
        return NONE

    def request(self, address: Address, headers: Mapping[str, str], limits: Limits) -> Answer:
        """One request, when the host's turn has come; a host that asked to wait is left alone."""
        host = self.hosts[address.host]
        with host.lock:
            if host.is_closed:
                raise Refused(*host.why)
            self.sleep(max(0.0, host.next_request - time.monotonic()))
            try:
                answer = ask(address, {"User-Agent": self.agent, **headers}, limits)
                if answer.status in WAIT:
                    seconds = retry_after(answer.headers.get("retry-after", ""))
                    what = f"{address.host} asks to wait (status {answer.status})"
                    raise Refused("asked_to_wait", what, answer.status, seconds)
            except Refused as refused:
                host.n_silent = host.n_silent + 1 if refused.reason in SILENT else 0
                if refused.reason == "asked_to_wait" or host.n_silent == SILENCES:
                    host.close(refused)
                raise
            finally:
                host.next_request = time.monotonic() + self.pause(address)
            host.n_silent = 0
            if (pause := self.pause(address)) > LONGEST_PAUSE_SECONDS:
                what = f"robots.txt of {address.host} asks for {pause:g} seconds between requests"
                host.close(Refused("asked_to_wait", what, wait_seconds=pause))
        return answer

    def pause(self, address: Address) -> float:
        """Seconds until the host may be asked again."""
        asked = self.robots.get(address.origin)
        return max(self.settings.feeds_wait_seconds, asked.wait_seconds if asked else 0.0)

    @property
    def agent(self) -> str:
        """Who asks, and whom to tell."""
        contact = "".join(sign for sign in self.settings.feeds_contact if " " <= sign <= "~")
        about = f" (+{contact})" if contact else ""
        return f"{AGENT}/{version('sitrep')}{about}"


def accepted(answer: Answer) -> Answer:
    """An answer with content, or one that says nothing changed; all others are Refused."""
    if answer.status in (OK, NOT_MODIFIED):
        return answer
    raise Refused("http_status", f"The host answers with status {answer.status}", answer.status)


def retry_after(value: str) -> float:
    """Seconds that a host asks to wait: a number, or a date; an hour where it does not say."""
    seconds = WAIT_SECONDS
    with suppress(ValueError, TypeError, OverflowError):
        if value.strip().isdecimal():
            seconds = float(value)
        else:
            seconds = (parsedate_to_datetime(value) - datetime.now(UTC)).total_seconds()
    return min(max(0.0, seconds), LONGEST_WAIT_SECONDS)

"""What a site's robots.txt lets a program ask for (RFC 9309)."""

from dataclasses import dataclass

from protego import Protego

from pipelines.feeds.exchange import Answer

AGENT = "sitrep"
MAX_BYTES = 512_000
FIRST_ERROR, FIRST_SERVER_ERROR = 400, 500


@dataclass(frozen=True)
class Robots:
    """The rules of one site; None: all is refused."""

    rules: Protego | None

    def allow(self, url: str) -> bool:
        """Whether sitrep may ask for an address."""
        return self.rules is not None and self.rules.can_fetch(url, AGENT)

    @property
    def wait_seconds(self) -> float:
        """Pause that the site asks for between two requests; 0 where it asks for none."""
        return float((self.rules and self.rules.crawl_delay(AGENT)) or 0)


ALL = Robots(Protego.parse(""))
NONE = Robots(None)


def read_robots(answer: Answer) -> Robots:
    """The rules in an answer: a site without the file allows all, one that fails allows nothing."""
    if answer.status >= FIRST_SERVER_ERROR:
        return NONE
    if answer.status >= FIRST_ERROR:
        return ALL
    return Robots(Protego.parse(answer.body.decode("utf-8", "replace")))

"""Why a feed or page was not taken, and what its reader can do about it."""

# What to do, by reason: the last sentence of every detail.
REMEDIES = {
    "asked_to_wait": "It is asked again later by itself.",
    "bad_address": "Correct the address; it begins with http:// or https://.",
    "broken": "It is asked again later by itself.",
    "broken_encoding": "Save the page by hand as UTF-8, and put it into the inbox.",
    "http_status": "Open the address in a browser; correct or remove it if it has moved or gone.",
    "no_text": "Nothing to do where the page is a picture, a video or a list of links.",
    "not_a_feed": "Name the address of an RSS or Atom feed, not of a page.",
    "not_html": "Download it by hand, and put it into the inbox as text.",
    "private_address": "If the host is yours, name it in SITREP_FEEDS_PRIVATE_HOSTS.",
    "robots": "The site asks programs to stay away; ask its owner, or take it from elsewhere.",
    "timeout": "It is asked again later by itself; SITREP_FEEDS_TIMEOUT_SECONDS is the limit.",
    "too_large": "Raise SITREP_FEEDS_PAGE_BYTES if you want pages of that size.",
    "too_many_redirects": "Name the address that it ends at.",
    "unreachable": "It is asked again later by itself; check the host's name if that lasts.",
}


class Refused(Exception):
    """A feed or page that was not taken; `what` says in a clause what is wrong."""

    def __init__(
        self,
        reason: str,
        what: str,
        http_status: int | None = None,
        wait_seconds: float | None = None,
    ) -> None:
        super().__init__(what)
        self.reason = reason
        self.what = what
        self.http_status = http_status
        self.wait_seconds = wait_seconds

    @property
    def detail(self) -> str:
        """What, and what to do."""
        return f"{self.what}. {REMEDIES[self.reason]}"

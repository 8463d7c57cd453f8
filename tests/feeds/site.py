"""A web site on loopback that tests talk to: what it answers is set page by page."""

import ssl
import threading
import time
from collections.abc import Callable
from dataclasses import dataclass, field
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer

PAGE = """<!doctype html><html lang="en"><head><title>{title} - The Harbour Post</title>
<meta property="article:published_time" content="2031-04-09T06:00:00Z"></head><body>
<nav><a href="/">Home</a> <a href="/world">World</a></nav>
<article><h1>{title}</h1><p>{first}</p>
<p>Shopkeepers along the quay said the market would stay shut until the end of the week,
and that they had asked the council for guards at its gates.</p></article>
<footer>All rights reserved. Sign up for our newsletter.</footer></body></html>"""

Reply = tuple[int, dict[str, str], bytes]


@dataclass
class Site:
    """The site: replies by path, and every request that came."""

    replies: dict[str, Reply | Callable[[BaseHTTPRequestHandler], None]] = field(
        default_factory=dict
    )
    requests: list[tuple[str, dict[str, str], float]] = field(default_factory=list)
    server: ThreadingHTTPServer | None = None

    @property
    def port(self) -> int:
        return self.server.server_address[1]

    def url(self, path: str = "/", host: str = "127.0.0.1") -> str:
        return f"http://{host}:{self.port}{path}"

    def paths(self) -> list[str]:
        """The paths asked for, in order, without robots.txt."""
        return [path for path, _, _ in self.requests if path != "/robots.txt"]

    def asked(self, path: str) -> list[dict[str, str]]:
        """The headers of each request for a path."""
        return [headers for asked, headers, _ in self.requests if asked == path]

    def set(self, path: str, body: str | bytes, kind: str = "text/html", **headers: str) -> None:
        data = body.encode() if isinstance(body, str) else body
        told = {"Content-Type": kind, "Content-Length": str(len(data))}
        told |= {name.replace("_", "-"): value for name, value in headers.items()}
        self.replies[path] = (200, told, data)

    def set_status(self, path: str, status: int, **headers: str) -> None:
        told = {"Content-Length": "0"}
        told |= {name.replace("_", "-"): value for name, value in headers.items()}
        self.replies[path] = (status, told, b"")

    def set_page(self, path: str, title: str, first: str, **headers: str) -> None:
        page = PAGE.format(title=title, first=first)
        self.set(path, page, "text/html; charset=utf-8", **headers)

    def set_rss(self, path: str, *links: str, items: str = "", **headers: str) -> None:
        rows = items or "".join(
            f"<item><title>Item {link}</title><link>{link}</link><guid>{link}</guid>"
            "<pubDate>Wed, 09 Apr 2031 08:30:00 +0200</pubDate></item>"
            for link in links
        )
        feed = (
            '<?xml version="1.0"?><rss version="2.0"><channel><title>Harbour Post</title>'
            f"<language>en</language>{rows}</channel></rss>"
        )
        self.set(path, feed, "application/rss+xml", **headers)

    def start(self, tls: ssl.SSLContext | None = None) -> None:
        site = self

        class Handler(BaseHTTPRequestHandler):
            protocol_version = "HTTP/1.1"

            def do_GET(self) -> None:
                site.requests.append((self.path, dict(self.headers), time.monotonic()))
                reply = site.replies.get(self.path, (404, {"Content-Length": "0"}, b""))
                if callable(reply):
                    reply(self)
                    return
                status, headers, body = reply
                if self.matches(headers):
                    status, headers, body = 304, {}, b""
                self.send_response(status)
                for name, value in headers.items():
                    self.send_header(name, value)
                self.end_headers()
                self.wfile.write(body)

            def matches(self, headers: dict[str, str]) -> bool:
                given = (self.headers.get("If-None-Match"), self.headers.get("If-Modified-Since"))
                told = (headers.get("ETag"), headers.get("Last-Modified"))
                return any(a == b for a, b in zip(given, told, strict=True) if b)

            def log_message(self, *_: object) -> None:
                """Say nothing."""

        self.server = ThreadingHTTPServer(("127.0.0.1", 0), Handler)
        self.server.daemon_threads = True
        if tls:
            self.server.socket = tls.wrap_socket(self.server.socket, server_side=True)
        threading.Thread(target=self.server.serve_forever, args=(0.01,), daemon=True).start()

    def stop(self) -> None:
        self.server.shutdown()
        self.server.server_close()

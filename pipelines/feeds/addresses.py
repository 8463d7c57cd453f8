"""Addresses that may be asked: http and https, on public hosts, each looked up and held to."""

import ipaddress
import socket
from collections.abc import Collection
from dataclasses import dataclass
from urllib.parse import quote, urljoin, urlsplit, urlunsplit

from pipelines.feeds.refusals import Refused

PORTS = {"http": 80, "https": 443}
MAX_LENGTH = 2_000
# Characters that a path or query may hold as they are (RFC 3986); all others are percent-encoded.
SAFE = "/?:@!$&'()*+,;=-._~%[]"
# Addresses of IPv6 that stand for one of IPv4 in their last four bytes (RFC 6052, RFC 4291).
EMBEDDING = (ipaddress.ip_network("64:ff9b::/96"), ipaddress.ip_network("::/96"))

Ip = ipaddress.IPv4Address | ipaddress.IPv6Address


@dataclass(frozen=True)
class Address:
    """An address and the one machine behind it that was found good, so that no second look-up
    can put another in its place."""

    url: str
    scheme: str
    host: str
    port: int
    ip: str
    target: str

    @property
    def origin(self) -> str:
        """Scheme, host and port: what one robots.txt speaks for."""
        return f"{self.scheme}://{self.netloc}"

    @property
    def netloc(self) -> str:
        """Host, and port where it is not the usual one."""
        host = f"[{self.host}]" if ":" in self.host else self.host
        return host if self.port == PORTS[self.scheme] else f"{host}:{self.port}"


def cleaned(url: str, base: str = "") -> str:
    """An address without its fragment, made whole against a base; Refused where it is none."""
    try:
        parts = urlsplit(urljoin(base, url.strip()))
        host, port = parts.hostname, parts.port
        path, query = quote(parts.path or "/", safe=SAFE), quote(parts.query, safe=SAFE)
    except ValueError as error:
        raise Refused("bad_address", f"{url[:MAX_LENGTH]!r} is no address ({error})") from error
    if parts.scheme not in PORTS or not host:
        raise Refused("bad_address", f"{url[:MAX_LENGTH]!r} is no address of http or https")
    if parts.username is not None or parts.password is not None:
        raise Refused("bad_address", "The address holds a name or password")
    if len(url) > MAX_LENGTH:
        raise Refused("bad_address", f"The address is longer than {MAX_LENGTH:,} characters")
    host = ascii_host(host)
    shown = f"[{host}]" if ":" in host else host
    netloc = shown if port in (None, PORTS[parts.scheme]) else f"{shown}:{port}"
    return urlunsplit((parts.scheme, netloc, path, query, ""))


def ascii_host(host: str) -> str:
    """A host's name as the name servers know it."""
    try:
        return host if ":" in host else host.encode("idna").decode().lower().rstrip(".")
    except UnicodeError as error:
        raise Refused("bad_address", f"{host!r} is no name of a host") from error


def vetted(url: str, private_hosts: Collection[str]) -> Address:
    """Look an address up; Refused where its host is unknown, or not public and not allowed.

    All addresses of a host must be public: one that also names a machine of the inner network is
    an attempt to get at it.
    """
    url = cleaned(url)
    parts = urlsplit(url)
    port = parts.port or PORTS[parts.scheme]
    try:
        found = socket.getaddrinfo(parts.hostname, port, type=socket.SOCK_STREAM)
    except (OSError, UnicodeError) as error:
        raise Refused("unreachable", f"The host {parts.hostname} is not known") from error
    ips = [str(entry[4][0]) for entry in found]
    if parts.hostname not in private_hosts:
        for ip in ips:
            if not is_public(ipaddress.ip_address(ip.split("%")[0])):
                what = f"The host {parts.hostname} is at {ip}, which is no public address"
                raise Refused("private_address", what)
    target = urlunsplit(("", "", parts.path, parts.query, ""))
    return Address(url, parts.scheme, parts.hostname, port, ips[0], target)


def is_public(ip: Ip) -> bool:
    """Whether an address is of the public internet, and so are those that it stands for."""
    if ip.version == 6:
        inner = [ip.ipv4_mapped, ip.sixtofour, *(ip.teredo or ())]
        if any(ip in network for network in EMBEDDING):
            inner.append(ipaddress.IPv4Address(int(ip) & 0xFFFFFFFF))
        if not all(is_public(each) for each in inner if each is not None):
            return False
        if ip.ipv4_mapped or ip in EMBEDDING[0]:
            return True
    return ip.is_global and not ip.is_multicast and not ip.is_reserved

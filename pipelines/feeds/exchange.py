"""One request over HTTP and its answer, within limits of time and size."""

import http.client
import socket
import ssl
import threading
import zlib
from collections.abc import Mapping
from dataclasses import dataclass

from pipelines.feeds.addresses import Address
from pipelines.feeds.refusals import Refused

PIECE = 1 << 16
# zlib: this window size reads gzip and zlib heads alike.
ANY_HEAD = 47
ENCODINGS = ("gzip", "x-gzip", "deflate")


@dataclass(frozen=True)
class Limits:
    """How long a request may take in all, and how large its answer may be, unpacked."""

    seconds: float
    n_bytes: int


@dataclass(frozen=True)
class Answer:
    """What a host answered; header names are in lower case."""

    status: int
    headers: Mapping[str, str]
    body: bytes

    @property
    def media_type(self) -> str:
        """The content's type without parameters: text/html."""
        return self.headers.get("content-type", "").split(";")[0].strip().lower()


def ask(address: Address, headers: Mapping[str, str], limits: Limits) -> Answer:
    """Get an address from the very machine that was vetted.

    Raises Refused where it cannot be reached, breaks off, takes too long or sends too much.
    """
    expired = threading.Event()
    try:
        plain = socket.create_connection((address.ip, address.port), limits.seconds)
    except TimeoutError as error:
        raise Refused("timeout", f"{address.host} did not answer in time") from error
    except OSError as error:
        raise Refused("unreachable", f"{address.host} cannot be reached ({error})") from error

    def cut_off() -> None:
        """A host that sends a byte now and then would outlast any limit on a single read."""
        expired.set()
        plain_end(plain)

    watchdog = threading.Timer(limits.seconds, cut_off)
    watchdog.daemon = True
    watchdog.start()
    try:
        with plain:
            answer = exchange(plain, address, headers, limits)
        if expired.is_set():  # an answer of no told length just ends when it is cut off
            raise TimeoutError
        return answer
    except (OSError, http.client.HTTPException, zlib.error, ValueError) as error:
        if expired.is_set() or isinstance(error, TimeoutError):
            what = f"{address.host} took longer than {limits.seconds:g} seconds"
            raise Refused("timeout", what) from error
        raise Refused("broken", f"The answer of {address.host} breaks off ({error})") from error
    finally:
        watchdog.cancel()


def plain_end(plain: socket.socket) -> None:
    """End a connection that another thread waits for."""
    try:
        plain.shutdown(socket.SHUT_RDWR)
    except OSError:
        return  # it has ended already


def exchange(
    plain: socket.socket, address: Address, headers: Mapping[str, str], limits: Limits
) -> Answer:
    """Send one request over an open connection and read its answer."""
    connection = http.client.HTTPConnection(address.host, address.port)
    if address.scheme == "https":
        context = ssl.create_default_context()
        connection.sock = context.wrap_socket(plain.dup(), server_hostname=address.host)
    else:
        connection.sock = plain.dup()
    try:
        connection.putrequest("GET", address.target, skip_host=True, skip_accept_encoding=True)
        sent = {"Host": address.netloc, "Accept-Encoding": "gzip, deflate", "Connection": "close"}
        for name, value in (sent | dict(headers)).items():
            connection.putheader(name, value)
        connection.endheaders()
        response = connection.getresponse()
        told = {name.lower(): value for name, value in response.getheaders()}
        return Answer(response.status, told, read_body(response, told, limits))
    finally:
        connection.close()


def read_body(
    response: http.client.HTTPResponse, headers: Mapping[str, str], limits: Limits
) -> bytes:
    """The content, unpacked piece by piece so that a small answer cannot fill the memory."""
    too_large = Refused("too_large", f"It is larger than {limits.n_bytes:,} bytes")
    declared = headers.get("content-length", "")
    if declared.isdecimal() and int(declared) > limits.n_bytes:
        raise too_large
    encoding = headers.get("content-encoding", "identity").strip().lower()
    if encoding not in (*ENCODINGS, "identity", ""):
        raise Refused("broken", f"It is packed as {encoding!r}, which was not asked for")
    unpacker = zlib.decompressobj(ANY_HEAD) if encoding in ENCODINGS else None
    body = bytearray()
    while piece := response.read1(PIECE):
        room = limits.n_bytes - len(body) + 1
        body += unpacker.decompress(piece, room) if unpacker else piece
        if len(body) > limits.n_bytes:
            raise too_large
    if response.length or (unpacker and body and not unpacker.eof):
        raise http.client.IncompleteRead(bytes(body[:0]))
    return bytes(body)

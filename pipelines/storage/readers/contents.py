"""Bytes of a file, and the text they are."""

import gzip
import re
import zipfile
import zlib
from collections.abc import Iterator
from typing import BinaryIO

from pipelines.storage.readers.refusals import Refusal
from pipelines.storage.readers.sources import Source

UTF16_MARKS = (b"\xff\xfe", b"\xfe\xff")
UTF8_MARK = b"\xef\xbb\xbf"
BINARY_STARTS = {
    b"%PDF-": "a PDF", b"PK\x03\x04": "a ZIP archive or office document",
    b"\xd0\xcf\x11\xe0": "an office document", b"\x89PNG": "an image", b"\xff\xd8\xff": "an image",
    b"GIF8": "an image", b"\x1f\x8b": "a gzip archive", b"PAR1": "a Parquet file",
    b"{\\rtf": "an RTF document",
}  # fmt: skip
# Control characters that running text does not hold.
CONTROLS = bytes(set(range(32)) - {0, 9, 10, 11, 12, 13, 27})
MAX_CONTROL_SHARE = 0.01
MAX_CONTROLS = 4
MULTIBYTE = re.compile(
    rb"[\xc3-\xdf][\x80-\xbf]|[\xe0-\xef][\x80-\xbf]{2}|[\xf0-\xf4][\x80-\xbf]{3}"
)

LEGACY = ("cp1252", "cp1251", "cp1256")
MIN_COHERENCE = 0.6
MAX_CHAOS = 0.02
# Letters of Western Europe beside others, and the typographic marks of cp1252: anything else
# among few odd bytes tells of a broken file, not of an old one.
WESTERN = re.compile(
    "[\x00-\x7f\xa0àáâäãåæçèéêëìíîïñòóôöõøùúûüßœÀÁÄÅÆÇÈÉÊËÍÎÑÓÔÖØÚÜŒ"
    "\u2018\u2019\u2013“”„—…•«»€£°·¿¡]*"
)
WESTERN_SHARE = 0.3
# A ZIP archive packed in a way that Python does not know is a NotImplementedError.
READ_ERRORS = (OSError, EOFError, zlib.error, zipfile.BadZipFile, NotImplementedError)
PIECE = 1 << 16


def open_source(source: Source) -> BinaryIO:
    """The file opened for reading, decompressed where it is gzip."""
    source.size()
    try:
        if not source.is_gzip:
            return source.open()
        return gzip.open(source.open() if source.entry else source.path, "rb")
    except READ_ERRORS as error:
        raise read_refusal(error) from error


def read_bytes(source: Source, limit: int | None) -> bytes:
    """The file's bytes, decompressed; Refusal where it is longer than the limit or empty."""
    if limit is not None and not source.is_gzip and source.size() > limit:
        raise too_large("The file", limit)
    with open_source(source) as file:
        try:
            data = file.read() if limit is None else file.read(limit + 1)
        except READ_ERRORS as error:
            raise read_refusal(error) from error
    if limit is not None and len(data) > limit:
        raise too_large("The file", limit)
    return data


def read_lines(file: BinaryIO, limit: int) -> Iterator[tuple[int, bytes | Refusal]]:
    """Number and bytes of each line that is not blank, from 1.

    A line over the limit, and the place where the file breaks off, come as a Refusal; neither
    takes more memory than the limit.
    """
    number = 0
    while True:
        number += 1
        try:
            line = file.readline(limit + 1)
            if len(line) > limit and not line.endswith(b"\n"):
                while (piece := file.readline(PIECE)) and not piece.endswith(b"\n"):
                    pass
                yield number, too_large(f"Line {number}", limit)
                continue
        except READ_ERRORS as error:
            refusal = read_refusal(error)
            yield number, Refusal(refusal.reason, f"{refusal.what} from line {number} on")
            return
        if not line:
            return
        if number == 1:
            line = line.removeprefix(UTF8_MARK)
        if line.strip():
            yield number, line


def decode(data: bytes, declared: str | None = None) -> str:
    """The text that bytes are: UTF-8, UTF-16 with its mark, or clearly one old code page.

    declared: the encoding a page names for itself. Raises Refusal for what is empty, binary or
    broken; nothing is guessed where UTF-8 is merely damaged.
    """
    if data[:2] in UTF16_MARKS:
        return decode_utf16(data)
    for start, name in BINARY_STARTS.items():
        if data.startswith(start):
            raise Refusal("not_text", f"The content is {name}, not text")
    data = data.removeprefix(UTF8_MARK)
    if not data.strip(b" \t\r\n\x00"):
        raise Refusal("empty", "There is no text in it")
    # Removing bytes and comparing lengths counts them without a loop.
    n_control = len(data) - len(data.translate(None, CONTROLS))
    if max(n_control, data.count(0)) > max(MAX_CONTROLS, MAX_CONTROL_SHARE * len(data)):
        raise Refusal("not_text", "The content is binary data, not text")
    try:
        return data.decode("utf-8")
    except UnicodeDecodeError as error:
        return decode_legacy(data, declared, error.start)


def decode_utf16(data: bytes) -> str:
    try:
        return data.decode("utf-16")
    except UnicodeDecodeError as error:
        raise Refusal(
            "broken_encoding", f"The file is marked as UTF-16 and breaks at byte {error.start}"
        ) from error


def decode_legacy(data: bytes, declared: str | None, broken_at: int) -> str:
    """Text in an old code page, where there can be no doubt; else Refusal."""
    broken = Refusal("broken_encoding", f"The text is no valid UTF-8 at byte {broken_at}")
    if MULTIBYTE.search(data):
        raise broken
    if declared:
        try:
            return data.decode(declared)
        except (LookupError, UnicodeDecodeError) as error:
            raise broken from error
    from charset_normalizer import from_bytes  # slow to load, and rarely needed

    match = from_bytes(data, cp_isolation=list(LEGACY)).best()
    if match is None or match.chaos > MAX_CHAOS or match.coherence < MIN_COHERENCE:
        raise broken
    text = str(match)
    is_western = sum(letter > "\x7f" for letter in text) < WESTERN_SHARE * len(text)
    if is_western and (match.encoding != "cp1252" or not WESTERN.fullmatch(text)):
        raise broken
    return text


def too_large(what: str, limit: int) -> Refusal:
    return Refusal("too_large", f"{what} is longer than {limit:,} bytes, the limit of a record")


def read_refusal(error: Exception) -> Refusal:
    if isinstance(error, PermissionError):
        return Refusal("unreadable", f"The file cannot be opened ({error.strerror})")
    if isinstance(error, (gzip.BadGzipFile, EOFError, zlib.error)):
        return Refusal("broken_gzip", "The file is no whole gzip archive")
    if isinstance(error, (zipfile.BadZipFile, NotImplementedError)):
        return Refusal("broken_archive", f"The archive does not give the file out whole ({error})")
    return Refusal("unreadable", f"The file cannot be read ({error})")

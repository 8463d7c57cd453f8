"""Records in files: JSON Lines, CSV and Parquet, clean ones at once, others row by row; WARC."""

import csv
import io
import json
from collections.abc import Iterable
from dataclasses import dataclass
from itertools import islice

import polars as pl

from pipelines.storage.readers.archives import read_archive
from pipelines.storage.readers.contents import decode, open_source, read_bytes, read_lines
from pipelines.storage.readers.fields import (
    Fields,
    choose_fields,
    known_names,
    plain,
    require_column,
    schema,
)
from pipelines.storage.readers.refusals import Refusal
from pipelines.storage.readers.sources import Source

BLOCK_LINES = 10_000
DELIMITERS = ",;\t|"
REPLACEMENT = "\ufffd"

Refused = list[tuple[int, Refusal]]


@dataclass(frozen=True)
class Records:
    """One row per record: record_no and the fields asked for; the refused ones by their number."""

    frame: pl.DataFrame
    refused: Refused


def read_records(source: Source, fields: Fields, limit: int) -> Records:
    """The records of a table; Refusal where the file as a whole cannot be read."""
    readers = {
        "jsonl": read_json_lines,
        "csv": read_csv,
        "parquet": read_parquet,
        "warc": read_warc,
    }
    records = readers[source.kind](source, fields, limit)
    if records.frame.is_empty() and not records.refused:
        raise Refusal("empty", "There is no record in it")
    return records


def read_json_lines(source: Source, fields: Fields, limit: int) -> Records:
    frames = [pl.DataFrame(schema={"record_no": pl.Int64, **schema(fields)})]
    refused: Refused = []
    with open_source(source) as file:
        lines = read_lines(file, limit)
        while block := list(islice(lines, BLOCK_LINES)):
            refused += [(number, line) for number, line in block if isinstance(line, Refusal)]
            good = [(number, line) for number, line in block if not isinstance(line, Refusal)]
            if good and good[0][0] == 1 and good[0][1].lstrip().startswith(b"["):
                raise Refusal("bad_record", "The file is one JSON array, not JSON Lines")
            frames.append(parse_json_block(good, fields, refused))
    return Records(pl.concat(frames), refused)


def parse_json_block(
    lines: list[tuple[int, bytes]], fields: Fields, refused: Refused
) -> pl.DataFrame:
    """The records of some lines: all at once, or one by one where one of them is bad."""
    numbers = [number for number, _ in lines]
    try:
        frame = pl.read_ndjson(
            b"".join(line.rstrip(b"\r\n") + b"\n" for _, line in lines), infer_schema_length=None
        )
    except (pl.exceptions.PolarsError, pl.exceptions.PanicException):
        frame = pl.DataFrame()
    if frame.height != len(lines):
        rows, numbers = [], []
        for number, line in lines:
            try:
                rows.append(parse_json_line(line, number))
                numbers.append(number)
            except Refusal as refusal:
                refused.append((number, refusal))
        frame = pl.DataFrame(rows, dict.fromkeys(known_names(fields), pl.String))
    return with_numbers(choose_fields(frame, fields), numbers)


def parse_json_line(line: bytes, number: int) -> dict[str, str]:
    """A record's plain values as text, by lower-case name; Refusal where the line is no record."""
    try:
        record = json.loads(line.decode())
    except UnicodeDecodeError as error:
        raise Refusal("broken_encoding", f"Line {number} is no valid UTF-8") from error
    except (ValueError, RecursionError) as error:
        raise Refusal("bad_record", f"Line {number} is no whole JSON object ({error})") from error
    if not isinstance(record, dict):
        raise Refusal("bad_record", f"Line {number} is JSON, but no object")
    values = {
        plain(name): value if isinstance(value, str) else json.dumps(value)
        for name, value in reversed(record.items())
        if isinstance(value, str | int | float)
    }
    if not all(is_whole(value) for value in values.values()):
        raise Refusal(
            "broken_encoding", f"Line {number} holds half a character (\\ud800 to \\udfff)"
        )
    return values


def is_whole(text: str) -> bool:
    """False for text with half a surrogate pair, which no encoding can hold."""
    return text.isascii() or not any("\ud800" <= letter <= "\udfff" for letter in text)


def read_csv(source: Source, fields: Fields, limit: int) -> Records:
    data = read_bytes(source, None)
    try:
        text = decode(data)
    except Refusal as refusal:
        if refusal.reason != "broken_encoding":
            raise
        text = data.decode("utf-8", "replace")
    delimiter = max(DELIMITERS, key=text[: text.find("\n")].count)
    refused: Refused = []
    try:
        frame = pl.read_csv(text.encode(), separator=delimiter, infer_schema=False)
        numbers = list(range(1, frame.height + 1))
    except pl.exceptions.PolarsError:
        frame, numbers = read_ragged_csv(text, delimiter, refused)
    require_column(frame.columns, fields)
    return refuse_broken(with_numbers(choose_fields(frame, fields), numbers), refused, data)


def refuse_broken(records: pl.DataFrame, refused: Refused, data: bytes) -> Records:
    """Takes out the records in which bytes had to be replaced because they were no UTF-8."""
    if REPLACEMENT.encode() in data:
        return Records(records, refused)  # the file itself holds such characters
    is_broken = pl.any_horizontal(
        pl.exclude("record_no").str.contains(REPLACEMENT, literal=True).fill_null(False)
    )
    broken = records.filter(is_broken)["record_no"].to_list()
    refused += [
        (number, Refusal("broken_encoding", f"Record {number} is no valid UTF-8"))
        for number in broken
    ]
    return Records(records.filter(~is_broken), refused)


def read_ragged_csv(text: str, delimiter: str, refused: Refused) -> tuple[pl.DataFrame, list[int]]:
    """Rows of a CSV in which some have more or fewer values than the header."""
    csv.field_size_limit(max(len(text), csv.field_size_limit()))
    reader = csv.reader(io.StringIO(text), delimiter=delimiter)
    names = next(reader)
    header = [name if name not in names[:at] else f"{name} {at}" for at, name in enumerate(names)]
    rows, numbers = [], []
    for number, row in enumerate(filter(None, reader), start=1):
        if len(row) == len(header):
            rows.append(row)
            numbers.append(number)
        else:
            what = f"Record {number} has {len(row)} values where the header has {len(header)}"
            refused.append((number, Refusal("bad_record", what)))
    return pl.DataFrame(rows, dict.fromkeys(header, pl.String), orient="row"), numbers


def read_parquet(source: Source, fields: Fields, limit: int) -> Records:
    data = read_bytes(source, None)
    try:
        columns = list(pl.read_parquet_schema(io.BytesIO(data)))
        require_column(columns, fields)
        wanted = [name for name in columns if plain(name) in known_names(fields)]
        frame = pl.read_parquet(io.BytesIO(data), columns=wanted)
    except (pl.exceptions.PolarsError, OSError) as error:
        raise Refusal("unreadable", f"The file is no whole Parquet file ({error})") from error
    return Records(with_numbers(choose_fields(frame, fields), range(1, frame.height + 1)), [])


def read_warc(source: Source, fields: Fields, limit: int) -> Records:
    return Records(*read_archive(source, fields, limit))


def with_numbers(frame: pl.DataFrame, numbers: Iterable[int]) -> pl.DataFrame:
    return frame.select(pl.Series("record_no", list(numbers), pl.Int64), pl.all())

"""Manifests: what is known about files, in a CSV or JSON Lines file beside them."""

import os
from collections.abc import Collection, Iterable
from pathlib import Path

import polars as pl

from pipelines.storage.readers.fields import MANIFEST, schema
from pipelines.storage.readers.inputs import InputError
from pipelines.storage.readers.records import read_records
from pipelines.storage.readers.refusals import Refusal
from pipelines.storage.readers.sources import Source

Rows = list[tuple[str, str, str, str]]


def named_manifest(path: Path) -> Source:
    """The manifest a user names; InputError where it is not there or no CSV or JSON Lines."""
    source = Source(path.resolve(), path.name)
    if not source.path.is_file():
        raise InputError(f"The manifest {path} does not exist. Correct the path, or leave it out.")
    if source.kind not in ("csv", "jsonl"):
        raise InputError(f"The manifest {path} must be a .csv or .jsonl file with a column path.")
    return source


def read_manifests(
    manifests: Iterable[Source],
    named: Source | None,
    sources: Iterable[Source],
    limit: int,
    quarantine: Rows,
) -> pl.DataFrame:
    """One row per file that a manifest tells of: path (absolute) and the fields of MANIFEST.

    It may tell of files on disk, and of `sources` in an archive.
    Where manifests differ the one the user named holds. Rows without a file go to quarantine;
    InputError where the named one cannot be read.
    """
    frames = [pl.DataFrame(schema=schema(MANIFEST))]
    zipped = {str(source.path) for source in sources if source.entry}
    if named:
        try:
            frames.append(read_manifest(named, zipped, limit, quarantine))
        except Refusal as refusal:
            raise InputError(f"The manifest {named.path} cannot be read: {refusal}.") from refusal
    for source in manifests:
        try:
            frames.append(read_manifest(source, zipped, limit, quarantine))
        except Refusal as refusal:
            quarantine.append(Refusal("bad_manifest", str(refusal)).row(source.uri))
    return pl.concat(frames).unique("path", keep="first", maintain_order=True)


def read_manifest(
    source: Source, zipped: Collection[str], limit: int, quarantine: Rows
) -> pl.DataFrame:
    records = read_records(source, MANIFEST, limit)
    refused = list(records.refused)
    folder = source.path.parent
    given = records.frame["path"].to_list()
    paths = [None if path is None else os.path.normpath(folder / path) for path in given]
    for number, name, path in zip(records.frame["record_no"], given, paths, strict=True):
        if path is None:
            refused.append((number, Refusal("bad_record", f"Row {number} names no path")))
        elif path not in zipped and not Path(path).is_file():
            what = f"Row {number} names {name}, and there is no such file"
            refused.append((number, Refusal("missing_file", what)))
    quarantine += [refusal.row(f"{source.uri}#{number}") for number, refusal in refused]
    return (
        records.frame.drop("record_no")
        .with_columns(pl.Series("path", paths, pl.String))
        .drop_nulls("path")
    )

"""ZIP archives: each file in one is an input like a file in a folder."""

import zipfile
from collections.abc import Iterator
from pathlib import PurePosixPath

from pipelines.storage.readers.refusals import Refusal
from pipelines.storage.readers.sources import Source, is_clutter

ENCRYPTED = 0x1


def unpack(source: Source) -> Iterator[Source | tuple[str, Refusal]]:
    """The files in a ZIP archive, by path and uri below the archive's own; or uris with a Refusal.

    Hidden and unfinished files are passed over. An archive in an archive is not opened.
    """
    try:
        source.size()
        archive = zipfile.ZipFile(source.path)
    except Refusal as refusal:
        yield source.uri, refusal
        return
    except (OSError, zipfile.BadZipFile, NotImplementedError) as error:
        what = f"The file is no whole ZIP archive ({error})"
        yield source.uri, Refusal("broken_archive", what)
        return
    for entry in archive.infolist():
        parts = [part for part in PurePosixPath(entry.filename).parts if part not in ("/", "..")]
        if entry.is_dir() or any(map(is_clutter, parts)):
            continue
        uri = "/".join([source.uri, *parts])
        if entry.flag_bits & ENCRYPTED:
            yield uri, Refusal("encrypted", "The file is encrypted in its archive")
        else:
            yield Source(source.path.joinpath(*parts), uri, archive, entry)

"""Versions of rules: they change when the code that makes a table does."""

from functools import cache
from hashlib import sha256
from importlib.resources import files
from pathlib import Path

import polars as pl

PACKAGE = Path(str(files("pipelines")))
# What the text half is made of; `transforms` shares its few modules with the other half.
TEXT_HALF = ("transforms/*.py", "transforms/text/**/*.py")
EVENTS_HALF = ("transforms/*.py", "transforms/events/**/*.py")
READERS = ("storage/readers/*.py",)


@cache
def code_version(patterns: tuple[str, ...]) -> str:
    """A version of some modules of the package, and of Polars, which they are written in."""
    digest = sha256(pl.__version__.encode())
    for path in sorted(path for pattern in patterns for path in PACKAGE.glob(pattern)):
        digest.update(path.read_bytes())
    return digest.hexdigest()[:12]

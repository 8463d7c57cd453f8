"""Readers: files and records of any supported kind, as documents or as quarantined rows."""

from pipelines.storage.readers.documents import Reading, read_documents
from pipelines.storage.readers.inputs import InputError

__all__ = ["InputError", "Reading", "read_documents"]

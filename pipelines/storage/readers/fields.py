"""Columns of records and manifests under any of their usual names."""

import polars as pl

from pipelines.storage.readers.refusals import Refusal

Fields = dict[str, tuple[str, ...]]

METADATA: Fields = {
    "external_id": ("id", "article_id", "external_id", "guid", "doc_id", "document_id", "uuid"),
    "title": ("title", "headline"),
    "published_at": (
        "published_at", "published", "published_on", "publication_date", "publish_date",
        "date_published", "pub_date", "date", "datetime", "timestamp",
    ),
    "url": ("url", "link", "uri"),
    "publisher": ("source", "publisher", "outlet", "site", "site_name", "domain"),
    "language": ("language", "lang"),
}  # fmt: skip
RECORD: Fields = {
    "text": ("text", "body", "content", "article", "article_text", "full_text", "maintext"),
    "html": ("html", "raw_html", "page"),
    **METADATA,
}
MANIFEST: Fields = {"path": ("path", "file", "filename", "file_name"), **METADATA}
MAX_LISTED = 200


def schema(fields: Fields) -> dict[str, pl.DataType]:
    return dict.fromkeys(fields, pl.String())


def known_names(fields: Fields) -> list[str]:
    """Every name that one of the fields may have."""
    return [name for names in fields.values() for name in names]


def require_column(columns: list[str], fields: Fields) -> None:
    """Refusal where a table has no column to read: text or html of records, path of manifests."""
    key = [name for field in ("text", "html", "path") for name in fields.get(field, ())]
    if not {plain(column) for column in columns} & set(key):
        listed = ", ".join(columns)[:MAX_LISTED]
        reason = "bad_manifest" if "path" in fields else "no_text"
        raise Refusal(reason, f"None of its columns is named {' or '.join(key[:2])}: {listed}")


def choose_fields(frame: pl.DataFrame, fields: Fields) -> pl.DataFrame:
    """One column a field, as text; each from the first of its names that holds a value."""
    by_name: dict[str, str] = {}
    for column, dtype in frame.schema.items():
        if not dtype.is_nested():
            by_name.setdefault(plain(column), column)
    chosen = {
        field: [by_name[name] for name in names if name in by_name]
        for field, names in fields.items()
    }
    return frame.with_columns(
        pl.coalesce(
            pl.lit(None, pl.String),
            *(as_text(pl.col(column), frame.schema[column]) for column in columns),
        ).alias(field)
        for field, columns in chosen.items()
    ).select(*fields)


def as_text(column: pl.Expr, dtype: pl.DataType) -> pl.Expr:
    """A value as text; null where it is blank or bytes that are no UTF-8."""
    if dtype.is_temporal():
        text = column.dt.to_string("iso")
    else:
        text = column.cast(pl.String, strict=False)
    return pl.when(text.str.strip_chars() != "").then(text)


def plain(name: str) -> str:
    return name.strip().lower()

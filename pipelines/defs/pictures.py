"""Pictures of a warehouse that is about to be published, for the UI."""

import dagster as dg
import duckdb

from pipelines.outputs.pictures import as_markdown, events_a_day, harm_by_week, quarantine_share

PICTURES = {
    "events a day": events_a_day,
    "harm by week": harm_by_week,
    "quarantine share": quarantine_share,
}


def pictures_of(connection: duckdb.DuckDBPyConnection) -> dict[str, dg.MarkdownMetadataValue]:
    """Each picture as metadata that Dagster's UI shows in place."""
    return {
        name: dg.MetadataValue.md(as_markdown(name, draw(connection)))
        for name, draw in PICTURES.items()
    }

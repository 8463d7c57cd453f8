"""datapackage.json beside each export: fields, units, row counts, hashes and licences."""

import json
import re
from hashlib import sha256
from pathlib import Path

from pipelines.outputs.exports.resources import Field, Resource

# Whose facts the gazetteer holds; lexicons/CREDITS.md says which. Its users owe them this credit.
LICENCES = (
    {"name": "CC-BY-4.0", "title": "GeoNames (geonames.org): names and coordinates of places",
     "path": "https://creativecommons.org/licenses/by/4.0/"},
    {"name": "CC-BY-4.0", "title": "geoBoundaries (geoboundaries.org): districts of Afghanistan",
     "path": "https://creativecommons.org/licenses/by/4.0/"},
    {"name": "WOF", "title": "Who's On First (whosonfirst.org): provinces of Afghanistan",
     "path": "https://whosonfirst.org/docs/licenses/"},
)  # fmt: skip
FILE = "datapackage.json"


def write_datapackage(folder: Path, name: str, resources: list[Resource]) -> Path:
    """Describe the files of a folder as a Frictionless data package (v1)."""
    package = {
        "profile": "data-package",
        "name": name,
        "title": "sitrep: events, figures and control, read from news text",
        "licenses": list(LICENCES),
        "resources": [describe(folder, resource) for resource in resources],
    }
    path = folder / FILE
    path.write_text(json.dumps(package, indent=2, ensure_ascii=False) + "\n", encoding="utf-8")
    return path


def describe(folder: Path, resource: Resource) -> dict[str, object]:
    """One resource with the size and hash of its file."""
    content = (folder / resource.file).read_bytes()
    told = {
        "name": re.sub(r"[^a-z0-9._-]", "-", resource.name.lower()),
        "path": resource.file,
        "description": resource.description,
        "format": Path(resource.file).suffix[1:],
        "encoding": "utf-8",
        "bytes": len(content),
        "hash": f"sha256:{sha256(content).hexdigest()}",
        "rowCount": resource.n_rows,
    }
    if not resource.is_tabular:
        return told | {"properties": [field_of(field) for field in resource.fields]}
    dialect: dict[str, object] = {}
    if resource.header_rows > 1:
        dialect = {"headerRows": [1], "commentRows": list(range(2, resource.header_rows + 1))}
    if resource.sheet:
        dialect = {"excel": {"sheet": resource.sheet}}
    schema = {"fields": [field_of(field) for field in resource.fields], "missingValues": [""]}
    return (
        told
        | {"profile": "tabular-data-resource", "schema": schema}
        | ({"dialect": dialect} if dialect else {})
    )


def field_of(field: Field) -> dict[str, str]:
    """A field, without what nothing is known of."""
    told = {
        "name": field.name,
        "type": field.type,
        "unit": field.unit,
        "description": field.description,
    }
    return {name: value for name, value in told.items() if value}

"""Reads a file of hand-made answers."""

import json
from collections.abc import Collection, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

# Section of the file -> what a claim of it is in core.fact_claim.
CLAIM_TYPES = {
    "territory": "territory_change",
    "contested": "contested",
    "control": "territory_control",
    "planned_never_counted_as_done": "planned",
    "control_counts": "control_count",
    "strength": "strength",
    "casualties": "casualty",
    "attacks": "attack",
}


class GoldError(Exception):
    """The file of answers cannot be read; the message says where and how to mend it."""


@dataclass(frozen=True)
class Expected:
    """One answer about one article: in this file, a claim of this section with these fields."""

    section: str
    file: str
    fields: dict[str, Any]


@dataclass(frozen=True)
class Gold:
    """All answers of a file."""

    claims: tuple[Expected, ...]
    articles: tuple[dict[str, Any], ...]
    forbidden: tuple[dict[str, Any], ...]
    # What the file speaks of at all: claims of other sections are not judged.
    sections: frozenset[str] = frozenset(CLAIM_TYPES)
    floors: Mapping[str, float] | None = None

    @property
    def files(self) -> frozenset[str]:
        """Every article that the answers speak of."""
        named = {expected.file for expected in self.claims}
        return frozenset(named | {article["file"] for article in self.articles})

    @property
    def named(self) -> frozenset[str]:
        """Every article that matters to the answers: those, and where some text is forbidden."""
        return self.files | {item["file"] for item in self.forbidden}

    def among(self, external_ids: Collection[str]) -> "Gold":
        """The answers about articles that are there."""

        def is_there(file: str) -> bool:
            return any(names_article(file, external_id) for external_id in external_ids)

        return Gold(
            tuple(expected for expected in self.claims if is_there(expected.file)),
            tuple(article for article in self.articles if is_there(article["file"])),
            tuple(item for item in self.forbidden if is_there(item["file"])),
            self.sections,
            self.floors,
        )


def read_gold(path: Path) -> Gold:
    """Read a JSON file in the form of the example's gold.json; raises GoldError."""
    try:
        content = json.loads(path.read_text(encoding="utf-8"))
    except (OSError, ValueError) as error:
        raise GoldError(
            f"{path}: not a JSON file ({error}). See the example's gold.json."
        ) from None
    if not isinstance(content, dict) or not any(section in content for section in CLAIM_TYPES):
        raise GoldError(f"{path}: has none of the sections {', '.join(CLAIM_TYPES)}.")
    claims = [
        Expected(section, file, item)
        for section in CLAIM_TYPES
        for item in content.get(section, [])
        for file in files_of(path, section, item)
    ]
    return Gold(
        tuple(claims),
        tuple(content.get("articles", [])),
        tuple(content.get("must_not_appear", [])),
        frozenset(CLAIM_TYPES) & frozenset(content),
        floors_of(path, content.get("floors")),
    )


def floors_of(path: Path, floors: Any) -> Mapping[str, float] | None:
    """The least F1 by section or section.field; raises GoldError where one can hold nothing."""
    if floors is None:
        return None
    sections = (*CLAIM_TYPES, "articles", "must_not_appear")
    for name, floor in dict(floors).items():
        is_share = isinstance(floor, int | float) and 0 <= floor <= 1
        if name.partition(".")[0] not in sections or not is_share:
            raise GoldError(
                f'{path}: floor "{name}": {floor} must be a section, or section.field, with a '
                f"number from 0 to 1. Sections: {', '.join(sections)}."
            )
    return dict(floors)


def files_of(path: Path, section: str, item: dict[str, Any]) -> list[str]:
    """The articles that an answer names; raises GoldError where it names none."""
    files = item.get("files")
    if not files:
        raise GoldError(f'{path}: an answer in "{section}" names no "files": {item}')
    return files


def names_article(file: str, external_id: str) -> bool:
    """Whether an answer's file (a stem, or its part before an underscore) is that article."""
    return external_id == file or external_id.startswith(f"{file}_")

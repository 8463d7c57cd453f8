"""Measures places: the country of incidents, the first-level unit and the count of headlines.

    python -m tests.measures.places [--every N] [--misses N]

Country (wikipedia_incidents_2022). The country of an article is that of most places of its claims;
where no claim has a place, that of most places found in its text; where there is none, the
article's country (by the peoples and organisations it names); of equal ones the first named. It
is scored where the text names the answer: by the country, its people, or a name whose largest
bearer in the gazetteer lies there.

Unit (ucdp_headlines_dev). A headline names its unit where a name stands in it, as whole words in
any case, of the unit (`adm_1`, and its spellings in SPELLINGS and the gazetteer), of the district
(`adm_2`) or the place (`where_coordinates`) less their common nouns, or of a town that the
gazetteer puts in the unit and nowhere else in the country. Names of armed parties ("DPR") are no
names of places. `unit` is right where the answer is among the units of the places of the claims
and of the places found; `unit of claims` where it is among those of the claims, of the headlines
that name no other unit and have a claim with a place.

Count (ucdp_headlines_dev, `gold_check.headline` match). A headline states the count where the
figure or its number word stands in it; for one also "a" or "an", where no other number does. It
is right where a claim of people killed has it, or where those that are no subsets add up to it.
"""

import argparse
import re
from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass

import polars as pl

from pipelines.storage.lexicons import read_lexicons
from pipelines.transforms.lexicons import Lexicons
from pipelines.transforms.text.places.keys import plain_form
from pipelines.transforms.text.places.places import read_places
from tests.measures.reading import Reading, read, records

NOUNS = re.compile(
    r"\b(?:governorate|oblast|special republican city|city|town|village|district|markaz|"
    r"neighbou?rhood|subdistrict|sub district|area|raion|region|municipality)\b",
    re.IGNORECASE,
)
# Spellings of units in the press that neither the answers nor the gazetteer have.
SPELLINGS = {
    "Rif Dimashq": ("Damascus countryside", "countryside of Damascus", "Rural Damascus"),
    "Kiev": ("Kyiv",),
    "Luhansk": ("Lugansk",),
    "Deir ez Zor": ("Deir Ezzor", "Deir al-Zor", "Der-Ezzor", "Deir Al-Zour"),
    "Daraa": ("Deraa", "Dara'a"),
    "Latakia": ("Lattakia",),
    "Hamah": ("Hama",),
    "Ar Raqqah": ("Raqqa", "al-Raqqah", "Al-Raqqa"),
    "Al Hasakah": ("Hasakah", "al-Hasakeh", "Hasaka"),
    "Quneitra": ("al-Quneitra", "Qunaitra"),
    "As Suwayda": ("al-Suwaidaa", "Sweida", "al-Suwayda", "Suwayda"),
}
# The gazetteer's id of each unit.
UNITS = {
    "Rif Dimashq": "SY.08", "Damascus": "SY.13", "Aleppo": "SY.09", "Idlib": "SY.12",
    "Deir ez Zor": "SY.07", "Homs": "SY.11", "Hamah": "SY.10", "Daraa": "SY.06",
    "Ar Raqqah": "SY.04", "Al Hasakah": "SY.01", "Latakia": "SY.02", "Quneitra": "SY.03",
    "As Suwayda": "SY.05", "Donetsk": "UA.05", "Luhansk": "UA.14",
    "Kiev": "UA.12",
}  # fmt: skip
COUNTRY_OF_SET = {"Syria": "SYR", "Ukraine": "UKR"}
NUMBER_WORDS = [
    "zero", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten",
    "eleven", "twelve", "thirteen", "fourteen", "fifteen", "sixteen", "seventeen", "eighteen",
    "nineteen", "twenty",
]  # fmt: skip
OTHER_NUMBER = re.compile(rf"\d|\b(?:{'|'.join(NUMBER_WORDS[2:])}|dozens?|scores)\b", re.IGNORECASE)


def bare(name: str) -> str:
    """A name of the answers less its common nouns."""
    return re.sub(r"\s+", " ", NOUNS.sub(" ", name)).strip(" -,")


def plain(texts: Iterable[str]) -> list[str]:
    """The plain form of each text, a blank at either end."""
    forms = pl.DataFrame({"text": list(texts)}, schema={"text": pl.String}).select(
        plain_form(pl.col("text").str.replace_all(r"[^\p{L}\p{N}'’ʻʿ]+", " "))
    )
    return [f" {form} " for form in forms.to_series()]


def unit_names(lexicons: Lexicons) -> dict[str, set[str]]:
    """Plain names of each unit of the answers and of the towns that lie there alone."""
    names = lexicons.place_names.filter(~pl.col("is_demonym")).join(
        lexicons.places.filter(pl.col("country_id").is_in(list(COUNTRY_OF_SET.values()))),
        on="location_id",
    )
    alone = names.drop_nulls("admin1_id").filter(
        pl.col("admin1_id").n_unique().over("phrase", "country_id") == 1
    )
    by_id = dict(alone.group_by("admin1_id").agg("phrase").iter_rows())
    found = {}
    for unit, unit_id in UNITS.items():
        given = plain([unit, *SPELLINGS.get(unit, ())])
        found[unit] = {name.strip() for name in given} | set(by_id.get(unit_id, ()))
    return found


def names_unit(row: dict, text: str, unit: str, names: dict[str, set[str]]) -> bool:
    """True where the headline, in plain form, names the unit; `row` tells of its own places."""
    gold = row["gold"]
    wanted = set(names[unit])
    if bare(gold["adm_1"]) == unit:
        own = [bare(gold[field]) for field in ("adm_2", "where_coordinates") if gold[field]]
        wanted |= {name.strip() for name in plain(own)}
    return any(f" {name} " in text for name in wanted if len(name) > 2)


@dataclass(frozen=True)
class Told:
    """By record: the places of its claims and the places found, as rows, and its country."""

    claimed: dict[str, list[dict]]
    found: dict[str, list[dict]]
    peoples: dict[str, list[dict]]


def told_places(reading: Reading, lexicons: Lexicons) -> Told:
    """What each record tells of places, in the order of its text."""
    places = lexicons.places.select("location_id", "country_id", "admin1_id", "location_type")
    ids = reading.articles.select("article_id", "external_id")
    claims = reading.claims.sort("external_id", "evidence_start", "claim_id").select(
        "external_id", "location_id", "rule_id"
    )
    read_here = read_places(reading.articles, reading.sentences.sort("sentence_id"), lexicons)
    found = read_here.places.join(ids, on="article_id", maintain_order="left").select(
        "external_id", location_id="entity_id", rule_id=pl.lit("found")
    )
    peoples = read_here.countries.join(ids, on="article_id", maintain_order="left").select(
        "external_id", "country_id", rule_id=pl.lit("country")
    )
    located = [
        by_record(frame.join(places, on="location_id", maintain_order="left"))
        for frame in (claims, found)
    ]
    return Told(*located, by_record(peoples))


def by_record(rows: pl.DataFrame) -> dict[str, list[dict]]:
    """Rows by external_id."""
    told: dict[str, list[dict]] = {}
    for row in rows.to_dicts():
        told.setdefault(row["external_id"], []).append(row)
    return told


def most(values: Iterable[str | None]) -> str | None:
    """The value told most, of equal ones the first."""
    counted = Counter(value for value in values if value)
    return counted.most_common(1)[0][0] if counted else None


def show(name: str, right: int, total: int) -> None:
    """Print one figure."""
    print(f"{name}: {right}/{total} = {right / max(total, 1):.3f}")


def country_names(lexicons: Lexicons) -> dict[str, set[str]]:
    """Plain names by country: of itself, its people, and the places that are largest there."""
    names = lexicons.place_names.join(lexicons.places, on="location_id")
    largest = (
        names.with_columns(
            is_whole=pl.col("is_demonym") | (pl.col("location_type") == "country"),
            size=pl.col("population").fill_null(0),
        )
        .sort("phrase", "is_whole", "size", "location_id", descending=[False, True, True, False])
        .unique("phrase", keep="first", maintain_order=True)
    )
    return {
        country: set(found)
        for country, found in largest.group_by("country_id").agg("phrase").iter_rows()
    }


def measure_countries(every: int, misses: int, lexicons: Lexicons) -> None:
    """Print the share of incidents whose country is right."""
    rows = [row for row in records("wikipedia_incidents_2022")[::every] if row["gold"]["country"]]
    told, names = told_places(read(rows, lexicons), lexicons), country_names(lexicons)
    by_name = {name: country for country, found in names.items() for name in found}
    countries = [by_name[name.strip()] for name in plain(r["gold"]["country"] for r in rows)]
    texts = capitalised(row["text"] for row in rows)
    right = total = given = 0
    for row, wanted, text in zip(rows, countries, texts, strict=True):
        places = [
            [place for place in source.get(row["id"], []) if place["country_id"]]
            for source in (told.claimed, told.found, told.peoples)
        ]
        source = next((rows for rows in places if rows), [])
        found = most(place["country_id"] for place in source)
        is_named = any(f" {name} " in text for name in names[wanted])
        total += is_named
        given += found is not None
        right += found == wanted and is_named
        if found != wanted and (is_named or found) and misses > 0:
            misses -= 1
            rules = sorted({place["rule_id"] for place in source})
            print("  country", row["id"], wanted, found, is_named, rules)
    show("country", right, total)
    print(f"country given: {given}/{len(rows)}")


def capitalised(texts: Iterable[str]) -> list[str]:
    """The plain form of each text with a mark for every word in lower case."""
    return plain(re.sub(r"(?<![\w'’-])[a-z][a-z]*(?![\w-])", "_0_", text) for text in texts)


def measure_units(rows: list[dict], reading: Reading, misses: int, lexicons: Lexicons) -> None:
    """Print the share of headlines whose unit is right, where they name it."""
    told, names = told_places(reading, lexicons), unit_names(lexicons)
    asked = [row for row in rows if row["gold"]["adm_1"]]
    texts = plain(row["text"] for row in asked)
    right = total = right_claims = total_claims = 0
    for row, text in zip(asked, texts, strict=True):
        unit = bare(row["gold"]["adm_1"])
        if not names_unit(row, text, unit, names):
            continue
        total += 1
        wanted = UNITS[unit]
        claimed = {p["admin1_id"] for p in told.claimed.get(row["id"], []) if p["location_id"]}
        found = {p["admin1_id"] for p in told.found.get(row["id"], [])}
        right += wanted in claimed | found
        others = any(names_unit(row, text, other, names) for other in UNITS if other != unit)
        if claimed and not others:
            total_claims += 1
            right_claims += wanted in claimed
        is_missed = wanted not in claimed | found or (claimed and not others)
        if is_missed and wanted not in claimed and misses > 0:
            misses -= 1
            print("  unit", row["id"], wanted, claimed, found)
    show("unit", right, total)
    show("unit of claims", right_claims, total_claims)


def states_count(row: dict) -> bool:
    """True where the headline states its answer's count; "UPDATE 2" is the edition's."""
    text, count = re.sub(r"^UPDATE \d+", "", row["text"]), row["gold"]["best"]
    word = NUMBER_WORDS[count] if count < len(NUMBER_WORDS) else "no word"
    if re.search(rf"(?<![\d.,-]){count}(?![\d.,-]*\d)|\b{word}\b", text, re.IGNORECASE):
        return True
    return count == 1 and not OTHER_NUMBER.search(text)


def measure_counts(rows: list[dict], reading: Reading, misses: int) -> None:
    """Print the share of headlines whose count of people killed is right."""
    killed = reading.claims.filter(
        pl.col("harm") == "killed", pl.col("value_best").is_not_null()
    ).select("external_id", "value_best", "is_subset", "rule_id")
    found: dict[str, list[dict]] = {}
    for claim in killed.to_dicts():
        found.setdefault(claim["external_id"], []).append(claim)
    asked = [row for row in rows if row["gold_check"]["headline"] == "match" and states_count(row)]
    right = 0
    for row in asked:
        claims = found.get(row["id"], [])
        best = row["gold"]["best"]
        values = [claim["value_best"] for claim in claims]
        total = sum(claim["value_best"] for claim in claims if not claim["is_subset"])
        right += best in values or best == total
        if best not in (*values, total) and misses > 0:
            misses -= 1
            print("  count", row["id"], best, [(c["value_best"], c["rule_id"]) for c in claims])
    show("count", right, len(asked))


def main() -> None:
    """Print the figures, and the misses that are asked for."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--every", type=int, default=1)
    parser.add_argument("--misses", type=int, default=0)
    asked = parser.parse_args()
    lexicons = read_lexicons()
    measure_countries(asked.every, asked.misses, lexicons)
    rows = records("ucdp_headlines_dev")[:: asked.every]
    # A headline that stands under several events is read once; each row has its claims.
    first = {row["text"]: row for row in reversed(rows)}
    given = [
        {"id": row["id"], "text": text, "published_at": row["published"]}
        for text, row in first.items()
    ]
    reading = read(given, lexicons)
    rows = [{**row, "id": first[row["text"]]["id"]} for row in rows]
    measure_units(rows, reading, asked.misses, lexicons)
    measure_counts(rows, reading, asked.misses)


if __name__ == "__main__":
    main()

"""An invented war small enough to link in a blink: claims that crowd around a hundred events.

Places, days, numbers, sides and stories of an event are told now well and now badly, so that claims
meet in every way in which linking brings them together, and yet most events have nothing to do with
each other.
"""

import random
from datetime import date, timedelta

from tests.builders import claim

FIRST, DAYS, N_EVENTS, N_CLAIMS = date(2031, 1, 1), 150, 110, 500
SIDES = ("army", "rebels", "militia", "civilians", None)
NUMBERS = (1, 2, 3, 5, 6, 7, 9, 11, 12, 40, 41)
NOWHERE = (None, None, None, None)


def places() -> list[tuple[str | None, ...]]:
    """location_id, country_id, admin1_id and admin2_id of two countries down to their towns."""
    found: list[tuple[str | None, ...]] = []
    for country in ("C1", "C2"):
        found.append((country, country, None, None))
        for unit in (f"{country}.0", f"{country}.1"):
            found.append((unit, country, unit, None))
            for district in (f"{unit}.{number}" for number in range(3)):
                found += [(place, country, unit, district) for place in (district, f"{district}t")]
    return found


class LittleWar:
    """Draws events, and claims that tell of them; the same for the same seed."""

    def __init__(self, seed: int) -> None:
        self.draw = random.Random(seed)
        self.places = {place[0]: place for place in places()}
        self.events = [self.event() for _ in range(N_EVENTS)]

    def event(self) -> dict[str, object]:
        """A place with those around it, a day, two numbers, a side, and what kind it is."""
        place = self.draw.choice(list(self.places.values()))
        return {
            "around": [self.places[name] for name in (place[0], *place[:0:-1]) if name],
            "day": FIRST + timedelta(days=self.draw.randrange(DAYS)),
            "killed": self.draw.choice(NUMBERS),
            "wounded": self.draw.choice((2, 3, 7, 15)),
            "side": self.draw.choice(SIDES),
            "taker": self.draw.choice(("army", "rebels", None)),
            "kind": self.draw.choices(("casualty", "attack", "land"), (6, 1, 3))[0],
        }

    def claim(self, name: str) -> dict[str, object]:
        """A claim of one event's stories, which may tell of another."""
        number = self.draw.randrange(N_EVENTS)
        story = f"{number}-{self.draw.randrange(3)}"
        own = self.events[number]
        told = own if self.draw.random() < 0.9 else self.draw.choice(self.events)
        known_on = own["day"] + timedelta(days=self.draw.choice((0, 0, 1, 2)))
        row = {
            "article": f"{story} {self.draw.randrange(2)}",
            "story_id": f"s_{story}",
            "origin_id": self.draw.choice(("doctor", "mayor", "paper")),
            "assertion": self.draw.choices(("attributed", "unconfirmed", "denied"), (8, 1, 1.5))[0],
            "known_on": known_on if self.draw.random() < 0.95 else None,
            "evidence_start": self.draw.randrange(300),
        }
        what = self.harm(told) if told["kind"] == "casualty" else self.deed(told)
        return claim(name, **row, **self.where(told), **self.when(told), **what)

    def where(self, told: dict[str, object]) -> dict[str, object]:
        """The event's place, one around it, none, or a wrong one."""
        around = told["around"]
        options = (around[0], self.draw.choice(around), NOWHERE,
                   self.draw.choice(list(self.places.values())))  # fmt: skip
        place = self.draw.choices(options, (6, 3, 1, 0.5))[0]
        columns = ("location_id", "country_id", "admin1_id", "admin2_id")
        precision = "exact" if place[0] else "unknown"
        return dict(zip(columns, place, strict=True)) | {"where_precision": precision}

    def when(self, told: dict[str, object]) -> dict[str, object]:
        """A day near the event's, some days or weeks up to it, or none."""
        end = told["day"] + timedelta(days=self.draw.choice((0, 0, 0, 1, -1)))
        length = self.draw.choices((0, 2, 6, 7, 30, 60, None), (55, 7, 7, 7, 5, 5, 14))[0]
        if length is None:
            return {}
        return {"date_start": end - timedelta(days=length), "date_end": end}

    def harm(self, told: dict[str, object]) -> dict[str, object]:
        """Casualties, with the event's number, another or none; now and then a part of a whole."""
        harm = self.draw.choice(("killed", "killed", "wounded"))
        row = {"claim_type": "casualty", "harm": harm, "victim": self.side(told)}
        if self.draw.random() < 0.75:
            wrong = self.draw.choice(NUMBERS)
            row["value"] = told[harm] if self.draw.random() < 0.8 else wrong
        if self.draw.random() < 0.2:
            row["things_hit"] = self.draw.choice(("mosque", "train"))
        if self.draw.random() < 0.1:
            row["value_text"] = "a commander"
        if self.draw.random() < 0.15:
            whole = claim(f"c{self.draw.randrange(N_CLAIMS)}")["claim_id"]
            row |= {"is_subset": True, "subset_of_claim_id": whole}
        return row

    def deed(self, told: dict[str, object]) -> dict[str, object]:
        """An attack without a figure, or what is said of who holds, takes or fights for a place."""
        if told["kind"] == "attack":
            return {"claim_type": "attack", "victim": self.side(told), "sub_event_type": "Attack"}
        kinds = ("territory_change", "territory_change", "territory_control", "contested")
        return {
            "claim_type": self.draw.choice(kinds),
            "to": told["taker"] if self.draw.random() < 0.8 else "army",
            "from_": self.draw.choice(("army", "rebels", None)),
            "change_type": self.draw.choice(("captured", "recaptured", "contested")),
            "n_places": self.draw.choice((None, None, None, 3)),
        }

    def side(self, told: dict[str, object]) -> str | None:
        """The side harmed, or any."""
        return told["side"] if self.draw.random() < 0.7 else self.draw.choice(SIDES)

    def claims(self) -> dict[str, dict[str, object]]:
        """The claims of the first day, by name."""
        return {name: self.claim(name) for name in (f"c{number}" for number in range(N_CLAIMS))}

    def change(self, known: dict[str, dict[str, object]]) -> dict[str, dict[str, object]]:
        """The claims after a few came, went or changed."""
        changed = dict(known)
        for _ in range(self.draw.choice((1, 1, 2, 5))):
            name = f"c{self.draw.randrange(N_CLAIMS)}"
            if self.draw.random() < 0.3:
                changed.pop(name, None)
            else:
                changed[name] = self.claim(name)
        return changed


def rows(known: dict[str, dict[str, object]]) -> list[dict[str, object]]:
    """The claims, where a part and its whole are of one article."""
    articles = {row["claim_id"]: row["article_id"] for row in known.values()}
    return [
        row
        if articles.get(row["subset_of_claim_id"]) == row["article_id"]
        else row | {"subset_of_claim_id": None}
        for row in known.values()
    ]

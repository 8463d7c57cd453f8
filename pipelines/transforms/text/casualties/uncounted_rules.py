"""Rules of harm without a number, read after those with one: nobody, losses, a crowd, a name."""

from pipelines.transforms.text.casualties.tokens import Rewrite

UNCOUNTED = (
    Rewrite(
        "none",
        "{nobody!}(?:-|=|{article|comma|of|hedge|and|be|have|side|people|speaker|crowd}){0,6}?"
        "{passive|verb|died|deaths!}",
        "<none:$2:$1>",
        "Nobody was hurt.",
    ),
    Rewrite(
        "none", "{no!}(?:-|=|{article|inflicted|suffered|acting}){0,3}?{deaths!}", "<none:$2:$1>",
        "The shelling stopped without causing casualties.",
    ),
    Rewrite(
        "unnumbered", "{heavy_losses!}{part_of}(?:{crowd}{comma})?{crowd!}{comma}?{and}{crowd!}",
        "<unnumbered:$1:$2.$3>", "It caused heavy casualties among men, women and children.",
    ),
    Rewrite(
        "unnumbered", "{heavy_losses!}{part_of}{article}?~{crowd|side!}", "<unnumbered:$1:$2>",
        "It caused heavy casualties among the townspeople.",
    ),
    Rewrite(
        "unnumbered", "{heavy_losses!}", "<unnumbered:$1:>", "The unit suffered heavy casualties.",
    ),
    Rewrite(
        "unnumbered", "{suffered|inflicted}(?:-|=|{article|and|comma}){0,3}?{losses!}",
        "<unnumbered:$1:>", "The unit suffered very painful losses.",
    ),
    Rewrite(
        "some", "{crowd|side|titled!}{deaths!}", "<some:$2:$1>", "There were army casualties.",
    ),
    Rewrite(
        "some", "{deaths!}{part_of}{article}?~{crowd|side!}", "<some:$1:$2>",
        "It caused casualties among the townspeople.",
    ),
    Rewrite("some", "{deaths!}", "<some:$1:>", "There were casualties."),
    Rewrite(
        "headline",
        "{counted!}(?:-|=|{of|from|in|and|crowd|side|place|place_noun|thing|article|to|"
        "object}){1,8}?{verb!}({in|by|time|method|clause}|[-=]?{comma}|$)",
        "<headline:$2:$1>$3",
        "Four members of the Red Axe brigade killed in ambush.",
    ),
    Rewrite(
        "headline", "{unnamed!}~{hedge|said}~{verb|died!}({in|by|time|method|clause}|$)",
        "<headline:$2:$1>$3",
        "Two guards reportedly killed in ambush.",
    ),
    Rewrite(
        "unknown_one", "-{an!}-{died!}", "<unknown_one:$2:$1>",
        "Guards shot an Afghan dead.",
    ),
    Rewrite(
        "active", "{verb|acting!}{an!}-({in|time|comma|clause|by|and}|$)", "<active:$1:$2>$3",
        "Guards killed an Afghan near Vardan.",
    ),
    Rewrite(
        "uncounted", "{verb|acting!}~{crowd|side!}", "<uncounted:$1:$2>",
        "Shells killed villagers.",
    ),
    Rewrite(
        "uncounted",
        "{crowd!}{comma}?{clause}(?:-|=|{article|side|place|place_noun|in|from|of|died|taken|"
        "other_verb}){1,7}?{comma}?{passive!}",
        "<uncounted:$2:$1>",
        "Villagers who fled the army were killed.",
    ),
    Rewrite(
        "uncounted", "{crowd|side!}{{fill}}{passive|died!}", "<uncounted:$2:$1>",
        "Villagers were killed.",
    ),
    Rewrite(
        "unknown_one",
        "{an!}[-=](?:{of|in}(?:-|=|{article|place|place_noun|thing}){1,6}?)?{passive!}",
        "<unknown_one:$2:$1>",
        "A tinsmith of the town was killed.",
    ),
    Rewrite(
        "name_after", "{verb|acting!}(?:[-=]|$)", "<name_after:$1:>",
        "Gunmen killed Tovrin Karimi.",
    ),
    Rewrite(
        "name_after", "{deaths_of!}(?:[-=]|$)", "<name_after:$1:>",
        "He condemned the murder of Tovrin Karimi.",
    ),
    Rewrite("name_before", "{passive!}", "<name_before:$1:>", "Tovrin Karimi was killed."),
)  # fmt: skip

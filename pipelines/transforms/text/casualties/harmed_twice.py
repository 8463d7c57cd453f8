"""Rules of people harmed twice: captured and later killed, killed as they fled."""

from pipelines.transforms.text.casualties.tokens import Rewrite

# Read before the rules of one harm.
HARMED_TWICE = (
    Rewrite(
        "passive",
        "{group!}{{fill}}{passive!}"
        "((?:-|=|{in|from|place|place_noun|time|thing|method|by|side|article|crowd|comma}){0,9}?{and}"
        "(?:-|{time|clause}){0,2}?){verb!}({in|by|time|comma|clause|method}|$)",
        "<passive:$2:$1>$3<passive:$4:$1>$5",
        "Two clerks were abducted in Gao on Monday and later killed.",
    ),
    Rewrite(
        "active",
        "{verb!}~{article}?{group!}{clause}?{subject}{have}{verb|taken!}",
        "<active:$1:$2><active:$3:$2>",
        "They killed two clerks they had kidnapped.",
    ),
    # Those who flee are told to have been killed.
    Rewrite(
        "passive",
        "{group!}{comma}?(?:{clause}{have|be}?)?~{died}"
        "((?:-|=|{in|from|to|of|article|place|place_noun|thing|side|time}){0,7}?{comma}?)"
        "{passive!}",
        "<passive:$3:$1>$2",
        "Nine people fleeing Vardan were killed on the road.",
    ),
)

"""Harms that share their word: "four were killed in Jos on Monday and two in Bauchi on Tuesday"."""

import polars as pl

from pipelines.transforms.text.casualties.tokens import Rewrite

AT = "{in}(?:-|{article|place_noun|of}){0,4}{place}(?:~{place_noun}|{comma}{place}){0,2}"
# A day, and a place and a day in either order.
ON = "{in}?~{time}{time|thing}?"
WHERE_WHEN = f"(?:(?:{AT}|{ON}){{comma}}?(?:{AT}|{ON})?)"
# What may follow the last of them: no verb, which would be what is told of these people.
OVER = "({comma|time|clause|bracket|in|by}|$)"
HARM = "<([a-z_]+):([0-9.]*):([0-9.&+]+)>"
# Before lists are read: each has a place of its own, and they are no list in one.
APART = (
    Rewrite(
        "apart",
        f"({{group}}{AT}){{comma}}?{{and}}({{article}}?~{{amount}}{AT}{OVER})",
        "$1c0$2",
    ),
    # "Killed nine, including two boys, and four in Yola": these are none of the nine.
    Rewrite(
        "apart",
        f"({{including}}~{{amount}}){{comma}}{{and}}({{article}}?~{{amount}}~{AT}{OVER})",
        "$1u0$2",
    ),
)
LINK = "(?:{comma}?{and}{article}?|{comma|clause})"
GAPPING = (
    Rewrite(
        "passive",
        f"{HARM}({WHERE_WHEN}){{comma}}{{amount!}}~({WHERE_WHEN}){LINK}~{{amount!}}~({WHERE_WHEN}{OVER})",
        "<$1:$2:$3>$4<$1:$2:$5>$6<$1:$2:$7>$8",
        "Four were killed in Jos, two in Bauchi and nine in Yola.",
    ),
    Rewrite(
        "passive",
        f"{HARM}({WHERE_WHEN}){LINK}~{{amount!}}~({WHERE_WHEN}{OVER})",
        "<$1:$2:$3>$4<$1:$2:$5>$6",
        "Four were killed in Jos on Monday and two in Bauchi.",
    ),
)


def beside_group(harms: pl.DataFrame) -> pl.DataFrame:
    """Harms; of those that share a word, all but the first have their place beside their people."""
    is_first = pl.struct("sentence_id", "trigger_no").is_first_distinct()
    group = pl.col("group").str.extract(r"(\d+)").cast(pl.Int32)
    return harms.with_columns(
        trigger_no=pl.when(is_first).then("trigger_no").otherwise(pl.coalesce(group, "trigger_no"))
    )

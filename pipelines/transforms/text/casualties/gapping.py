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
# "Including 12 in X and eight in Y", "12 of them in X and eight in Y"
PARTS_AT = f"-?{AT}(?:{{comma}}~{{amount}}~{AT})?{{comma}}?{{and}}{{article}}?~{{amount}}~{AT}"
# Before lists are read: each has a place of its own, and they are no list in one.
APART = (
    # "Twenty, 12 of them in X and eight in Y, were killed": as if told behind the verb.
    Rewrite(
        "parts_at",
        f"({{amount}}){{comma}}{{including}}~({{amount}}{PARTS_AT}){{comma}}({{{{near}}}}{{passive}})",
        "$1$3u0$2",
    ),
    Rewrite(
        "parts_at",
        f"({{amount}}){{comma}}({{amount}})~{{of_them}}({PARTS_AT}){{comma}}({{{{near}}}}{{passive}})",
        "$1$4u0$2$3",
    ),
    Rewrite("parts_at", f"{{comma}}?{{including}}~({{amount}}{PARTS_AT}{OVER})", "u0$1"),
    Rewrite("parts_at", f"{{comma}}({{amount}})~{{of_them}}({PARTS_AT}{OVER})", "u0$1$2"),
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
# "Nine were killed in Ukraine: four in Sumy, three in Kherson and two in Nikopol"
WHOLE = (
    "<([a-z_]+):([0-9.]*):([0-9.&+]+)>"
    "(?:-|=|{in|place|place_noun|thing|method|number|article|of|time|comma}){0,9}?{clause}"
)
SHARE = f"~{{amount!}}~{AT}(?:{{comma}}|{{time}}|{{in}}{{time}}){{0,2}}"
LINK = "(?:{comma}?{and}{article}?|{comma|clause})"
GAPPING = (
    Rewrite(
        "split",
        f"{WHOLE}{SHARE}{SHARE}{SHARE}{{and}}{SHARE}({OVER})",
        "<$1:$2:$3><split:$2:$4><split:$2:$5><split:$2:$6><split:$2:$7>$8",
        "Nine were killed in Togo: four in Jos, two in Kaya, two in Ido and one in Yola.",
    ),
    Rewrite(
        "split",
        f"{WHOLE}{SHARE}{SHARE}{{and}}{SHARE}({OVER})",
        "<$1:$2:$3><split:$2:$4><split:$2:$5><split:$2:$6>$7",
        "Nine were killed in Togo: four in Jos, three in Bauchi and two in Yola.",
    ),
    Rewrite(
        "split",
        f"{WHOLE}{SHARE}{{and}}{SHARE}({OVER})",
        "<$1:$2:$3><split:$2:$4><split:$2:$5>$6",
        "Nine were killed in Togo: four in Jos and five in Yola.",
    ),
    # "In Jos they killed six; in Yola, four"
    Rewrite(
        "active",
        f"{HARM}((?:-|{{time}}){{0,2}}?){{clause}}({AT}){{comma}}?~{{amount!}}({OVER})",
        "<$1:$2:$3>$4u0$5<$1:$2:$6>$7",
        "In Jos gunmen killed six villagers; in Yola, four.",
    ),
    # "X lost three men and Y nine"
    Rewrite(
        "lost_too",
        "<lost:([0-9.]*):([0-9.&+]+)>{comma}?{and}{article}?~{side|crowd!}~{number|counted!}"
        f"({OVER})",
        "<lost:$1:$2>u0<lost_too:$1:$4.$3>$5",
        "The army lost three men and the guerrillas nine.",
    ),
    # "The rebels had nine dead and the army four wounded"
    Rewrite(
        "reduced",
        "<(died|reduced):([0-9.]*):([0-9.&+]+)>{comma}?{and}{article}?~{side!}~"
        "<(died|reduced):([0-9.]*):([0-9.&+]+)>",
        "<$1:$2:$3>u0<$5:$6:$7.$4>",
        "The rebels had nine dead and the army four wounded.",
    ),
    # "On the army's side three died and on the rebel side eleven"
    Rewrite(
        "died",
        f"{HARM}{{comma}}?{{and}}{{in}}{{article}}?~{{side!}}{{comma}}?{{number!}}({OVER})",
        "<$1:$2:$3>u0<$1:$2:$5.$4>$6",
        "On the army side three died and on the guerrillas nine.",
    ),
    # "Left 23 dead among the clerks and 11 among the guards"
    Rewrite(
        "died",
        f"{HARM}((?:-|=|{{part_of|article|crowd|side|in|place|thing|of}}){{0,7}}?){{comma}}?{{and}}~"
        f"{{number!}}~{{part_of}}{{article}}?~(?:{{crowd|side!}})?({OVER})",
        "<$1:$2:$3>$4<$1:$2:$5.$6>$7",
        "Doctors counted nine dead in Vardan and six among the guards.",
    ),
    Rewrite(
        "passive",
        f"{HARM}({WHERE_WHEN}){{comma}}{{amount!}}~({WHERE_WHEN}){{comma}}{{amount!}}~({WHERE_WHEN})"
        f"{LINK}~{{amount!}}~({WHERE_WHEN}{OVER})",
        "<$1:$2:$3>$4<$1:$2:$5>$6<$1:$2:$7>$8<$1:$2:$9>$10",
        "Four were killed in Jos, two in Bauchi, five in Ido and nine in Yola.",
    ),
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


def part_from_whole(harms: pl.DataFrame) -> pl.DataFrame:
    """Harms with group_start, place_start and is_share; the whole of a split does not lie where its
    parts do: "14 were wounded: eight in X and six in Y"."""
    is_share = (pl.col("rule_id") == "split") | pl.col("is_share")
    first_part = pl.col("group_start").filter(is_share).min()
    is_part = is_share | (pl.col("place_start") <= first_part.over("sentence_id"))
    stays = is_part.fill_null(True)
    return harms.with_columns(
        location_id=pl.when(stays).then("location_id"),
        location_text=pl.when(stays).then("location_text"),
        where_precision=pl.when(stays).then("where_precision").otherwise(pl.lit("unknown")),
    )


def beside_group(harms: pl.DataFrame) -> pl.DataFrame:
    """Harms; of those that share a word, all but the first have their place beside their people."""
    is_first = pl.struct("sentence_id", "trigger_no").is_first_distinct()
    group = pl.col("group").str.extract(r"(\d+)").cast(pl.Int32)
    return harms.with_columns(
        trigger_no=pl.when(is_first).then("trigger_no").otherwise(pl.coalesce(group, "trigger_no"))
    )

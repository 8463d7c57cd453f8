"""The rules that join groups of people into lists, wholes and parts, read before those of harm."""

from pipelines.transforms.text.casualties.tokens import Rewrite

JOINING = (
    Rewrite(
        "made_up_of",
        "{unnamed!}{comma}{unnamed!}{comma}?{and}{unnamed!}{comma}{and}~{article}?{unnamed!}",
        "G$1&$4+$2&$3",
    ),
    Rewrite(
        "made_up_of",
        "({unnamed}){comma}{unnamed!}{comma}?{and}{unnamed!}{comma}~({passive|verb})",
        "$1+$2&$3$4",
    ),
    Rewrite(
        "made_up_of",
        "{crowd}{comma}{unnamed!}{comma}?{and}{unnamed!}{comma}~({passive|verb|and})",
        "G$1&$2$3",
    ),
    Rewrite(
        "among",
        "{amount!}~{and}{article|pronoun}?~{amount!}~{part_of}{article}?~({amount})"
        "(~{verb|passive|died})",
        "$3+$1&$2$4",
    ),
    Rewrite("among", "{amount!}~{part_of}{article}?~({amount})(~{verb|passive|died})", "$2+$1$3"),
    Rewrite(
        "among_dead",
        "{amount!}~{and}{article}?~{amount!}~{be}{among_dead!}",
        "<among_dead:$3:$1&$2>",
        "Two drivers and a clerk were among the dead.",
    ),
    Rewrite(
        "among_dead",
        "{amount!}~{be}{among_dead!}",
        "<among_dead:$2:$1>",
        "Two drivers were among the dead.",
    ),
    Rewrite(
        "among_dead",
        "{among_dead!}{be}?~{amount!}{{more}}",
        "<among_dead:$1:$2&$3&$4>",
        "Among the wounded were two drivers.",
    ),
    # "13, including two children, killed in raid"
    Rewrite(
        "within_opening",
        "^({amount})[-=]?{comma}?~{including}~{amount!}{{more}}{comma}({verb|died})",
        "$1+$2&$3&$4$5",
    ),
    # "Casualties rose to 40, including six dead", "40, six of whom died": no more than six did.
    Rewrite(
        "reduced", "({amount}){comma}~{including}~{number!}~{died|verb!}",
        "$1u0<reduced:$3:$2>",
        "The number of casualties rose to 40, including six dead.",
    ),
    Rewrite(
        "died", "({amount}){comma}{amount!}~{of_whom}-?{have}?{died!}",
        "$1u0<died:$3:$2>",
        "The number of casualties rose to 40, six of whom died.",
    ),
    Rewrite("within", "({amount})[-=]?{comma}?~{including}~{amount!}{{more}}", "$1+$2&$3&$4"),
    Rewrite("unknown_one", "({amount}{comma}?{and}){an!}[-=]({passive})", "$1G$2$3"),
    # "A Chadian and a Congolese peacekeeper were killed"
    Rewrite("unknown_one", "(^|{comma}){an!}-({and}{amount}{{near}}{passive})", "$1G$2$3"),
    Rewrite(
        "all_of_them",
        "({amount}){comma}{article}~{of_them}(?:-|=|{side|place|crowd}){0,3}?{comma}",
        "$1",
    ),
    Rewrite(
        "among_them",
        "({amount}){comma}{article}?~{amount!}~{including|part_of}({comma|passive|died|in|by|and}|$)",
        "$1+$2$3",
    ),
    Rewrite("of_them", "({amount}){comma}{amount!}~{of_them}~(?:{crowd|group!})?", "$1+$2.$3"),
    Rewrite(
        "unsaid_part",
        "{comma}?{including}(?:{crowd}|{an}[-=])(?:{comma}?{and}{crowd})?{comma}?",
        "",
    ),
    # "Six killed, including three guards, in raid"
    Rewrite("framed_part", "({verb|died}{comma}{including}~{amount}){comma}({in})", "$1$2"),
    Rewrite(
        "named_part",
        "{comma}{including}(?:-|=|{article|side|person|people|crowd|thing|place_noun|place|and|of|"
        "named})(?:-|=|{article|side|person|people|crowd|thing|place_noun|place|and|of|group}){0,5}?"
        "{comma}",
        "",
    ),
    Rewrite(
        "named_part",
        "{comma}{including}(?:-|=|{article|side|person|people|crowd|thing|place_noun|place|and|of|"
        "group}){0,6}?{comma}({passive|died|have})",
        "$1",
    ),
    Rewrite(
        "active",
        "{verb|acting|taken!}~{amount!}"
        "((?:{of|in}(?:-|=|{article|place|place_noun|thing|of}){1,6}?)?{comma}?{and}{amount}~{comma}?"
        "(?:{passive}|{have}~{verb|died}|{verb}|{be}{died}))",
        "<active:$1:$2>$3",
        "The bomb killed six guards and nine clerks were wounded.",
    ),
    Rewrite(
        "lost",
        "{lost!}{article}?~{group!}({comma}?{and}{amount}~{passive})",
        "<lost:$1:$2>$3",
        "The unit lost 30 men and nine were wounded.",
    ),
    Rewrite("apposed_name", "({group}){comma}{named}[-=]?{comma}({and})", "$1$2"),
    Rewrite(
        "list_past_name",
        "{group!}{comma}(?:-|=|{speaker|place}){1,3}?{comma}{and}~{group!}",
        "G$1&$2",
    ),
    Rewrite("title_name", "({verb|acting}~{titled})=({comma}?{and})", "$1$2"),
    Rewrite(
        "list",
        "{group!}(?:{comma}{group|an!}[-=]?)?(?:{comma}{group|an!}[-=]?)?{comma}?{and}{of}?~"
        "{article|pronoun}?{group!}",
        "G$1&$2&$3&$4",
    ),
    # "Three officers and seven soldiers of X, and 15 members of Y died"
    Rewrite(
        "list_again",
        "(^|{clause|said|speaker}[-=]?){group!}{comma}?{and}{article|pronoun}?{group!}"
        "({comma}?~{time}?{have}?~{passive|died})",
        "$1G$2&$3$4",
    ),
    Rewrite(
        "list_past_place",
        "{group!}{in}(?:-|=|{article|place|place_noun|thing|of}){1,4}?{comma}?{and}"
        "{article|pronoun}?{group!}",
        "G$1&$2",
    ),
)  # fmt: skip

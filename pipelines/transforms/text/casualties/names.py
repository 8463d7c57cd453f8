"""The rules for persons told by name: ages, titles, lists; read before groups are joined."""

from pipelines.transforms.text.casualties.tokens import Rewrite

# What may stand between a person and the end of what is said of him.
REST = "(?:-|=|{place|place_noun|of|in|from|to|article|side|thing|titled|crowd}){0,10}?"
LEAD = "(?:-|=|{place|side|place_noun|thing}){0,3}?"
# "A member of the Liberal Party"
OF_BODY = "(?:{of}(?:-|=|{article|place|place_noun|thing|other_verb}){1,6}?)?"
NAMING = (
    # "Ana Ruiz, daughter of General Rahim Karimi, chief of staff, was killed": she was.
    Rewrite(
        "of_person",
        r"{bearer!}{comma}{article}?~{unnamed!}{of}{article}?~(?:{place|side}~)?{bearer|unnamed}"
        r"(?:{comma}{article}?~(?:{titled}|G\.\.[0-9.]+)(?:{of}(?:-|=|{article|place|place_noun|"
        r"side|thing}){1,5}?)?)?({comma})",
        "?$1.$2$3",
    ),
    # "A member of the police, who is also a commander of Interpol, was killed"
    Rewrite(
        "is_also",
        f"({{group}}){{comma}}{{clause}}{{be}}{{clause}}?(?:{{article}}?{LEAD}{{unnamed}}){REST}"
        "{comma}({be|have|died})",
        "$1$2",
    ),
    # "The son-in-law of General Rahim Karimi, chief of staff": the general is nobody harmed.
    Rewrite(
        "of_person",
        r"({counted}){of}{article}?~{bearer}(?:{comma}(?:{titled}|G\.\.[0-9.]+)({comma}))?",
        "$1$2",
    ),
    # 'Policemen Rahim Karimi and Torvin Salak', 'Red Axe rebels Rahim Karimi and Torvin Salak'
    Rewrite("name_of_many", "{crowd!}~{bearer!}", "?$1.$2"),
    Rewrite("name_of_side", "{side!}{bearer!}({comma}?{and}?{bearer})", "?$1.$2$3"),
    Rewrite(
        "name_of_side",
        "(^|{comma|and|verb|acting|of|deaths_of|clause|said|by}){side!}{bearer!}",
        "$1?$2.$3",
    ),
    Rewrite(
        "described_name",
        "({and|comma|deaths_of|verb|acting|of}{article}?)"
        "(?:-|=|{place|side|place_noun|thing|speaker}){1,3}({bearer})",
        "$1$2",
    ),
    Rewrite("age", "({bearer}){comma}~{number}({comma}?)", "$1$2"),
    Rewrite(
        "bracket",
        "({bearer}){bracket}(?:-|=|{crowd|place|side|titled|number|thing}){0,5}{bracket}",
        "$1",
    ),
    Rewrite("age", "([-=]){comma}{number}{comma}", "$1c0"),
    # "The rebel, identified as Rahim Karimi, was ..."
    Rewrite(
        "called",
        "({counted}){comma}(?:-|=|{clause|article|pronoun}){1,6}{clause}{bearer}{comma}"
        "({be|have|died})",
        "$1$2",
    ),
    Rewrite("name_of_one", "({counted})~{bearer}", "$1"),
    Rewrite(
        "apposed_names",
        "({counted}){comma}{bearer}(?:(?:{comma}|{comma}?{and}~){bearer})*{comma}",
        "$1",
    ),
    Rewrite(
        "apposed_titles",
        f"({{bearer}}{{comma}}?{{and}}~{{bearer}}){{comma}}{LEAD}{{titled}}"
        "(?:{of}(?:-|=|{article|place|place_noun|thing}){1,5}?)?{and}~(?:{place|side}~)?{titled}",
        "$1",
    ),
    Rewrite(
        "apposed_titles",
        f"{{bearer!}}{{comma}}{LEAD}{{titled!}}(?:{{of}}(?:-|=|{{article|place|place_noun|thing}})"
        "{1,5}?)?{and}~(?:{place|side}~)?{titled}",
        "?$1.$2",
    ),
    Rewrite(
        "apposed_titles",
        f"({{bearer|several}}){{comma}}{LEAD}{{titled}}"
        "(?:{of}(?:-|=|{article|place|place_noun|thing}){1,5}?)?{and}~(?:{place|side}~)?{titled}",
        "$1",
    ),
    Rewrite(
        "apposed_title",
        f"{{bearer!}}{{comma}}{{article}}?{LEAD}{{unnamed|crowd!}}{REST}{{comma}}"
        "({verb|died|be|have|clause|by})",
        "?$1.$2$3",
    ),
    Rewrite(
        "apposed_title",
        f"{{bearer!}}{{comma}}{LEAD}{{titled!}}{REST}{{comma}}({{and}})",
        "?$1.$2$3",
    ),
    Rewrite(
        "apposed_title",
        f"{{bearer!}}{{comma}}{{article}}?{LEAD}{{unnamed!}}{OF_BODY}"
        "({clause}|{comma}~{in|time}|{comma}?$)",
        "?$1.$2$3",
    ),
    # 'Rahim Karimi, a cook, and Torvin Salak, a driver', 'the mayor, Rahim Karimi, and two guards'
    Rewrite(
        "apposed_title",
        f"{{bearer!}}{{comma}}{LEAD}{{unnamed!}}({{comma}}{{and}}~{{bearer}})",
        "?$1.$2$3",
    ),
    Rewrite(
        "apposed_title",
        f"({{honoured}}{{comma}}{{and}}~){{bearer!}}{{comma}}{LEAD}{{unnamed!}}",
        "$1?$2.$3",
    ),
    Rewrite("apposed_name", "{titled!}{comma}{bearer!}({comma})", "?$1.$2$3"),
    # 'Rahim Karimi, considered the Red Axe's most important leader', 'Rahim Karimi, mayor of Bardo'
    Rewrite(
        "apposed_title",
        f"{{bearer!}}{{comma}}{LEAD}{{titled!}}({{in|of}})",
        "?$1.$2$3",
    ),
    Rewrite(
        "of_place",
        "({group}){of}{article}?(?:-|=|{place|place_noun|thing|of|article}){1,6}?({comma|and})",
        "$1$2",
    ),
    Rewrite("semicolon", "({group}){semicolon}({group})", "$1c0$2"),
    Rewrite("semicolon", "({group}){semicolon}({group})", "$1c0$2"),
    Rewrite(
        "semicolon",
        "({group}){semicolon}{and}~({article}?{group}(?:$|{comma}?~{said|in|time|by}))",
        "$1c0k0$2",
    ),
    Rewrite("names", "{bearer!}{comma}{bearer!}", "/$1&$2"),
    Rewrite("names", "{several!}{comma}{bearer|several!}", "/$1&$2"),
    Rewrite("names", "{several!}{comma}{bearer|several!}", "/$1&$2"),
    Rewrite("names", "{bearer|several!}{comma}?{and}{of}?~{article|pronoun}?{bearer!}", "/$1&$2"),
    Rewrite("names", "{several!}{comma}?{and}{of}?~{article|pronoun}?{bearer|several!}", "/$1&$2"),
)

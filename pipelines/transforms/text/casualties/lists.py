"""Rules of harm for who is counted with whom: parts of a whole, lists, exceptions, appositions."""

from pipelines.transforms.text.casualties.tokens import Rewrite

# Read first of all: single tokens that stand in the way of the rest.
TIDYING = (
    # '18 people - 12 men and six women - were killed'
    Rewrite(
        "dashed_parts",
        "({count}(?:-|{people|person|side}){0,3}){dash}({count|an}(?:-|=|{count|qualifier|article|people|person|"
        "side|comma|and|of|place|method}){1,14}?)(?:{dash}|$)",
        "$1l0$2l0",
    ),
    Rewrite("dash_alone", "{dash}", "c0"),
    # "Some 300 rebels captured several villages": nobody captured them.
    Rewrite(
        "took_ground",
        "({count}~(?:{of}{article}?~)?(?:{side}~)?{people|person|side}(?:{of}{article}?~{side})?)~{taken}"
        "(~(?:{count|qualifier|article}~)?{place_noun|place|thing}(?:[^PSF#]|$))",
        "$1E0$2",
    ),
    Rewrite(
        "self_and",
        "({verb|acting}~){self!}({comma}?{and}~{qualifier|count|article|people|person|side|pronoun})",
        "$1§$2$3",
    ),
    Rewrite("self_alone", "{verb|acting}~{self}", "E0"),
    Rewrite("self", "{self}", ""),
    # 'A man, 60, his wife and a boy'
    Rewrite("age", "{comma}{comma}({article|count|name|and})", "c0$1"),
    Rewrite("age", "{comma}{comma}|{bracket}{bracket}", ""),
    Rewrite("then", "({be}){clause}({verb|other_verb})", "$1$2"),
    Rewrite("adverbs", "({be})-{to|and}~({verb})", "$1$2"),
)
# Read next: what parts people from their verbs is taken out.
CLEANING = (
    Rewrite("gap", "[-=]{2,}", "="),
    Rewrite("dash", "{comma}{comma}", "c0"),
    Rewrite(
        "bracket", "{bracket}(?:-|=|{count|place|thing|time|side|method|to}){0,4}{bracket}", ""
    ),
    # "'They killed two of us,' said Fatima, a nurse": she is none of them.
    Rewrite(
        "speaker",
        "{comma}{said}(?:-|=|{name|person|side}){1,3}{comma}{article}~(?:{place|side}~)?{person}",
        "u0",
    ),
    # "Killing six farmers, a local councillor, Musa Bello, said": he speaks of it.
    Rewrite(
        "speaker_named",
        "{comma}{article}(?:-|=|{place|side|people|thing}){0,3}?{person|speaker}{comma}"
        "(?:-|=|{name}){1,2}{comma}{said}",
        "u0",
    ),
    Rewrite(
        "said",
        "{comma} (?:-|=|{article|speaker|people|person|name|side|and}){0,5}? {said}"
        " (?:-|=|{time}){0,2}? (?:{comma}|$)",
        "c0",
    ),
    # 'Seven soldiers, not six, were wounded'
    Rewrite(
        "correction",
        "({comma|and})?{and}?~{other_count}(?:(?:-|=|{clause|article|people|side|speaker|person|"
        "said}){0,5}{comma})?",
        "",
    ),
    Rewrite("or_more", "({count}){comma}(?:-|{count|hedge|and}){1,3}{comma}({of})", "$1$2"),
    Rewrite("another_ten", "{count}({count})", "$1"),
    Rewrite("measure", "(?:{qualifier}~){0,2} {count}~{side}?~{thing|place_noun|method}", "="),
    # "lost three officers and the gang six men": whose men they are is told without a verb.
    Rewrite("other_side", "{and}{the}-{count!}", "=N$1"),
    Rewrite("gap", "[-=]{2,}", "="),
)
# Read behind the passive and before lists are.
PARTING = (
    # "Two soldiers escorting aid workers were killed": the soldiers were.
    Rewrite("escorting", "({amount|crowd})~{escorting}{article}?~{amount|crowd|side}", "$1="),
    Rewrite("escorting", "{escorting}", "-"),
    # "Four others who tried to flee were shot"
    Rewrite("tried_to_flee", "({clause}-?{other_verb}){died}", "$1"),
    # 'Twenty raiders, four of whom died': what the clause tells, it tells of the four alone.
    Rewrite(
        "part_of_whom",
        r"G([0-9]+)\.([0-9.]+)({comma}){number!}~{of_whom!}(~(?:{have}~)?{passive|died})",
        "G$1.$2$3u$5G$4.$2$6",
    ),
    Rewrite("owned", "{article}~({counted})", "$1"),
    # "A lawyer, who defended Rahim Karimi in court, was shot dead"
    Rewrite(
        "told_of_another",
        "({group}){comma}{clause}(?:-|=|{have|other_verb}){1,3}?{article}?{named|counted}"
        "(?:-|=|{in|of|from|place|place_noun|thing|article|time}){0,6}?{comma}({passive|died})",
        "$1$2",
    ),
    # 'killed a clerk in the market and two guards were wounded', "and two guards were moved away",
    # whom no harm befell
    Rewrite(
        "told_first",
        "({verb|acting}~{article}?{group}(?:-|=|{in|of|place|place_noun|thing|article|time}){0,6}?)"
        "{comma}?{and}({amount}(?:-|=|{in|place|place_noun|article}){0,3}?(?:{passive|verb|died}|"
        "{be|have}{be}?(?:[-=]|{other_verb})))",
        "$1u0$2",
    ),
    Rewrite("part_of_part", "({including}~{amount})[-=]?{including}~{amount}", "$1"),
    Rewrite("of_pronoun", "{subject}(?:-|{have|hedge}){0,2}?{passive}", "E0"),
    Rewrite("except", "{comma}?~{except}~{article}?{amount|crowd|side}{comma}?", ""),
    Rewrite(
        "death_between",
        "({group}(?:{comma}?{and}{an}[-=])?){comma}{clause}(?:-|=|{died|deaths|acting|other_verb|time|in|of|"
        "place|place_noun|article|thing|from|to|have|object}){1,14}?{comma}({passive})",
        "$1$2",
    ),
    # 'were killed, including six guards, and 20 others were injured'
    Rewrite(
        "told_part",
        "(({passive|verb|died})(?:-|=|{in|place|time|article|thing|place_noun|by|method}){0,6}?"
        "{comma}?{including}~{amount}){comma}?{and}"
        "({amount}(?:-|=|{in|place}){0,3}?{passive|verb|died})",
        "$1u0$3",
    ),
    # '17 members of the group, including a captain, were killed'
    Rewrite(
        "including",
        "({counted})((?:-|=|{of|side|thing|place|place_noun|in|article|from|crowd}){1,6}?)"
        "{comma}?{including}~{amount!}{{more}}",
        "$1+$3&$4&$5$2",
    ),
    # 'Six priests (five Spaniards and a Salvadoran) and two women'
    Rewrite(
        "bracketed_before_more",
        "({amount})~{bracket}(?:-|=|{amount|article|an|comma|and|place|side}){1,8}?{bracket}"
        "({comma}?{and}~{article}?{amount})",
        "$1$2",
    ),
    Rewrite(
        "bracketed_parts",
        "({amount})~{bracket}{amount!}(?:{comma}{amount!})?{comma}?{and}{amount!}{bracket}",
        "$1+$2&$3&$4",
    ),
    Rewrite("bracketed_part", "({amount})~{bracket}{including}~{amount!}{{more}}{bracket}", ""),
    # '3 journalists (two Congolese and a Belgian) were killed'
    Rewrite(
        "bracketed_kinds",
        "({amount})~{bracket}(?:-|=|{amount|article|an|comma|and|place|side}){1,8}?{bracket}"
        "({passive|died|verb})",
        "$1$2",
    ),
    Rewrite(
        "of_whom",
        "({amount}){comma}{amount!}~{of_them}~{be}~{article}?{crowd|group!}",
        "$1+$2.$3",
    ),
    Rewrite("of_whom", "({amount}){comma}{of_them}~{amount!}~{be}?~{crowd!}", "$1+$2.$3"),
    Rewrite(
        "described",
        "({verb|acting}~{article}?{group})(?:-|=|{of|in|thing|place_noun|place|article|object}){1,8}?"
        "({comma}{group}(?:{comma}{group})?{comma}?{and}~{amount}~{comma}?{passive|verb|died})",
        "$1u0$2",
    ),
    Rewrite(
        "described",
        "({group})(?:-|=|{of|in|from|thing|place_noun|place|article|object}){1,8}?"
        "({comma}{group}(?:{comma}{group})?{comma}?{and}~{group})",
        "$1$2",
    ),
)
# Read before the other rules of harm.
SHAPES = (
    # "Killing four cooks, a doctor at the clinic said": she speaks of it.
    Rewrite(
        "speaker_behind",
        "({verb|acting}~{counted}){comma}({group}(?:-|=|{in|of|place|place_noun|thing|article}){0,6}?"
        "{said})",
        "$1u0$2",
    ),
    Rewrite(
        "died",
        "{number!}{of|part_of}{article}?~{number}~{verb}[-=]?{have}?~{died!}",
        "<died:$2:$1>",
        "Four of the 12 hurt later died.",
    ),
    Rewrite(
        "active",
        "{verb|acting!}{comma}{in}(?:-|=|{and|thing|method|article|number}){1,6}?{comma}{article}?~"
        "{amount!}",
        "<active:$1:$2>",
        "Patrols killed, with clubs and knives, three villagers.",
    ),
    Rewrite(
        "died",
        "{amount!}~{verb}(?:-|=|{in|of|article|time|method|place|place_noun|thing|and|clause|rose|"
        "other_verb|pronoun}){0,12}?{have}~{died!}",
        "<died:$2:$1>",
        "Four of the 12 villagers hurt in the blast have died.",
    ),
    Rewrite(
        "died",
        "{amount!}{comma}?{clause}~{passive!}((?:-|=|{in|of|article|time|method|place|place_noun|"
        "thing|and|object|by|from}){0,9}?){comma}?{have}?~{died!}",
        "<passive:$2:$1><died:$4:$1>$3",
        "A clerk who was hurt in the blast on Friday died on Sunday.",
    ),
    Rewrite(
        "died",
        "{amount!}~{verb}(?:-|=|{in|of|article|time|method|thing|place|place_noun}){1,6}?~{died!}",
        "<died:$2:$1>",
        "A clerk hurt in the blast died.",
    ),
    Rewrite(
        "died", "{amount!}~{verb}-{died!}", "<died:$2:$1>",
        "Four of the 12 villagers hurt later died.",
    ),
    Rewrite(
        "reflexive",
        "{verb|acting!}~{reflexive!}{comma}?{and}~{article}?{amount!}",
        "<active:$1:$3><reflexive:$1:$2>",
        "The bomber died, killing himself and two clerks.",
    ),
    Rewrite(
        "inverted",
        "^[-=]?{verb!}(?:{in}{article}?~{other_verb|counted|titled|honoured|bearer})?{{near}}{be}~"
        "{article|pronoun}?{group!}",
        "<inverted:$1:$2>",
        "Killed in the blast were two cooks.",
    ),
    Rewrite(
        "suffered",
        "{amount!}(?:-|=|{hedge|have|comma}){0,3}?{suffered}(?:-|=|{an|and|comma|number}){0,3}?"
        "{deaths|acting|injury!}",
        "<suffered:$2:$1>",
        "Two clerks suffered deep stab wounds.",
    ),
    Rewrite(
        "bodies", "{number!}{deaths_of!}{article}?~(?:{crowd|side!})?", "<bodies:$2:$1.$3>",
        "Rescuers found six bodies of villagers.",
    ),
    Rewrite(
        "with_wounds",
        "{amount!}~{in}(?:-|=|{an|and|comma|number}){0,2}?{deaths|injury!}",
        "<with_wounds:$2:$1>",
        "The blast left two cooks with head injuries.",
    ),
    Rewrite(
        "other_one", "{other_one!}{passive!}", "<other_one:$2:$1>",
        "One clerk was killed and the other was wounded.",
    ),
    Rewrite(
        "lost", "{lost!}~{number!}{of}{the}", "<lost:$1:$2>",
        "Troops killed nine and lost two of their own.",
    ),
    Rewrite(
        "active", "{verb|acting!}~{number!}{and}~{group!}", "<active:$1:$2&$3>",
        "They killed a couple and their baby.",
    ),
    Rewrite(
        "active", "{verb|acting!}~{counted!}{comma}{group!}({comma|clause|in}|$)",
        "<active:$1:$2&$3>$4",
        "Shelling kills two cooks, guard.",
    ),
    Rewrite(
        "active", "{verb|acting!}~{titled!}{comma}{counted!}({comma|clause|in}|$)",
        "<active:$1:$2&$3>$4",
        "Shelling kills cook, two guards.",
    ),
)  # fmt: skip

"""The rules that fold numbers, nouns, titles and names into groups of people, and verbs."""

from pipelines.transforms.text.casualties.tokens import Rewrite

# "Two of the five nurses whom the rebels had abducted"
OF_WHOLE = (
    "{count!}~{of}{article}?~{count!}~(?:{side!}~)?{people!}{clause}?{article}?~"
    "(?:{side|people|subject|object}~){1,2}{have}?{verb|taken!}"
)
# "A clerk and ..., " and what may follow people without a number who are told of with her.
ONE_AND = "{counted|titled|honoured|bearer|subject}{comma}?{and}"
BEHIND_SOME = "{in|time|comma|by|be|have|verb|taken|died|clause|method}|$"
GROUPING = (
    Rewrite(
        "deaths_of",
        "{deaths_of!}{article}?~{count!}~{verb}~(?:{side!}~)?{people|person|side!}",
        "<deaths_of:$1:$2.$3.$4>",
        "The bodies of 12 abducted clerks were found.",
    ),
    Rewrite(
        "of_wounded",
        "{count!}~{verb|taken}~(?:{side!}~)?(?:{side!}~)?{people|person|side!}~{have}?{died!}",
        "<of_wounded:$5:$1.$2.$3.$4>",
        "Two wounded guards have died.",
    ),
    Rewrite(
        "of_wounded",
        "({verb}~{people|person}?{{near}}{comma}){count!}~{of_whom}~{have}?~{died!}",
        "$1<of_wounded:$3:$2>",
        "Doctors took in ten wounded, three of whom later died.",
    ),
    Rewrite(
        "adjective",
        "{count!}~{verb|died!}~(?:{side!}~)?(?:{side!}~)?{people|person|side!}",
        "<adjective:$2:$1.$3.$4.$5>",
        "He spoke of eight dead Taliban fighters.",
    ),
    # "The body of the kidnapped mayor was found"
    Rewrite(
        "deaths_of",
        "{deaths_of!}{article!}~{verb|taken}~(?:{side!}~)?{person!}",
        "<deaths_of:$1:$2.$3.$4>",
        "The body of the kidnapped clerk was found.",
    ),
    # "Identified the dead men": what they are called, and nobody's death.
    Rewrite("the_dead", "(^|[-=]){the!}{died}~(?:{side!}~)?{people|person!}", "$1K$2.$3.$4"),
    Rewrite(
        "part_of_dead",
        "{count!}~{of}{article}?~{verb|died!}~{be}~{article}?(?:{side!}~)?{people|person|side!}"
        "{comma}?{and}{count!}~(?:{be}~)?(?:{side!}~)?{people|person|side!}",
        "<part_of_dead:$2:$1.$3.$4><part_of_dead:$2:$5.$6.$7>",
        "Six of the dead were cooks and two were clerks.",
    ),
    Rewrite(
        "part_of_dead",
        "{count!}~{of}{article}?~{verb|died!}~{be}~{article}?(?:{side!}~)?{people|person|side!}",
        "<part_of_dead:$2:$1.$3.$4>",
        "Two of the dead were children.",
    ),
    Rewrite(
        "part_of_dead",
        "{count!}~{of}{article}~{people}~{verb|died!}~{be}~{article}?(?:{place}~)?(?:{side!}~)?"
        "{people|person|side!}",
        "<part_of_dead:$2:$1.$3.$4>",
        "One of the people wounded was a child.",
    ),
    Rewrite(
        "of_wounded",
        "{count!}~{of}{article}?~{verb}~{have}?{died!}",
        "<of_wounded:$2:$1>",
        "Three of the wounded have died.",
    ),
    # "Three of those hurt in Friday's blast have since died"
    Rewrite(
        "of_wounded",
        "{count!}~(?:{of}{article}?~{people}|{of_them}|{of}{article}~{people})~{verb}"
        "(?:-|=|{in|of|article|time|method|place|place_noun|thing|by|side}){0,9}?"
        "{have}(?:-|{clause}){0,2}{died!}",
        "<of_wounded:$2:$1>",
        "Three of those wounded in the blast have since died.",
    ),
    # "One of those killed in Gao on Monday was a member of the army"
    Rewrite(
        "part_of_dead",
        "{count!}~(?:{of}{article}?~{people}|{of_them}|{of}{article}~{people})~{verb|died!}{{near}}{comma}?"
        "{be}~{article}?(?:{place}~)?(?:{side!}~)?{people|person|side!}"
        "(?:{of}{article}?~(?:{place}~)?{side!})?",
        "<part_of_dead:$2:$1.$3.$4.$5>",
        "One of the people killed in Gao was a member of the Red Axe.",
    ),
    # "Two of the five nurses abducted there were freed": five were abducted.
    Rewrite(
        "reduced",
        "{count!}~{of}{article}?~{count!}~(?:{side!}~)?{people!}~{verb|taken!}"
        "({{scene}}{be|have|passive|died|other_verb})",
        "<reduced:$5:$2.$3.$4>G$1.$3.$4$6",
        "Two of the five nurses abducted there were freed.",
    ),
    # "Killed two of the five nurses (whom) they had abducted": five were abducted.
    Rewrite(
        "reduced",
        f"{OF_WHOLE}({{{{scene}}}}{{be|have|passive|died|other_verb}})",
        "<reduced:$5:$2.$3.$4>G$1.$3.$4$6",
        "Two of the five nurses whom gunmen had abducted were freed.",
    ),
    Rewrite(
        "reduced",
        OF_WHOLE,
        "G$1.$3.$4<reduced:$5:$2.$3.$4>",
        "They freed two of the five nurses whom they had abducted.",
    ),
    Rewrite(
        "share",
        "{count!}~{of}{article}?~(?:{place_noun|place|side}-?)?{count}~(?:{side!}~)?{people!}",
        "G$1.$2.$3",
    ),
    # "Twelve women and children" are counted as one.
    Rewrite(
        "counted_both",
        "{count!}~{people!}{and}{people!}({verb|died|in|comma|by|clause|time|method|from}|$)",
        "G$1.$2.$3$4",
    ),
    Rewrite(
        "counted_both",
        "^{count!}~{people!}{and}{people!}({be|have})",
        "G$1.$2.$3$4",
    ),
    Rewrite(
        "counted",
        "{count!}~(?:{of}(?:{article!})?~)?(?:{qualifier|article}~)?=?(?:{place}~)?(?:{side!}~)?"
        "(?:{side!}~)?(?:{person|people}~)?{people|person!}",
        "G$1.$2.$3.$4.$5",
    ),
    Rewrite("counted_side", "{count!}(?:{of}{article}?)?~{side!}", "G$1.$2"),
    Rewrite(
        "family",
        "{article}?~(?:{side!}~)?{family!}~{of}{count!}(?:~{people!})?",
        "G$1.$2.$3.$4",
    ),
    # "A clerk and her family": two of them at the least; elsewhere its name does not say how many.
    Rewrite(
        "owned_some",
        f"({{article}}~(?:{{side}}~)?{{person}}{{comma}}?{{and}}){{the!}}~{{family!}}({BEHIND_SOME})",
        "$1G$2.$3$4",
    ),
    Rewrite("family", "{article}?~{family!}", "K$1"),
    # "Members of the Maoist guerrilla X", "of the rebel movement X"
    Rewrite(
        "of_side",
        "{counted!}{of}(?:{article}?~{person|people}~|{pronoun}~){side!}",
        "G$1.$2",
    ),
    Rewrite(
        "of_one",
        "({counted}){of}{article}?~(?:{side}~)?(?:{person|people}~)?{person}(?:~{name})?",
        "$1",
    ),
    # "The wife of a captain was killed": she was, and not the captain.
    Rewrite(
        "of_one",
        "{article!}~{person!}{of}{article}~(?:{side}~)?(?:{person|people}~)?{person}(?:~{name})?"
        "({be|have|verb|taken|died|in|time}|{and}{article|pronoun}~{person}|"
        "{of}{article}?(?:-|=|{place|place_noun|thing}))",
        "G$1.$2$3",
    ),
    # 'Rahim Karimi, a leader of the Red Axe and director of its school'
    Rewrite(
        "two_offices",
        "{name!}{comma}{an}(?:-|{place|side|thing}){0,2}{person!}"
        "(?:{of}(?:-|=|{article|place|place_noun|thing|people|side|speaker}){1,6}?)?{and}~{person}",
        "?$1.$2",
    ),
    # 'Rahim Karimi and Torvin Salak, two clerks who ...'
    Rewrite(
        "names_counted",
        "{name}(?:{comma}{name})*{comma}?{and}{name}{comma}({counted}{{near}}(?:{clause}|$))",
        "$1",
    ),
    Rewrite(
        "titled_name",
        "(?:{person}~{and}~)?(?:{side!}~)?(?:{person!}~)?{person!}~{name!}",
        "?$1.$2.$3.$4",
    ),
    # "His wife, Farida Karimi," is one.
    Rewrite(
        "apposed_name",
        "{the!}~{person!}{comma}{name!}({comma}|{in|time|verb|died|be|have|by|clause}|$)",
        "?$1.$2.$3$4",
    ),
    Rewrite("name", "{name!}", "*$1"),
    # "A clerk and cooks": two at the least.
    Rewrite(
        "some_beside_one", f"({{article}}~{{person}}{{and}}){{people!}}({BEHIND_SOME})", "$1G$2$3"
    ),
    Rewrite(
        "one",
        "{article!}~(?:{place|place_noun}~)?(?:{side!}~)?(?:{person|people!}~)?{person!}",
        "G$1.$2.$3.$4",
    ),
    Rewrite("described_one", "{an!}=(?:{side!}~)?{person!}", "G$1.$2.$3"),
    Rewrite("named", "(?:{side!}~)?(?:{person!}~)?{person!}", "%$1.$2.$3"),
    # "The wife of the mayor"
    Rewrite(
        "of_one",
        "({counted|titled}){of}~{titled|honoured}({be|have|verb|taken|died|in|and|by|time|clause}|[-=]|$)",
        "$1$2",
    ),
    # "A clerk and her children", "the mayor and his guards": two of them at the least.
    Rewrite("owned_some", f"({ONE_AND}){{the!}}~{{people!}}({BEHIND_SOME})", "$1G$2.$3$4"),
    Rewrite("uncounted", "{article}?~(?:{side!}~)?{people!}", "K$1.$2"),
    Rewrite("bare", "{count!}", "Y$1"),
    # "The killers of two judges were arrested": they were, and not the judges.
    Rewrite(
        "of_holder",
        "({group|crowd}){of_holder}{article}?~{group|crowd|side|number}({be|have|died})",
        "$1$2",
    ),
    # "A girl of nine", "a mother of four": how old one is, how many children one has.
    Rewrite("aged", "({counted|titled|honoured|bearer}){of}~{number}(?:{and}~{number})?", "$1"),
    Rewrite("of_side", "{group!}{of}{article}?~{side|crowd!}", "G$1.$2"),
    Rewrite(
        "in_side",
        "{group!}{in}{article}?~{side!}({be|have|died|verb|taken|comma|clause}|$)",
        "G$1.$2$3",
    ),
    Rewrite(
        "of_side",
        "{crowd!}{of}{article}?~(?:{place}~)?{side!}(?:~{place_noun|thing|people})?",
        "K$1.$2",
    ),
)
# "Two clerks and a guard were killed and wounded, respectively": each number has its own word.
RESPECTIVELY = (
    Rewrite(
        "passive",
        "{amount!}{and}{amount!}{be!}{verb!}{and}{verb!}{comma}?{respectively}",
        "<passive:$4.$3:$1><passive:$5.$3:$2>",
        "Two clerks and a guard were killed and wounded, respectively.",
    ),
    Rewrite(
        "active",
        "{verb!}{and}{verb!}{article}?~{amount!}{and}{amount!}{comma}?{respectively}",
        "<active:$1:$3><active:$2:$4>",
        "Shells killed and wounded two and seven villagers, respectively.",
    ),
    Rewrite(
        "died",
        "{amount!}{and}{amount!}{died|verb!}{and}{died|verb!}{comma}?{respectively}",
        "<died:$3:$1><died:$4:$2>",
        "The blast left two and seven villagers dead and wounded, respectively.",
    ),
    Rewrite("respectively", "{respectively}", "-"),
)
VERBS = (
    *RESPECTIVELY,
    Rewrite(
        "last_of_list",
        "({group}{comma}?{and}~){number!}(?:-|{place})({comma|be|have|verb|died})",
        "$1G$2$3",
    ),
    Rewrite(
        "passive",
        "{be!}(?:-|=|{hedge|said|article|be}|{in}?{time}{thing}?){0,3}?(?:{other_verb|verb}{and})?"
        "{verb|taken!}",
        "w$2.$1",
    ),
    # "Were taken off a bus near Gao and shot dead"
    Rewrite(
        "passive",
        "{be!}(?:-?{other_verb|taken}|[-=])(?:-|=|{article|thing|place|place_noun|in|from|of|to}){1,7}?{and}-?"
        "{verb!}({in|by|time|comma|clause|method}|$)",
        "w$2.$1$3",
    ),
    Rewrite("noun", "{article}{verb}", "="),
    Rewrite(
        "deaths_of",
        "{deaths_of!}{article}?~{amount!}({comma}?{clause})",
        "<deaths_of:$1:$2>G$2$3",
        "He recalled the murder of two clerks who had been abducted.",
    ),
    # "The bodies of three fishermen missing since Thursday were found": they are dead.
    Rewrite(
        "deaths_of",
        "{deaths_of!}{article}?~{amount!}~{died}",
        "<deaths_of:$1:$2>=",
        "The bodies of three cooks missing for a week were found.",
    ),
    Rewrite("unreported", "(?:{unreported}|{no}{speaker}{of}){article}?~{deaths}", ""),
)

"""Rules of harm with a number of people: rewrites over the tokens of a sentence, in the order they
are read."""

from pipelines.transforms.text.casualties.gapping import WHERE_WHEN
from pipelines.transforms.text.casualties.tokens import Rewrite

COUNTED = (
    Rewrite(
        "active", "{group!}{clause}?{subject}{have}{verb|taken!}", "<active:$2:$1>",
        "They freed two clerks they had kidnapped.",
    ),
    Rewrite(
        "reduced",
        "{group!}(?:{object}|{clause}{article}?~{object|side|crowd}){have}{verb|taken!}",
        "<reduced:$2:$1>",
        "The army freed two clerks whom rebels had kidnapped.",
    ),
    Rewrite(
        "died",
        "{part_of}{article}?~{crowd|side!}{comma}?{other_verb}~{number!}~{died|verb!}{and}{number!}~"
        "{died|verb!}",
        "<died:$3:$2.$1><reduced:$5:$4.$1>",
        "Among the clerks there were eight dead and nine wounded.",
    ),
    Rewrite(
        "died",
        "{part_of}{article}?~{crowd|side!}{comma}?{other_verb}~{number!}~{died|verb!}",
        "<died:$3:$2.$1>",
        "Among the clerks there were eight dead.",
    ),
    Rewrite(
        "passive", "{part_of}{article}?~{crowd|side!}{comma}?{number!}~{passive!}",
        "<passive:$3:$2.$1>", "Among the clerks, eight were killed.",
    ),
    Rewrite(
        "died",
        "{number!}~{died|verb!}{and}{number!}~{died|verb!}{part_of}{article}?~{crowd|side!}",
        "<died:$2:$1.$5><reduced:$4:$3.$5>",
        "There were eight dead and nine wounded among the clerks.",
    ),
    Rewrite(
        "died", "{number!}~{died|verb!}{part_of}{article}?~{crowd|side!}", "<died:$2:$1.$3>",
        "There were eight dead among the clerks.",
    ),
    Rewrite(
        "deaths", "{number!}~{deaths!}{part_of}(?:{crowd}{comma})?{crowd!}{comma}?{and}{crowd!}",
        "<deaths:$2:$1.$3.$4>", "Doctors counted nine deaths among women and children.",
    ),
    Rewrite(
        "deaths", "{number!}~{deaths!}{part_of}{article}?~{crowd|side!}", "<deaths:$2:$1.$3>",
        "Doctors counted nine deaths among the clerks.",
    ),
    Rewrite(
        "none", "{nobody!}{article}?~{crowd|side!}{passive!}", "<none:$3:$1.$2>",
        "None of the clerks was hurt.",
    ),
    Rewrite(
        "none", "{nobody!}{article}?~{amount}(?:-|{in|of|place|article}){0,4}?{passive|died!}",
        "<none:$2:$1>", "None of the nine clerks was hurt.",
    ),
    Rewrite(
        "none",
        "{no!}(?:-|=|{article|amount|crowd|side|speaker}){1,4}?{comma}?{no}{article|pronoun}?~"
        "{amount|crowd|side!}{passive!}",
        "<none:$3:$1.$2>",
        "Neither the clerk nor his two guards were hurt.",
    ),
    Rewrite(
        "reduced", "^{group!}{comma}?{group!}{comma}?~{verb|died!}", "<reduced:$3:$1&$2>",
        "Six guards, two clerks killed in raid.",
    ),
    Rewrite(
        "mixed", "^{amount!}{comma}{crowd|side}{comma}?~{verb|died!}", "<mixed:$2:$1>",
        "Ten guards, clerks killed in raid.",
    ),
    Rewrite(
        "took_ground",
        "{amount}~{taken}~({article}?(?:-|=)?{place_noun|place|thing|speaker})",
        "E0$1",
    ),
    Rewrite(
        "passive",
        "{group!}~{verb|taken!}"
        "((?:-|=|{in|from|to|place|place_noun|thing|time|article|of|by|side|method}){1,8}?)"
        "{passive!}",
        "<reduced:$2:$1><passive:$4:$1>$3",
        "Thirty-four clerks abducted near Gao last week were killed.",
    ),
    Rewrite(
        "passive",
        "{group!}~{other_verb}(?:-|=|{in|of|side|article|place|place_noun|thing|time|from|to|method})"
        "{1,6}?{passive!}",
        "<passive:$2:$1>",
        "Twelve volunteers fighting alongside the army were killed.",
    ),
    Rewrite(
        "passive",
        "{amount!}~(?:{comma}{amount|an!}[-=]?)?{comma}?{and}~{amount|an!}[-=]{passive!}",
        "<passive:$4:$1&$2&$3>",
        "Two guards and an unnamed Uzbek were killed.",
    ),
    Rewrite(
        "passive", "{number!}{and}~{group!}({{near}}){passive!}", "<passive:$4:$1&$2>$3",
        "A couple and their baby were killed.",
    ),
    Rewrite(
        "died", "{number!}{and}~{group!}({{near}}){died!}", "<died:$4:$1&$2>$3",
        "A couple and their baby have died.",
    ),
    Rewrite(
        "passive",
        "{number!}-(?:{comma}{amount|an!}[-=]?)?{comma}?{and}~{group!}{passive!}",
        "<passive:$4:$1&$2&$3>",
        "Two plumbers and a guard were killed.",
    ),
    Rewrite(
        "died", "{amount!}~{verb}~{have}{died!}", "<died:$2:$1>",
        "One of three boys injured has died.",
    ),
    Rewrite(
        "reduced",
        "{amount!}~{verb!}{comma}?{article}?~{amount!}~{verb!}",
        "<reduced:$2:$1><reduced:$4:$3>",
        "Two guards killed, three wounded in raid.",
    ),
    Rewrite(
        "active", "{verb|acting|taken!}~{article}?{amount!}", "<active:$1:$2>",
        "Shells killed four villagers.",
    ),
    Rewrite(
        "active", "({other_verb}|-|=)~{article}?{amount!}~{closer!}", "$1<active:$3:$2>",
        "Rebels sent three clerks to hell.",
    ),
    Rewrite(
        "lost",
        "{lost!}(?:{article}?~(?:{place}~)?{side|crowd})?{article}?~{group!}",
        "<lost:$1:$2>",
        "They killed nine and lost six men.",
    ),
    # "Rebels led away by three guards were killed"
    Rewrite("told_behind", "({by}{article}?~{group!}){passive!}", "$1"),
    Rewrite(
        "passive", "{group!}{{fill}}{passive!}", "<passive:$2:$1>",
        "Four villagers in the mosque were killed.",
    ),
    Rewrite(
        "passive",
        "(^|{and|clause|said})-?{number!}~{of_them}{{near}}{passive!}",
        "$1<passive:$3:$2>",
        "Six of them were killed.",
    ),
    Rewrite(
        "died",
        "(^|{and|clause|said})-?{number!}~{of_them}(?:{comma}~{named}[-=]?{comma})?{{near}}{died!}",
        "$1<died:$3:$2>",
        "Six of them have died.",
    ),
    Rewrite("passive", "{number!}{{near}}{passive!}", "<passive:$2:$1>", "Four were killed."),
    Rewrite(
        "died", "{amount!}{comma}?{clause}{have}?{be}(?:-|{passive}){{scene}}{have}?{died!}",
        "<died:$2:$1>",
        "A clerk who was shot on Monday died of his wounds.",
    ),
    Rewrite(
        "passive", "{amount!}{comma}?{{relative}}{passive!}", "<passive:$2:$1>",
        "Four villagers who had retaken the bridge were killed.",
    ),
    Rewrite(
        "active", "{group!}({{scene}}){and}~{verb|acting!}{pronoun}", "<active:$3:$1>$2",
        "They stopped a farmer in the street and killed him.",
    ),
    Rewrite(
        "active",
        "{group!}({{scene}}){comma}{acting!}{object}(?:{comma}?{and}~{article}?{amount!})?",
        "<active:$3:$1&$4>$2",
        "They attacked a farmer in the street, killing him.",
    ),
    Rewrite(
        "reduced", "{unnamed!}~{verb!}", "<reduced:$2:$1>",
        "Police buried four men killed there.",
    ),
    Rewrite(
        "reduced", "{group!}{comma}{verb!}~({in|by|method|time|clause})", "<reduced:$2:$1>$3",
        "Neighbours buried a guard, killed in a raid.",
    ),
    Rewrite(
        "reduced", "{bearer!}~{verb!}({in|by|time|method|from|comma}|$)", "<reduced:$2:$1>$3",
        "Rahim Karimi killed in blast.",
    ),
    Rewrite(
        "died", "{counted|titled|honoured|several!}{{fill}}{died!}", "<died:$2:$1>",
        "Four villagers died in the mosque.",
    ),
    Rewrite(
        "died", "{bearer!}{{fill}}{died!}({{scene}}{method|verb|passive|taken})", "<died:$2:$1>$3",
        "Rahim Karimi died in the blast.",
    ),
    # "Seven clerks were hit by stones, three of whom died"
    Rewrite(
        "died", "({comma|and}){number!}~{of_whom}(?:-|{have|be|hedge}){0,3}{died|passive!}",
        "$1<died:$3:$2>",
        "Nine clerks were hit by stones, three of whom died.",
    ),
    # "Police shot two of them dead"
    Rewrite(
        "died", "([-=]|{other_verb|verb}){number!}~{of_them}~{died!}", "$1<died:$3:$2>",
        "Police shot two of them dead.",
    ),
    # No verb behind: "killed him and two guards fled"
    Rewrite(
        "active",
        "{verb|acting!}{object}{and}~{article|pronoun}?~{amount!}"
        f"((?:{{of}}{{article|pronoun}}?~{{crowd}})?{WHERE_WHEN}?(?:{{comma|clause|bracket}}|$))",
        "<active:$1:$2>$3", "They killed him and two guards.",
    ),
    Rewrite("died", "{number!}{{near}}{died!}", "<died:$2:$1>", "The blast left nine dead."),
    Rewrite(
        "reduced", "{amount!}~{taken!}", "<reduced:$2:$1>",
        "Six were killed and two captured.",
    ),
    Rewrite(
        "toll", "{toll_to!}~{amount!}", "<toll:$1:$2>", "The raid brings the death toll to 41.",
    ),
    Rewrite(
        "toll", "{toll!}{{toll_of}}{from}{amount}{to}{amount!}", "<toll:$1:$2>",
        "The death toll rose from 12 to 14.",
    ),
    Rewrite(
        "toll",
        "{toll!}(?:{{toll_of}}{rose|to|of|be|in}|{{toll_of}}{clause}{{toll_of}}{rose})~{amount!}",
        "<toll:$1:$2>",
        "The death toll from the blast reached 14.",
    ),
    Rewrite(
        "toll",
        "{to}{amount!}~{number_of}{of}?~{article}?~(?:{verb!}~{crowd!}|{crowd!}~{verb!})",
        "<toll:$2$5:$1.$3$4>",
        "The raid brings to seven the number of clerks killed.",
    ),
    Rewrite(
        "toll",
        "{number_of}(?:{of}?~{article}?|{of_them})~(?:{verb!}~{crowd!}|{crowd!}~{verb!}|{verb!})"
        "{{toll_of}}"
        "(?:{clause}{{toll_of}})?"
        "{rose|to|of|be|in}~{amount!}",
        "<toll:$1$4$5:$2$3.$6>",
        "Police put the number of slain clerks at seven.",
    ),
    Rewrite(
        "deaths_of", "{deaths_of!}{article}?~{amount!}", "<deaths_of:$1:$2>",
        "He regretted the deaths of four clerks.",
    ),
    Rewrite(
        "owned_death", "{group!}{owned_death!}", "<owned_death:$2:$1>",
        "He blamed the army for a reporter's death.",
    ),
    Rewrite(
        "deaths", "{counted|number!}~{deaths!}", "<deaths:$2:$1>", "Doctors counted nine deaths.",
    ),
    Rewrite(
        "deaths", "{number!}(?:-|=|{titled|side|and|crowd}){1,4}{deaths!}", "<deaths:$2:$1>",
        "Doctors counted nine army and rebel deaths.",
    ),
    Rewrite(
        "killing_of", "{bearer!}{killing|acting!}", "<killing_of:$2:$1>",
        "They mourned after Rahim Karimi's assassination.",
    ),
    Rewrite(
        "killing_of",
        "{killing|acting|deaths!}(?:-|=|{place|place_noun|time|in|by|thing|method|article|clause}"
        "){1,6}?{of}{article}?~{crowd}?{amount!}",
        "<killing_of:$1:$2>",
        "He condemned the murder in Vardan of two clerks.",
    ),
    Rewrite(
        "active", "{verb|acting!}={group!}", "<active:$1:$2>",
        "Shells killed several dozen helpless villagers.",
    ),
    Rewrite(
        "active", "{verb!}{in}?{time}~{group!}", "<active:$1:$2>",
        "Rebels killed today two villagers.",
    ),
    Rewrite(
        "jointly", "<({told})>({{scene}}){comma}?{jointly}~{article|pronoun}?{group!}",
        "<$1&$3>$2",
    ),
    Rewrite(
        "later_part", "<({told})>({{scene}}){including}~{amount!}{{more}}", "<$1+$3&$4&$5>$2",
    ),
    Rewrite(
        "later_of_them",
        "<({told})>({{scene}}){comma}{and}?~{amount!}~{of_them}~{be}~{article}?{crowd|group!}",
        "<$1+$3.$4>$2",
    ),
    Rewrite(
        "later_of_them", "<({told})>({{scene}}){comma}{amount!}~{of_them}~(?:{crowd!})?",
        "<$1+$3.$4>$2",
    ),
    Rewrite(
        "later_of_them", "<({told})>({{scene}}){comma}{of_them}~{amount!}~{be}?~{crowd!}",
        "<$1+$3.$4>$2",
    ),
)  # fmt: skip

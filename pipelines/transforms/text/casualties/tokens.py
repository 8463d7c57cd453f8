"""The language of the rules of harm: tokens, runs of tokens and rewrites.

A pattern is a regular expression over named tokens, blanks not counted: {verb} is a token, {verb!}
keeps its numbers as the next $1, $2 ..., {verb|died} is either; '-' is one unknown word, '=' more,
'~' at most one. Names and their letters are in LETTERS, runs of tokens in RUNS.
"""

from typing import NamedTuple

LETTERS = {
    # amounts and people
    "count": "N", "qualifier": "Q", "the": "A", "an": "q", "article": "Aq¤", "people": "P",
    "person": "S", "side": "F", "speaker": "e", "name": "#",
    "family": "¶",
    # groups that rules make: people counted; one by title, by title and name, by name; several
    # by name; a bare number; people without a number
    "counted": "G", "titled": "%", "honoured": "?", "bearer": "*?", "several": "/",
    "group": "G%*?/", "named": "%*?/", "number": "Y", "amount": "G%Y*?/", "unnamed": "G%Y",
    "crowd": "K",
    # words of harm
    "verb": "V", "acting": "I", "taken": "C", "passive": "w", "died": "X", "deaths": "O",
    "deaths_of": "o", "owned_death": "ø", "killing": "$", "among_dead": "@", "toll": "T",
    "toll_to": "B", "rose": "r", "number_of": "№",
    "heavy_losses": "W", "losses": "R", "suffered": "H", "inflicted": "J", "lost": "j",
    "other_verb": "E",
    # who is counted with whom
    "other_one": "¤", "self": "±", "reflexive": "§", "except": "¦", "subject": "¬", "object": "p",
    "injury": "µ", "other_count": "¢", "closer": "ћ", "escorting": "ɛ", "respectively": "ρ",
    # surroundings
    "place": "L", "place_noun": "D", "thing": "U", "method": "M", "time": "a",
    "be": "b", "have": "v", "by": "y", "of": "fƒ", "of_holder": "ƒ", "to": "t", "in": "i",
    "from": "n", "and": "k!", "jointly": "!",
    "comma": "c", "dash": "đ", "bracket": "l", "clause": "uι", "semicolon": "ι", "pronoun": "p¬",
    "part_of": "m", "hedge": "h",
    "said": "z", "including": "s", "of_them": "dθ", "of_whom": "θ",
    "no": "x", "nobody": "Z", "unreported": "g",
}  # fmt: skip

SCENE = "place|place_noun|thing|method|time|in|of|from|to|by|article"
RUNS = {
    # What may part people from a verb after them; a crowd only behind a preposition.
    "fill": (
        "(?:{and|of|by|in|from|to}{article}?~{crowd}|{comma}~{crowd}{comma}|-|=|"
        f"{{{SCENE}|comma|bracket|person|hedge|have|be|object|speaker|and|side|qualifier|no}}"
        "){0,10}?"
    ),
    # A bare number stands nearer to its verb, and in the same clause.
    "near": f"(?:-|=|{{{SCENE}|comma|bracket|hedge|have|be|qualifier|no|including}}){{0,5}}?",
    # "12 people, who had left the town, were killed"
    "relative": (
        f"{{clause}}(?:-|=|{{{SCENE}|comma|bracket|person|hedge|have|be|pronoun|speaker|and|side|"
        "qualifier|no|other_verb}){0,12}?"
    ),
    "scene": f"(?:-|=|{{{SCENE}|comma|and|bracket|clause|hedge|side|crowd}}){{0,12}}?",
    "toll_of": f"(?:-|=|{{{SCENE}|have|hedge|comma|other_verb|acting|side|crowd|rose}}){{0,14}}?",
    "more": "(?:{comma}{amount!})?(?:{comma}?{and}~{amount!})?",
}


class Rewrite(NamedTuple):
    """One rule: a pattern and what takes the place of its match.

    What a harm becomes is <rule_id:trigger:group>; such a rule has an example of its own.
    """

    rule_id: str
    pattern: str
    becomes: str
    example: str = ""

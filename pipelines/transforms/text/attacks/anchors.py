"""Words that tell of an attack, the anchors of its claims: which they are, and in which form."""

import polars as pl

from pipelines.transforms.text.attacks.grammar import BY_WAY, WEAPON
from pipelines.transforms.text.attacks.headlines import (
    AREAS_AFTER,
    POUNDING,
    is_hit_in_headline,
    mark_weapon_verbs,
)
from pipelines.transforms.text.territory.grammar import BE_BEFORE, BY_AFTER

# Voices of the lexicon's verbs: sure ones, those of many meanings, fire at someone, fight each
# other, come under fire, go off.
FAMILIES = ("att", "hit", "fire", "meet", "endure", "blast")
# Forms by family; of two, the second in the passive.
FORMS = {
    "att": ("do", "done"), "hit": ("do", "done"), "fire": ("fire", "fired"),
    "meet": ("meet", "meet"), "endure": ("endure", "endure"), "blast": ("blast", "blasted"),
    "seize": ("seize", "seized"), "harm": ("slay", "slain"), "deed": ("deed", "deed"),
}  # fmt: skip
# A toll hits a number, too: these stand among the words of harm.
HIT = ("hit", "hits")
NOMINAL_BEFORE = (
    r"(?i)(?-u:\b)(?:the|a|this|these|indiscriminate|constant|continuous|heavy|intense|aerial)\s+$"
)
NOMINAL_AFTER = r"(?i)^\s+(?:by|of|in|at|near|on|against|from|that|which|and|has|was)(?-u:\b)"
# "The slain leader": whoever has slain does so in another form.
SLAIN = r"(?i)^slain$"
OFFENSIVE = r"(?i)^(?:major )?offensives?$"
# "A militant who had fought in Libya": what somebody did in his life.
ONCE = r"(?i)(?-u:\b)(?:who|that) (?:had|has|have|once|previously|formerly)(?: [a-z]+)? $"
FIGHT_NOUN = r"(?i)^(?:clashes|fighting|battles?|skirmishes|struggle|fights? (?:for|over))"
# Words of harm tell an attack where they give no figure: "killed villagers", "the killing of".
HARMS = ("killed", "wounded", "killed_or_wounded", "captured")
HARM_VOICES = ("vp", "ing", "base", "vp_people", "ing_people", "base_people")
# Taking a party's post is fighting, even where no gazetteer knows the post.
SEIZING, SEIZING_VOICES = ("captured", "recaptured"), ("vp", "past", "ing", "base")
DEED = (
    r"(?i)^(?:the )?(?:killings?|murders?|assassinations?|massacres?|beheadings?|executions?|"
    r"slayings?|lynching|slaughter|abductions?|kidnappings?) of$"
)
# "Carried out a massacre"
LONE_DEED = r"(?i)^(?:massacres?|beheading|kidnapping|killing)$"
CARRIED_OUT = (
    r"(?i)(?-u:\b)(?:carr(?:y|ies|ied|ying) out|commit(?:s|ted|ting)?|perpetrat(?:es|ed|ing)) "
    r"(?:[a-z]+ ){0,3}$"
)
# What weapons and attacks are where they are counted ("two rockets", "nine air strikes").
COUNTED = (
    ("suicide", "Suicide bomb"),
    ("drone|air[ -]?(?:strike|raid|attack|assault)|aerial", "Air/drone strike"),
    ("bomb|explos|blast", "Remote explosive/landmine/IED"),
    ("grenade", "Grenade"),
    ("rocket|shell|missile|mortar|artillery|torpedo|pound", "Shelling/artillery/missile attack"),
)
THROWING = (
    r"fir(?:e|es|ed|ing)|launch(?:e[sd]|ing)?|lob(?:s|bed|bing)?|hurl(?:s|ed|ing)?|thr(?:ow|ew|own|"
    r"ows|owing)|drop(?:s|ped|ping)?|rain(?:ed|ing)?|explod(?:e|es|ed|ing)|detonat(?:e|es|ed|ing)|"
    r"set(?:s|ting)? off|plant(?:s|ed|ing)?|plac(?:ed|ing)|toss(?:es|ed|ing)?"
)
LANDING = (
    r"(?i)(?-u:\b)(?:land(?:ed)?|fell|fall|crashed|ploughed|plowed|rain(?:ed)?|pour(?:ed)?)(?-u:\b)"
)
THROWN_BEFORE = rf"(?i)(?-u:\b)(?:{THROWING})\s+(?:[a-z0-9-]+\s+){{0,5}}$"
# "The town came under Russian (drone attack)"
CAME_UNDER = r"(?i)(?-u:\b)(?:c[ao]m(?:e|es|ing) under|subject(?:ed)? to)\s+(?:[\w'-]+\s+){0,4}$"
# "They began to attack the base"
BEGAN_TO = (
    r"(?i)(?-u:\b)(?:began|begun|started|continued?|continues|continuing|went on|go on|proceeded|"
    r"managed|resumed|came|entered(?: the)? [a-z]+) to\s+$"
)
# "A bomb badly damaged the bank"
DESTROYED_AFTER = (
    r"(?i)^\s+(?:(?:has|have|had|also|later)\s+)*(?:[a-z]+ly\s+)?(?:destroyed|damaged|wrecked|"
    r"demolished|gutted|shattered|blasted|ripped (?:through|apart)|tore (?:through|apart))(?-u:\b)"
)
THROWN_AFTER = rf"(?i)^\s+(?:was|were|had been|have been|being)\s+(?:[a-z]+ly\s+)?(?:{THROWING})"


def words_of_attack(mentions: pl.DataFrame) -> pl.DataFrame:
    """mention_id and sentence_id of mentions that may tell of an attack: its verbs, attacks and
    weapons by name."""
    voice, kind = pl.col("voice"), pl.col("kind")
    is_verb = (kind == "trigger") & (
        voice.str.extract(r"^([a-z]+)_").is_in([*FAMILIES, "fight"])
        | (voice == "fight")
        | pl.col("text").str.to_lowercase().is_in(HIT)
    )
    is_harm = (kind == "trigger") & pl.col("sense").is_in(HARMS)
    is_harm &= voice.is_in(HARM_VOICES) & (
        (pl.col("sense") != "captured") | voice.str.ends_with("_people")
    )
    is_seizing = pl.col("sense").is_in(SEIZING) & voice.is_in(SEIZING_VOICES)
    is_noun = (kind == "method") | ((kind == "unit") & (pl.col("sense") == "attack"))
    is_weapon = (kind == "unit") & pl.col("text").str.contains(f"{WEAPON}|{POUNDING}")
    is_deed = (kind == "trigger") & pl.col("text").str.contains(DEED)
    is_told = is_verb | is_harm | is_deed | is_seizing | is_noun | is_weapon
    return (
        mentions.filter(kind.is_in(["trigger", "method", "unit"]) | pl.col("sense").is_in(SEIZING))
        .filter(is_told.fill_null(False))
        .select("mention_id", "sentence_id")
    )


def read_anchors(
    sentences: pl.DataFrame, context: pl.DataFrame, words: pl.DataFrame
) -> pl.DataFrame:
    """Words that tell of an attack: trigger_id, article_id, sentence_id, mention_no, start, end,
    sense (kind of event), form, is_sure, is_hit_in_headline, owner_id, n_triggers, before and after
    (of the sentence).

    context: mentions as with_context gives them. words: as words_of_attack gives them.
    """
    found = (
        mark_weapon_verbs(context)
        .filter(pl.col("mention_id").is_in(words["mention_id"].implode()))
        .lazy()
        .join(
            sentences.lazy().select("sentence_id", base="start", sentence="text"),
            on="sentence_id",
            maintain_order="left",
        )
        .with_columns(
            before=pl.col("sentence").str.slice(0, pl.col("start") - pl.col("base")),
            after=pl.col("sentence").str.slice(pl.col("end") - pl.col("base")),
        )
        .with_columns(is_hit_in_headline=is_hit_in_headline())
    )
    family = family_of_word()
    form = form_of_word(family)
    is_past = pl.col("voice").str.contains("vp").fill_null(False)
    return (
        found.with_columns(
            form=form, is_past=is_past, sense=counted_kind(), is_sure=~family.is_in(["hit", "harm"])
        )
        .filter(
            pl.col("form").is_not_null(),
            ~((pl.col("form") == "slay") & pl.col("text").str.contains(SLAIN)),
            ~pl.col("before").str.contains(r"[A-Za-z]-$"),
            ~(pl.col("text").str.contains("(?i)^fought") & pl.col("before").str.contains(ONCE)),
            ~pl.col("after").str.contains(r"^-[A-Za-z]"),
        )
        .select(
            "article_id", "sentence_id", "mention_no", "start", "end", "sense", "form", "is_sure",
            "is_past", "is_hit_in_headline", "n_triggers", "before", "after",
            trigger_id="mention_id",
            owner_id=pl.when(
                (pl.col("kind").is_in(["method", "unit"]) & (form != "campaign"))
                | (form == "thrown")
            ).then("entity_id"),
            kind_of_word="kind", word="text",
        )
        .collect(engine="in-memory")
    )  # fmt: skip


def family_of_word() -> pl.Expr:
    """The family of a word that tells of an attack, a key of FORMS or "fight"; null for nouns
    whose voice is no family."""
    return (
        pl.when(pl.col("text").str.to_lowercase().is_in(HIT))
        .then(pl.lit("hit"))
        .when((pl.col("kind") == "trigger") & pl.col("text").str.contains(DEED))
        .then(pl.lit("deed"))
        .when(pl.col("sense").is_in(SEIZING) & pl.col("voice").is_in(SEIZING_VOICES))
        .then(pl.lit("seize"))
        .when((pl.col("kind") == "trigger") & pl.col("sense").is_in(HARMS))
        .then(pl.lit("harm"))
        .otherwise(pl.col("voice").str.extract(r"^([a-z]+)"))
    )


def form_of_word(family: pl.Expr) -> pl.Expr:
    """What a word is in its sentence, one of the forms of ATTACK_RULES; null where it tells of no
    attack. Needs before, after, is_weapon_verb, may_be_verb and is_hit_in_headline."""
    is_being = pl.col("before").str.contains(BE_BEFORE)
    is_thrown = pl.col("after").str.contains(THROWN_AFTER)
    is_throw = pl.col("before").str.contains(THROWN_BEFORE)
    is_weapon = (pl.col("voice") == "tool") | pl.col("text").str.contains(WEAPON)
    # "Shells landed on the camp": the weapon is its own subject.
    is_landing = (family == "att") & pl.col("text").str.contains(LANDING)
    is_deed = pl.col("text").str.contains(LONE_DEED) & pl.col("before").str.contains(CARRIED_OUT)
    is_fight = family.str.starts_with("fight") & pl.col("text").str.contains(FIGHT_NOUN) & ~is_being
    return (
        pl.when(
            pl.col("is_weapon_verb")
            | (pl.col("may_be_verb") & pl.col("after").str.contains(AREAS_AFTER))
        )
        .then(pl.lit("do"))
        .when(pl.col("text").str.contains(POUNDING))
        .then(None)
        .when(is_fight)
        .then(pl.lit("meeting"))
        .when((pl.col("kind") != "trigger") & pl.col("before").str.contains(CAME_UNDER))
        .then(pl.lit("endure"))
        .when(is_landing)
        .then(pl.lit("thrown"))
        .when(is_deed)
        .then(pl.lit("deed"))
        # "The strafing of X by Y": a noun by its article.
        .when(
            pl.col("voice").str.contains(r"^(?:att|hit|fire)_ing").fill_null(False)
            & pl.col("before").str.contains(NOMINAL_BEFORE)
            & pl.col("after").str.contains(NOMINAL_AFTER)
        )
        .then(pl.lit("event"))
        .when(pl.col("kind") == "trigger")
        .then(form_of_verb(family))
        .when(pl.col("before").str.contains(BEGAN_TO) & (pl.col("voice") != "tool").fill_null(True))
        .then(pl.lit("do"))
        .when(is_weapon & is_thrown)
        .then(pl.lit("thrown"))
        .when(is_weapon & is_throw)
        .then(pl.lit("throw"))
        .when(is_weapon & pl.col("after").str.contains(DESTROYED_AFTER))
        .then(pl.lit("event"))
        .when(is_weapon)
        .then(None)
        .when(pl.col("voice").is_in(["meeting", "campaign"]))
        .then("voice")
        .when(pl.col("text").str.contains(OFFENSIVE))
        .then(pl.lit("campaign"))
        .otherwise(pl.lit("event"))
    )


def form_of_verb(family: pl.Expr) -> pl.Expr:
    """The form of a verb of its family, in the active or the passive."""
    is_participle = pl.col("voice").str.contains(r"vp|^fight").fill_null(True)
    is_participle |= pl.col("text").str.to_lowercase() == HIT[0]
    is_being = pl.col("before").str.contains(BE_BEFORE)
    is_by = pl.col("after").str.contains(BY_AFTER) & ~pl.col("after").str.contains(BY_WAY)
    is_hit = pl.col("is_hit_in_headline") & family.is_in(["att", "hit"])
    is_passive = is_participle & (is_being | is_by | is_hit) & (family != "endure")
    active, passive = (
        family.replace_strict(
            {name: forms[at] for name, forms in FORMS.items()} | {"fight": "meet"},
            default=None,
            return_dtype=pl.String,
        )
        for at in (0, 1)
    )
    return pl.when(is_passive).then(passive).otherwise(active)


def counted_kind() -> pl.Expr:
    """The kind of event: the word's own sense, for weapons and attacks that are counted what they
    are."""
    text = pl.col("text").str.to_lowercase()
    return (
        pl.when(pl.col("kind") != "unit")
        .then("sense")
        .otherwise(
            pl.coalesce(
                *(pl.when(text.str.contains(words)).then(pl.lit(kind)) for words, kind in COUNTED),
                pl.lit("Attack"),
            )
        )
    )

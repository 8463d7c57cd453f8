"""The grammar of attacks and fighting: forms of their words, and who goes where around each."""

import polars as pl

from pipelines.transforms.text.attacks.headlines import AREAS_AFTER, mark_weapon_verbs
from pipelines.transforms.text.territory.grammar import BE_BEFORE, BY_AFTER, rules_of, table

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
# "The slain leader": whoever has slain does so in another form.
SLAIN = r"(?i)^slain$"
BY_WAY = r"(?i)^[a-z\s]{0,20} by (?:land|sea|air|night|day|surprise|mistake|force)(?: and [a-z]+)?"
OFFENSIVE = r"(?i)^offensives?$"
# "A militant who had fought in Libya": what somebody did in his life.
ONCE = r"(?i)(?-u:\b)(?:who|that) (?:had|has|have|once|previously|formerly)(?: [a-z]+)? $"
FIGHT_NOUN = r"(?i)^(?:clashes|fighting|battles?|skirmishes|struggle|fights? (?:for|over))"
NOUNS = ("event", "meeting", "deed", "campaign")
# Words of harm tell an attack where they give no figure: "killed villagers", "the killing of".
HARMS = ("killed", "wounded", "killed_or_wounded", "captured")
HARM_VOICES = ("vp", "ing", "base", "vp_people", "ing_people", "base_people")
# Taking a party's post is fighting, even where no gazetteer knows the post.
SEIZING, SEIZING_VOICES = ("captured", "recaptured"), ("vp", "past", "ing")
POST_AFTER = (
    r"(?i)^\s+(?:[a-z'\x{2019}-]+\s+){0,7}?(?:strongholds?|bases?|camps?|posts?|positions?|outposts?|"
    r"checkpoints?|headquarters|bunkers?|trench(?:es)?|hideouts?|garrisons?|barracks|hills?)(?-u:\b)"
)
DEED = (
    r"(?i)^(?:the )?(?:killings?|murders?|assassinations?|massacres?|beheadings?|executions?|"
    r"slayings?|lynching|slaughter|abductions?|kidnappings?) of$"
)
RECIPROCAL = ("meet", "meeting")
OF_HARM = ("slay", "slain", "deed")
# Weapons that are units to the rest of the road.
WEAPON = (
    r"(?i)^(?:(?:[a-z]+ )?(?:bombs|rockets|shells|missiles|mortars|drones|grenades|torpedo(?:e?s)?|"
    r"mortar (?:round|shell)s?|missiles?|gunshots|shots))$"
)
# What weapons and attacks are where they are counted ("two rockets", "nine air strikes").
COUNTED = (
    ("suicide", "Suicide bomb"),
    ("drone|air[ -]?(?:strike|raid|attack|assault)|aerial", "Air/drone strike"),
    ("bomb|explosion|blast", "Remote explosive/landmine/IED"),
    ("grenade", "Grenade"),
    ("rocket|shell|missile|mortar|artillery|torpedo", "Shelling/artillery/missile attack"),
)
THROWING = (
    r"fir(?:e|es|ed|ing)|launch(?:e[sd]|ing)?|lob(?:s|bed|bing)?|hurl(?:s|ed|ing)?|thr(?:ow|ew|own|"
    r"ows|owing)|drop(?:s|ped|ping)?|rain(?:ed|ing)?|explod(?:e|es|ed|ing)|detonat(?:e|es|ed|ing)|"
    r"set(?:s|ting)? off|plant(?:s|ed|ing)?"
)
THROWN_BEFORE = rf"(?i)(?-u:\b)(?:{THROWING})\s+(?:[a-z0-9-]+\s+){{0,5}}$"
THROWN_AFTER = rf"(?i)^\s+(?:was|were|had been|have been|being)\s+(?:[a-z]+ly\s+)?(?:{THROWING})"
# A verb that lends its subject to the noun after it: "launched an attack".
SUPPORT = (
    r"(?i)(?-u:\b)(?:engag(?:e[sd]?|ing)|launch(?:e[sd]|ing)?|carr(?:ied|ies|ying) out|"
    r"conduct(?:s|ed|ing)?|stag(?:e[sd]|ing)|mount(?:s|ed|ing)?|unleash(?:e[sd]|ing)?|made|makes|"
    r"making|beg[ai]n(?:s|ning)?|begun|"
    r"start(?:s|ed|ing)?|resum(?:e[sd]|ing)|led|leads|leading|commit(?:s|ted|ting)?|"
    r"intensif(?:y|ies|ied|ying)|step(?:s|ped|ping) up|continu(?:e[sd]|ing)|renew(?:s|ed|ing)?|"
    r"wag(?:e[sd]|ing)|press(?:e[sd]|ing)?|repeated|"
    r"claim(?:s|ed|ing)? (?:responsibility for|an?|the|both|two)|"
    r"(?:is|was|were|are) behind|perpetrat(?:e[sd]|ing)|execut(?:e[sd]|ing)|"
    r"respond(?:s|ed|ing)? with|retaliat(?:es|ed|ing) with|"
    r"kept up|keeps up|keeping up|took part in|participated in|"
    r"open(?:s|ed|ing)?)\s+(?:[A-Za-z0-9'\x{2019}.-]+\s+){0,6}$"
)
KINDS_OF_ATTACK = (
    "air", "drone", "rocket", "missile", "artillery", "mortar", "tank", "suicide", "bomb", "ground",
    "night", "overnight", "dawn", "deadly", "major", "heavy", "fresh", "new", "massive", "surprise",
    "cross-border", "military", "coordinated", "complex", "insider", "retaliatory", "large-scale",
    "fierce", "intense", "indiscriminate", "sustained", "repeated", "recent", "latest", "daily",
    "twin", "double", "gun", "arson", "terror", "terrorist", "sniper", "machete", "naval", "aerial",
)  # fmt: skip
OWNER_BETWEEN = rf"(?i)^['\x{{2019}}]?s?\s+(?:(?:{'|'.join(KINDS_OF_ATTACK)})\s+){{0,2}}$"
ATTACK_BETWEEN = (
    r"(?i)^\s+(?:[a-z-]+\s+){0,3}?(?:attacks?|strikes?|airstrikes?|raids?|ambush(?:es)?|bombings?|"
    r"blasts?|shootings?|assaults?|massacres?|shelling|explosions?|siege|bombs?)\s+$"
)
# "Rebels raid an army post": a noun that is the verb of a headline.
HEADLINE_BETWEEN = r"(?i)^\s+(?:the |a |an )?(?:[a-z-]+ )?$"
# "Rebels engaged peacekeepers in a firefight"
IN_BETWEEN = r"(?i)^\s+in\s+(?:[a-z]+\s+){0,4}$"
# "The bombing of the town"; of a party it may be by it as well.
OF_BETWEEN = r"(?i)^\s+of\s+(?:(?:the|a|an|its|their|several|some|many)\s+)?(?:[a-z-]+\s+)?$"
# "They ambushed a patrol of the army", "a truck belonging to a militia was hit"
OF_THING = (
    r"(?:convoys?|patrols?|columns?|vehicles?|trucks?|cars?|jeeps?|buses|bus|tanks?|helicopters?|"
    r"planes?|ships?|boats?|ambulances?|units?|teams?|groups?|positions?|posts?|outposts?|"
    r"checkpoints?|roadblocks?|bases?|camps?|barracks|garrisons?|headquarters|offices?|homes?|"
    r"houses?|hideouts?|strongholds?|depots?|warehouses?)\s+"
    r"(?:of|from|belonging to|(?:manned|used|guarded|run|owned|held|occupied) by)\s+"
    r"(?:(?:the|a|an|its|their)\s+)?(?:[a-z-]+\s+){0,2}$"
)
THING_HIT = rf"(?i)^\s+(?:[a-z0-9'\x{{2019}}-]+\s+){{0,4}}?{OF_THING}"
ON_THING_HIT = (
    rf"(?i)^\s+(?:(?:on|at|against|upon)\s+)?(?:[a-z0-9'\x{{2019}}-]+\s+){{0,4}}?{OF_THING}"
)
OWNERS_LEAD = ("of", "from", "to", "by")
# "They retook the village after days of fighting"
AFTER_BETWEEN = r"(?i)(?-u:\b)(?:after|following|amid|during|despite|in)\s+(?:[a-z0-9-]+\s+){0,4}$"
# "Troops repelled an attack by militants": the attack took place, on the troops.
REPELLING = (
    r"(?i)(?-u:\b)(?:repel(?:s|led|ling)?|repuls(?:e[sd]?|ing)|beat(?:s|en|ing)? back|"
    r"f(?:igh|ough)t(?:s|ing)? off|fend(?:s|ed|ing)? off|push(?:es|ed|ing)? back|"
    r"ward(?:ed|ing)? off)"
)
REPELLED_BETWEEN = rf"{REPELLING}\s+(?:[a-z0-9-]+\s+){{0,4}}$"
BLAMED_BETWEEN = (
    r"(?i)(?-u:\b)(?:(?:the )?work of|blamed on|attributed to|claimed by|carried out by)\s+"
    r"(?:[a-z-]+\s+){0,3}$"
)
# "An attack on X was repelled by Y", "before being driven out by Y": done by Y, and no attack.
OTHERS_BETWEEN = r"(?i)(?-u:\b)(?:before|until|being|was|were|been)(?-u:\b)"
THEIRS_BETWEEN = (
    r"(?i)(?-u:\b)(?:carried out|launched|staged|mounted|claimed|perpetrated|committed|conducted|"
    r"led|made|begun|blamed|fired|waged|ordered)(?-u:\b)"
)
AND_BETWEEN = r"(?i)(?-u:\b)(?:and|vs\.?|versus)(?-u:\b)"

# What an attack noun is said to have done, so that it took place.
OCCURS_AFTER = (
    r"(?i)^\s+(?:[a-z]+\s+){0,4}?(?:(?:was|were|has|have|had)\s+(?:been\s+)?(?:[a-z]+ly\s+)?)?"
    r"(?:hit|hits|struck|strikes?|target(?:s|ed)?|rock(?:s|ed)|destroy(?:s|ed)|damag(?:es|ed)|took "
    r"place|take place|occurr?(?:s|ed)?|happen(?:s|ed)|continu(?:e|es|ed)|resum(?:e|es|ed)|report"
    r"ed|beg[au]n|broke out|ripped|tore|went off|explod(?:es|ed)|pound(?:s|ed)|shook|shakes?|"
    r"carried out|launched|rain(?:s|ed)|fell|landed|erupted|intensified|killed|wounded|injured|"
    r"set fire|set ablaze|flatten(?:s|ed)|hammer(?:s|ed)|raged)(?-u:\b)"
)
# Damage that it did, however long its own name is.
DAMAGED_AFTER = (
    r"(?i)^\s+(?:[a-z.'\x{2019}-]+\s+){0,12}?(?:has |have |had )?"
    r"(?:caused|damaged|destroyed|shattered|wrecked|gutted)(?-u:\b)"
)
# 'Attacked' means violence where a weapon is named; 'struck' and 'hit' may mean much else.
ATTACKED = r"(?i)^(?:attack|assault|raid|storm)"
OCCURS_BEFORE = (
    r"(?i)(?-u:\b)(?:there (?:was|were|has been|have been|is|are)|reported|reports of|"
    r"came after|after|following|during|amid|in|by|when|"
    r"claim(?:s|ed|ing)? (?:responsibility|credit) for)\s+(?:[a-z0-9'\x{2019}-]+\s+){0,3}$"
)

# What may part an attack's word from the place that it hits.
AIM_BETWEEN = (
    r"(?i)^\s+(?:(?:targets?|targeted|targeting|hits?|strikes?|struck|pounds?|pounded|rocks?|rocked|"
    r"shook|shakes|destroys?|destroyed|on|at|against|of)\s+)?(?:(?:the|both|all|areas?|parts?|"
    r"villages?|town|city|suburbs?|outskirts|countryside|district|province|region|centre|center|"
    r"positions|of|in|near|northern|southern|eastern|western|central|north|south|east|west)\s+)*$"
)
# Before a place that stands ahead of the attack's word.
SCENE_BEFORE = (
    r"(?i)(?-u:\b)(?:in|at|near|inside|outside|on|across|around|throughout|of)\s+"
    r"(?:(?:the|northern|southern|eastern|western|central|nearby|neighbou?ring)\s+){0,2}"
    r"(?:[A-Za-z'\x{2019}-]+,\s+){0,2}$"
)

LEADS_OF_AIM = ("at", "on", "into", "towards", "toward", "against", "onto", "upon")

ACTING = ("do", "seize", "slay", "fire", "blast", "throw")
SUFFERING = ("done", "slain", "endure")
AIMED = ("fire", "fired", "throw", "thrown", "event", "campaign")

ATTACK_RULES = table(
    # rebels attacked a base; a base was attacked by rebels
    rules_of("initiator", ACTING, "left", ("none", "pronoun"), 0, 12, True),
    rules_of("initiator", ("meet", *NOUNS), "left", ("none", "pronoun"), 2, 12, True),
    rules_of("initiator", ("meet", *ACTING), "left", ("of", "from"), 4, 8, True),
    rules_of("initiator", (*SUFFERING, "fired", "thrown", "blasted"), "right", ("by",), 0, 10),
    rules_of("initiator", ("event", "deed", "campaign", "throw"), "right", ("by",), 0, 10),
    rules_of("initiator", ("event",), "right", ("of", "on", "to"), 0, 10),
    # an attack claimed by rebels
    rules_of("initiator", ("event",), "right", ("none",), 1, 5),
    rules_of("initiator", ("endure", "thrown"), "right", ("from",), 2, 4),
    rules_of("initiator", RECIPROCAL, "right", ("between",), 0, 3),
    rules_of("target", ("do", "seize", "slay"), "right", ("none", "of", "part"), 0, 5),
    rules_of("target", ("do", "slay"), "right", ("from", "to", "by"), 1, 5),
    rules_of("target", ("done", "slain"), "left", OWNERS_LEAD, 1, 5),
    rules_of("target", SUFFERING, "left", ("none", "pronoun"), 0, 8, True),
    rules_of("target", AIMED, "right", LEADS_OF_AIM, 0, 6),
    rules_of("target", ("fire",), "right", ("none",), 2, 3),
    # opened fire on a patrol of X, an attack on a convoy of X
    rules_of("target", ("fire", "event"), "right", ("of", "from"), 1, 7),
    rules_of("target", ("fired",), "left", ("none", "pronoun"), 2, 6, True),
    rules_of("target", ("event", "campaign"), "right", ("of",), 0, 3),
    rules_of("target", ("event",), "right", ("none",), 5, 2),
    rules_of("target", ("event",), "left", ("none", "pronoun"), 0, 12, True),
    rules_of("target", ("deed",), "right", ("none",), 0, 3),
    # clashes between A and B; A and B clashed
    rules_of("target", RECIPROCAL, "right", ("with", "against"), 0, 8),
    rules_of("target", RECIPROCAL, "right", ("none",), 3, 8),
    rules_of("target", RECIPROCAL, "left", ("none",), 6, 6, True)
)  # fmt: skip


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
    is_weapon = (kind == "unit") & pl.col("text").str.contains(WEAPON)
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
    sense (kind of event), form, is_sure, owner_id, n_triggers, before and after (of the sentence).

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
    )
    family = (
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
    is_participle = pl.col("voice").str.contains(r"vp|^fight").fill_null(True)
    is_being = pl.col("before").str.contains(BE_BEFORE)
    is_by = pl.col("after").str.contains(BY_AFTER) & ~pl.col("after").str.contains(BY_WAY)
    is_passive = is_participle & (is_being | is_by)
    is_thrown = pl.col("after").str.contains(THROWN_AFTER)
    is_throw = pl.col("before").str.contains(THROWN_BEFORE)
    is_weapon = (pl.col("voice") == "tool") | pl.col("text").str.contains(WEAPON)
    active = {name: forms[0] for name, forms in FORMS.items()} | {"fight": "meet"}
    passive = {name: forms[1] for name, forms in FORMS.items()} | {"fight": "meet"}
    verb = (
        pl.when(is_passive & (family != "endure"))
        .then(family.replace_strict(passive, default=None, return_dtype=pl.String))
        .otherwise(family.replace_strict(active, default=None, return_dtype=pl.String))
    )
    is_fight = family.str.starts_with("fight") & pl.col("text").str.contains(FIGHT_NOUN) & ~is_being
    form = (
        pl.when(
            pl.col("is_weapon_verb")
            | (pl.col("may_be_verb") & pl.col("after").str.contains(AREAS_AFTER))
        )
        .then(pl.lit("do"))
        .when(is_fight)
        .then(pl.lit("meeting"))
        .when(pl.col("kind") == "trigger")
        .then(verb)
        .when(is_weapon & is_thrown)
        .then(pl.lit("thrown"))
        .when(is_weapon & is_throw)
        .then(pl.lit("throw"))
        .when(is_weapon)
        .then(None)
        .when(pl.col("voice").is_in(["meeting", "campaign"]))
        .then("voice")
        .when(pl.col("text").str.contains(OFFENSIVE))
        .then(pl.lit("campaign"))
        .otherwise(pl.lit("event"))
    )
    text = pl.col("text").str.to_lowercase()
    sense = (
        pl.when(pl.col("kind") != "unit")
        .then("sense")
        .otherwise(
            pl.coalesce(
                *(pl.when(text.str.contains(words)).then(pl.lit(kind)) for words, kind in COUNTED),
                pl.lit("Attack"),
            )
        )
    )
    is_past = pl.col("voice").str.contains("vp").fill_null(False)
    return (
        found.with_columns(
            form=form, is_past=is_past, sense=sense, is_sure=~family.is_in(["hit", "harm"])
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
            "is_past", "n_triggers", "before", "after", trigger_id="mention_id",
            owner_id=pl.when(
                pl.col("kind").is_in(["method", "unit"]) & (form != "campaign")
            ).then("entity_id"),
            kind_of_word="kind", word="text",
        )
        .collect(engine="in-memory")
    )  # fmt: skip

"""Names that stand where a place must stand, though no gazetteer row spells them."""

import polars as pl

from pipelines.transforms.text.places.guards import FUNCTION_WORDS

TERRITORY_SENSES = (
    "captured", "recaptured", "withdrawn", "contested", "controlled", "lost", "surrendered",
    "expelled",
)  # fmt: skip
# Voices of triggers whose object may be a place: "shelled", "targeted".
STRIKING = r"^(?:att|hit)_"
PLACE_NOUNS = ("admin1", "admin2", "populated_place")
# What may stand between a word of territory and its place: "seized control of", "pulled out of".
OFF = r"(?:of|from|over)\s+"
FALLING = "fell"
SHORTEST = 3
OPENING_NAMES = ("mount", "camp", "fort", "lake", "port", "jebel", "jabal", "point", "wadi")
STRICT_PREPOSITION = (
    r"(?:^|[^\p{L}-])(?i:in|near|around|outside|inside|into|toward|towards)\s+"
    r"(?:(?:nearby|neighbou?ring)\s+)?(?:(?:North|South|East|West|Upper|Lower|Central|Greater)(?:ern)?\s+)?$"
)
# Whoever is driven is driven from ground, and only ground is taken back or overrun.
DRIVEN_FROM = (
    r"(?i)(?:^|[^\p{L}-])(?:dislodg|expel|oust|evict|rout|flush|push|driv|drove|forc|chas|kick|eject)"
    r"\p{L}*\s(?:[^,;:.]{1,60}?\s)?(?:out of|from)\s+$"
)
GROUND_TAKEN = (
    r"(?i)(?:^|[^\p{L}-])(?:overr[au]n(?:s|ning)?|re-?took|re-?tak(?:e|en|es|ing)|regain(?:ed|s|ing)?|"
    r"reclaim(?:ed|s|ing)?|re-?occup(?:y|ied|ies|ying)|reconquer(?:ed|s|ing)?|"
    r"(?:encircl|besieg|storm|raid|shell|bomb|bombard|pound|straf)(?:ed?|es|s|ing)|"
    r"cut(?:s|ting)? off|control of|"
    r"vacat(?:ed?|es|ing)|wrest(?:ed|s|ing)|enter(?:ed|s|ing)|"
    r"forced to (?:leave|abandon|quit|evacuate|cede))\s+$"
)
# "A drone struck X on Monday", "the rebels then attacked X, killing nine"
STRUCK = (
    r"(?: (?:then|also|later|again|have|had|has))* (?:(?:attack|target|pound)ed|hit|struck)\s+$"
)
STRUCK_BY_ARMS = (
    r"(?i)(?-u:\b)(?:drones?|missiles?|rockets?|(?:war)?planes?|jets?|aircraft|helicopters?|shells?|"
    rf"strikes?|airstrikes?|raids?|artillery){STRUCK}"
)
STRUCK_BY_MEN = (
    r"(?i)(?-u:\b)(?:fighters|rebels|militants|gunmen|troops|soldiers|forces|army|insurgents|"
    r"jihadists|terrorists|militia|militiamen|bandits|members|gangs?|they)"
    rf"(?: (?:from|of|on|in|loyal to|led by) [^,;.]{{2,40}}?)?{STRUCK}"
)
STRUCK_WHEN = (
    r"(?i)^(?:$|[.;]|,? (?:on |early |late |in the (?:early|morning|night)|overnight|yesterday|"
    r"at (?:dawn|night|around|about)|again|last|this|killing|wounding|injuring|leaving))"
)
HARMING_SOME = (
    r"(?i)^[^.;]{0,40}(?:kill|wound|injur|abduct|kidnapp)(?:ing|ed) (?:at least |about |some |more "
    r"than |nearly |over )?(?:[0-9]+|two|three|four|five|six|seven|eight|nine|ten|[a-z]+teen|"
    r"[a-z]+ty|dozens|scores|several|residents|villagers|civilians)(?-u:\b)"
)
# "a fort at X", "the base in X": no one but soldiers has these; "the port of X".
POST_AT = (
    r"(?i)(?:^|[^\p{L}])(?:bases?|posts?|outposts?|forts?|garrisons?|barracks|checkpoints?|camps?|"
    r"positions?|airfields?|airstrips?|bridgeheads?|strongholds?|trenches|front ?lines?|territory|"
    r"pockets?|enclaves?|bastions?|redoubts?|mines?|wells?|quarry|quarries|dams?)\s+at\s+$|"
    r"(?-u:\b)(?:ports?|seaports?|harbou?rs?|islands?|oasis|peninsula|(?:refugee|displaced) camp)"
    r"\s+of\s+$|"
    r"(?-u:\b)(?:(?:air |drone |missile )?strikes?|air ?strikes?|raids?) on\s+$|"
    r"(?-u:\b)(?:shelling|bombardment) of\s+$|"
    r"(?-u:\b)(?:of|for) (?:bombing|shelling|bombarding|attacking|raiding)\s+$"
)
GROUND_AFTER = (
    r"^\s+(?:air ?base|(?:army|military|naval|air force) (?:base|camp|garrison|post)|base|garrison|"
    r"barracks|airfield|airstrip|airport|outpost|checkpoint|junction|crossroads|heights|"
    r"forest|border (?:crossing|post)|military (?:airport|zone|complex)|oil ?field|"
    r"displacement camp|refugee camp|(?:gold|coal|copper|cobalt|coltan|diamond|tin) mine|refinery|"
    r"power (?:plant|station)|(?:fuel|oil) (?:port|terminal|depot))(?:[^\p{L}]|$)"
)
# "In the X area of Y", "in the X hills"
IN_THE = r"(?:^|[^\p{L}-])(?i:in|near|around|outside|inside|into|across|at|from|on)\s+(?i:the)\s+$"
LAND_AFTER = (
    r"^\s+(?:(?:Island|Hills?|Valley|Forest|Bridge|Market|Junction|Park) )?"
    r"(?:areas?|locality|valley|hills?|forests?|mountains?|sector|neighbou?rhood|belt|axis|"
    r"suburb|quarter|enclave|corridor|district|countryside|settlement|block|camp)(?:[^\p{L}]|$)"
)
LAND_NAMED = r" (?:triangle|forest|valley|hills|mountains?|heights|island|corridor|desert|plateau)$"
# "Ambushed traders at X", "a strike at X killed", and no "fired at X".
DONE_AT = (
    r"(?i)(?-u:\b)(?:kill|attack|ambush|murder|wound|injur|abduct|kidnapp|clash|explod|shell|bomb|"
    r"raid|strike|struck|hit|fight|shooting|blast|gunned|shot dead|land(?:ed|ing)|fell)\p{L}*"
    r"[^.;]{2,60} at\s+$|(?-u:\b)(?:strikes?|attacks?|raids?|blasts?|explosions?|ambush|clashes|"
    r"fighting|shootings?|fell|exploded|landed) at\s+$"
)
AT_AFTER = (
    r"(?i)^(?:[.,;]|$| (?:in|near|on|and|killing|where|before|after|early|late|around|during|"
    r"forest|village|camp|junction|market|bridge|area)(?-u:\b))"
)
# "Recaptured X from the rebels": people are not taken from somebody.
TAKEN_FROM = r"^\s+(?:back\s+)?from\s+(?:the\s+)?"
# "captured the X position": a position that is taken is ground.
POSITION_AFTER = (
    r"^\s+(?:positions?|camp|post|bridge|hill|front|axis|road|canyon|valley)(?:[^\p{L}]|$)"
)
TAKEN_THE = (
    r"(?i)(?:^|[^\p{L}-])(?:re)?(?:captur|seiz|tak|took|overr[au]n|storm|recover|regain|abandon|"
    r"occup|los[te]|h[eo]ld)\p{L}*\s+(?:the\s+)?$"
)
# No person is overrun or besieged.
GROUND_LOST = (
    r"^\s+(?:(?:was|were|is|are|has|have|had|been|being|now|still)\s+)+(?:[a-z]+ly\s+)?(?:overrun|"
    r"retaken|besieged|encircled|shelled|bombed|bombarded|pounded|razed|cut off|"
    r"under siege|occupied|"
    r"(?:back )?(?:under|in) (?:the )?(?:[A-Za-z-]+ ){1,2}(?:control|hands))(?:[^\p{L}]|$)|"
    r"^\s+(?:changed hands|fell (?:back )?(?:in)?to)(?:[^\p{L}]|$)"
)
# "X, a town in Y": the text itself says what X is.
APPOSED_AFTER = (
    r"^,\s+where(?:[^\p{L}]|$)|"
    r"^,\s+(?:an?|the)\s+(?:[a-z-]+\s+){0,3}?(?:town|village|city|hamlet|settlement|suburb|district|"
    r"township|locality|stronghold|island|port|crossroads)(?:[^\p{L}]|$)"
)
# "Serb-held", "Siberian", "Lebanese": what a place is like, not what it is called.
ADJECTIVE = r"-\p{Ll}{3,}$|(?:ian|ese|ish|ists?|ite)s?$"


def free_words(words: pl.DataFrame, hits: pl.DataFrame, lexicon: pl.DataFrame) -> pl.DataFrame:
    """The capitalised words that no hit covers and that no lexicon knows, with columns of words.

    Headlines and texts in capitals have none: there, capitals say nothing.
    """
    taken = hits.select(
        pl.int_ranges("word_no", pl.col("word_no") + pl.col("n_words")).alias("word_no")
    ).explode("word_no")
    phrases = lexicon.select("phrase").filter(~pl.col("phrase").str.contains(" "))
    return (
        words.filter(pl.col("style") == "plain")
        .join(taken, on="word_no", how="anti", maintain_order="left")
        .with_columns(pl.col("core").str.to_lowercase().alias("phrase"))
        .with_columns(is_free=~pl.col("phrase").is_in(phrases["phrase"].implode()))
        .filter(pl.col("is_free") | opens_name())
        .filter(~pl.col("phrase").is_in(FUNCTION_WORDS) & ~pl.col("core").str.contains(ADJECTIVE))
        .drop("phrase", "is_free")
    )


def opens_name() -> pl.Expr:
    """True for the first word of "Mount Hermon" and "Camp Sheba", though a lexicon knows it."""
    is_next = (pl.col("word_no").shift(-1) == pl.col("word_no") + 1) & (
        pl.col("sentence_id").shift(-1) == pl.col("sentence_id")
    )
    return (
        pl.col("phrase").is_in(OPENING_NAMES)
        & is_next
        & pl.col("is_run_on")
        & pl.col("is_free").shift(-1)
    ).fill_null(False)


def runs_of(words: pl.DataFrame) -> pl.DataFrame:
    """One row per run of words that only blanks and articles part: HIT_KEYS, key, what = unknown,
    is_surname."""
    goes_on = (
        (pl.col("word_no") == pl.col("word_no").shift(1) + 1)
        & (pl.col("sentence_id") == pl.col("sentence_id").shift(1))
        & pl.col("is_run_on").shift(1)
    )
    return (
        words.with_columns((~goes_on.fill_null(False)).cum_sum().alias("run"))
        .group_by("run", maintain_order=True)
        .agg(
            pl.col("article_id", "sentence_id", "word_no").first(),
            pl.len().cast(pl.Int64).alias("n_words"),
            pl.col("start").first(),
            pl.col("end").last(),
            pl.col("core").str.to_lowercase().str.join(" ").alias("key"),
            pl.lit(False).alias("is_exact"),
            pl.lit("unknown").alias("what"),
            pl.lit(False).alias("is_surname"),
        )
        .drop("run")
    )


def is_unlisted_place(spans: pl.DataFrame, lexicon: pl.DataFrame) -> pl.Series:
    """True for a run that must name a place: "seized X", "near X", "X district", "Banu and X"."""
    stops = lexicon.filter(pl.col("kind") == "stop")["phrase"].implode()
    same_list = pl.col("list_no") == pl.col("list_no").shift(-1)
    beside_listed = (
        (pl.col("entity_id").is_not_null() & (pl.col("location_type") != "country"))
        .any()
        .over("list_no")
        & (
            pl.col("has_preposition")
            | pl.col("is_triggered")
            | pl.col("noun").is_not_null()
            | pl.col("right").str.contains(GROUND_LOST)
        )
        .any()
        .over("list_no")
        & pl.col("in_list")
        & (same_list.fill_null(False) | pl.col("left").str.contains(r"(?:and|or|&)\s+$"))
    )
    may_be = (pl.col("what") == "unknown") & (pl.col("style") == "plain") & (pl.col("n_words") <= 3)
    left, right = pl.when(may_be).then("left"), pl.when(may_be).then("right")
    local = (
        pl.col("noun").is_in(PLACE_NOUNS)
        | left.str.contains(f"{STRICT_PREPOSITION}|{DRIVEN_FROM}|{GROUND_TAKEN}|{POST_AT}")
        | right.str.contains(f"{GROUND_AFTER}|{APPOSED_AFTER}|{GROUND_LOST}")
        | (left.str.contains(TAKEN_THE) & right.str.contains(POSITION_AFTER))
        | (left.str.contains(DONE_AT) & right.str.contains(AT_AFTER))
        | (left.str.contains(r"^At\s+$") & right.str.contains(r"^, \p{Ll}"))
        | (
            left.str.contains(IN_THE)
            & (right.str.contains(LAND_AFTER) | pl.col("key").str.contains(LAND_NAMED))
        )
        | (left.str.contains(STRUCK_BY_ARMS) & right.str.contains(STRUCK_WHEN))
        | (left.str.contains(STRUCK_BY_MEN) & right.str.contains(HARMING_SOME))
        | (
            pl.col("is_triggered")
            & (
                (pl.col("n_words") == 1)
                | right.str.contains(TAKEN_FROM)
                | pl.col("key").str.contains(rf"^(?:{'|'.join(OPENING_NAMES)}) ")
            )
        )
        | beside_listed
    )
    # A name of several words that the article once says is a place is one wherever it stands.
    is_again = (may_be & local & (pl.col("n_words") > 1)).any().over("article_id", "key")
    return spans.select(
        (
            may_be
            & (local | is_again)
            & (pl.col("key").str.len_chars() >= SHORTEST)
            & ~pl.col("kind_left").is_in(["role", "person"]).fill_null(False)
            & ~(pl.col("kind_right") == "speech").fill_null(False)
            & ~pl.col("text_of_span").str.contains(r"^\p{Lu}[\p{Lu}\p{N}.-]+$")
            & ~left.str.contains(r"[\p{L}\p{N}@_]-?$")
            & ~right.str.contains(r"^(?:-\p{L}|[@_\p{N}]|\.\p{L})")
            & ~pl.concat_str(pl.lit("in "), "key").is_in(stops)
        ).fill_null(False)
    ).to_series()


def with_triggers(spans: pl.DataFrame, lexicon: pl.DataFrame) -> pl.DataFrame:
    """Add is_triggered (one to three words before the name take, lose or hold territory, or those
    after it tell of its fall) and is_struck (they tell of an attack, as "shelled" does)."""
    triggers = lexicon.filter(
        (pl.col("kind") == "trigger") & ~pl.col("voice").str.ends_with("_people").fill_null(False)
    )
    taking = pl.col("sense").is_in(TERRITORY_SENSES)
    is_weak = pl.col("voice").str.ends_with("_weak").fill_null(False)
    kinds = {
        "is_triggered": (triggers.filter(taking)["phrase"], ""),
        "is_triggered_off": (triggers.filter(taking & ~is_weak)["phrase"], OFF),
        "is_struck": (triggers.filter(pl.col("voice").str.contains(STRIKING))["phrase"], ""),
    }
    tail = pl.col("left").str.to_lowercase()
    return (
        spans.lazy()
        .with_columns(
            pl.any_horizontal(
                tail.str.extract(rf"((?:\p{{L}}+ ){{{n}}}\p{{L}}+)\s+{between}$").is_in(
                    phrases.implode()
                )
                for n in range(3)
            )
            .fill_null(False)
            .alias(name)
            for name, (phrases, between) in kinds.items()
        )
        .with_columns(
            is_triggered=pl.any_horizontal("is_triggered", "is_triggered_off", is_falling(triggers))
        )
        .drop("is_triggered_off")
        .collect(engine="in-memory")
    )


def is_falling(triggers: pl.DataFrame) -> pl.Expr:
    """True for a name right before a word of its fall: "X fell to", "X has fallen to"."""
    falls = triggers.filter(pl.col("voice") == FALLING)["phrase"].implode()
    head = pl.col("right").str.to_lowercase()
    return pl.any_horizontal(
        head.str.extract(rf"^\s+(?:ha[sd]\s+)?(\p{{L}}+(?: \p{{L}}+){{{n}}})").is_in(falls)
        for n in range(1, 5)
    ).fill_null(False)

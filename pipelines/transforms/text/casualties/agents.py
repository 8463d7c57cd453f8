"""Who did a harm by what stands behind 'by'."""

import polars as pl

from pipelines.transforms.text.runs import beside

# What else is done by somebody: "an offensive that left 90 dead was supported by X".
OTHER_DEED = (
    r"(?i)(?-u:\b)(?:supported|backed|financed|funded|condemned|confirmed|reported|announced|denied|"
    r"followed|mourned|attended|visited|owned|suffered|sustained|incurred|taken|held|controlled|"
    r"occupied|used|run|headed|inhabited|manned|guarded|protected|operated|frequented|"
    r"surrounded|accompanied|commanded|supplied|provided|sold|delivered|shot down|downed|"
    r"intercepted|abandoned|hunted|sought|chased|besieged|wanted|"
    r"arrests? (?:was|were|has been|have been|had been) (?:made|carried out))\s+$"
)
# "By a drone operated by X": X did.
OPERATED = (
    r"(?i)(?-u:\b)(?:drones?|uavs?|aircraft|helicopters?|gunships?|jets?|warplanes?) "
    r"(?:operated|used|controlled)\s+$"
)
# "Four were killed and nine detained by the police": who arrests did no more than that.
ARREST = r"(?i)(?-u:\b)(?:arrested|detained)\s+$"
# "The murder of a minister and two of his guards, perpetrated by guerrillas"
DONE_BY, DEED_REACH = (
    r"(?i)(?-u:\b)(?:perpetrated|committed|carried out|"
    # "The murder of two clerks was an action by X"
    r"(?:was|is|were) (?:an? |the )?(?:[a-z]+ )?(?:actions?|acts?|deeds?|crimes?|operations?)|"
    # "When a car bomb planted by X went off", "of a grenade thrown at a car by X"
    r"(?:bombs?|(?:land)?mines?|grenades?|explosives?|devices?|dynamite|charges?|rockets?|shells?|"
    r"missiles?|mortars?|shots|bullets|projectiles?) (?:planted|placed|laid|thrown|hurled|lobbed|"
    r"tossed|fired|launched|detonated|set off)"
    r"(?: (?:at|in|into|on|onto|from|against|under|near|inside|outside) [^,;.]{1,50})?)\s+$",
    20,
)
DAYS_AFTER = r"(?i)(?-u:\b)(?:hours?|days?|weeks?|months?|years?) (?:after|before) [^,;.]{0,80}$"
# How many mentions may stand between a word of harm and what fills its roles.
BY_REACH, AFTER_BY = 5, 3
# What may part a harm from 'by', whatever its length: where and when it was; behind a noun of harm
# also whom it befell.
SCENE = ("in", "article", "place", "place_noun", "time", "unit", "of", "comma")
NOMINAL, VICTIMS = ("deaths_of", "killing_of"), ("quantity", "people", "role")
SURRENDERED_TO = r"(?i)^surrender(?:s|ed|ing)? to$"
# "By men on motorcycles believed to be X"
# "By a column belonging to X" too.
SUPPOSED_TO_BE = r"(?i) to (?:be|belong to|be members of)$"
BELONGING_TO = r"(?i)(?-u:\b)(?:belonging|loyal) to$"
DESCRIBED = ("article", "people", "comma", "clause", "hedge")
# "By a group of members of X": what one party is called by.
OF_ONE, OF_ONE_REACH = ("article", "of", "quantity", "qualifier", "hedge"), 7
MEMBERS = (
    r"(?i)(?:members?|elements|men|persons|people|individuals|fighters|militants|soldiers|rebels|"
    r"guerrillas|gunmen|terrorists)$"
)
AFTER_SUPPOSED, TOLD_OF_THEM = 2, 2
OF_FIRE = r"(?i) (?:(?:gun|shell|rifle)?fire|bullets?|shells?)$"
# "The death of two clerks who were shot by X"
WHO_WERE = (
    r"(?i)(?-u:\b)who (?:was|were|had been|has been|have been) (?:[a-z]+ly )?(?:shot|killed|"
    r"murdered|assassinated|massacred|slain|executed|gunned down|bombed|hacked)"
    r"(?: dead| down| to death)? by$"
)


def agents(free: pl.DataFrame, mentions: pl.DataFrame, sentences: pl.DataFrame) -> pl.DataFrame:
    """The actor after 'by', behind a harm in any voice: not who supports it, or reports it.

    Rather the one that is who did it is believed to be: "by men thought to belong to X". What
    tells the scene may part the harm from 'by'.
    """
    told = count_told(mentions)
    by = words_of_doing(told, sentences)
    supposed = words_of_belonging(told, sentences)
    named = told.select("sentence_id", "mention_no", "party_no", "there_no")
    triggers = told.select("sentence_id", "told_no", "done_no", trigger_no="mention_no")
    is_nominal = pl.col("rule_id").is_in(NOMINAL)
    reach = pl.when(pl.col("is_deed") | (is_nominal & pl.col("is_told_of"))).then(DEED_REACH)
    is_near = pl.col("by_no") <= pl.col("trigger_no") + reach.otherwise(BY_REACH)
    is_next = (pl.col("by_told") - pl.col("told_no") == 1) | (
        is_nominal & (pl.col("by_done") - pl.col("done_no") == 1)
    )
    after = pl.col("mention_no") - pl.col("by_no")
    is_same = (pl.col("party_no") - pl.col("by_party") <= 1) & (after <= OF_ONE_REACH)
    is_supposed = (
        (pl.col("mention_no") - pl.col("supposed_no")).is_between(1, AFTER_SUPPOSED)
        & (pl.col("supposed_no") > pl.col("by_no"))
        # The people behind 'by', and what they are supposed to be.
        & (pl.col("supposed_told") - pl.col("by_told") <= TOLD_OF_THEM)
        & ((pl.col("supposed_else") - pl.col("by_else") <= 1) | pl.col("is_doubted"))
    ).fill_null(False)
    return (
        free.join(by, on="sentence_id", how="inner")
        .join(triggers, on=["sentence_id", "trigger_no"], maintain_order="left")
        .join(supposed, on="sentence_id", how="left", maintain_order="left")
        .join(named, on=["sentence_id", "mention_no"], maintain_order="left")
        .with_columns(is_supposed=is_supposed)
        .filter(
            pl.when("is_yield")
            .then(pl.col("by_no") == pl.col("trigger_no"))
            .otherwise(
                (pl.col("by_no") > pl.col("trigger_no"))
                & (is_near | is_next)
                & (~pl.col("is_verb") | is_nominal)
            ),
            # "Said 23 troops had surrendered to it": to who speaks, and not to themselves.
            ~(pl.col("is_yield") & pl.col("is_pronoun")),
            ~pl.col("is_other") | (pl.col("by_no") - pl.col("trigger_no") == 1),
            ~pl.col("is_arrest") | (pl.col("by_no") - pl.col("trigger_no") <= 1),
            # "Killed by a mob angry at the army"
            (pl.col("there_no") == pl.col("by_no")).fill_null(True),
            (after >= 1) & ((after <= AFTER_BY) | is_same | pl.col("is_supposed")),
        )
        .sort("sentence_id", "harm_no", ~pl.col("is_supposed"), "by_no", "mention_no")
        .unique(["sentence_id", "harm_no"], keep="first", maintain_order=True)
        .select(free.columns)
    )


def count_told(mentions: pl.DataFrame) -> pl.DataFrame:
    """The mentions with told_no (how many that tell no scene stand up to here) and done_no (of
    those the ones that are no victims either), else_no (how many tell not what somebody is),
    party_no (how many are no part of what one party is called) and there_no (the 'in' or 'at' right
    before)."""
    is_scene = pl.col("kind").is_in(SCENE)
    is_member = pl.when(pl.col("kind") == "people").then("text").str.contains(MEMBERS)
    is_member = is_member.fill_null(False)
    kind, run = pl.col("kind"), pl.col("sentence_id")
    is_led = beside(kind, run, 1) == "article"
    steps = pl.when(is_led).then(2).otherwise(1)
    lead = pl.when(is_led).then(beside(kind, run, 2)).otherwise(beside(kind, run, 1))
    return mentions.with_columns(
        there_no=pl.when(lead == "in").then(pl.col("mention_no") - steps),
        told_no=(~is_scene).cum_sum(),
        done_no=(~is_scene & ~pl.col("kind").is_in(VICTIMS)).cum_sum(),
        else_no=(~pl.col("kind").is_in(DESCRIBED)).cum_sum(),
        party_no=(~(pl.col("kind").is_in(OF_ONE) | is_member)).cum_sum(),
    )


def words_of_belonging(told: pl.DataFrame, sentences: pl.DataFrame) -> pl.DataFrame:
    """Words behind which stands what somebody is or belongs to: sentence_id, supposed_no,
    supposed_told, supposed_else and is_doubted."""
    ahead = pl.col("sentence").str.slice(0, pl.col("end") - pl.col("base"))
    return (
        told.filter(pl.col("kind").is_in(["hedge", "to"]))
        .join(sentences.select("sentence_id", base="start", sentence="text"), on="sentence_id")
        .filter(
            pl.when(pl.col("kind") == "hedge")
            .then(pl.col("text").str.contains(SUPPOSED_TO_BE))
            .otherwise(ahead.str.contains(BELONGING_TO))
        )
        .select(
            "sentence_id", supposed_no="mention_no", supposed_told="told_no",
            supposed_else="else_no", is_doubted=pl.col("kind") == "hedge",
        )
    )  # fmt: skip


def words_of_doing(told: pl.DataFrame, sentences: pl.DataFrame) -> pl.DataFrame:
    """Words behind which stands who did a harm: sentence_id, by_no, by_told, by_done, is_deed
    ("perpetrated by"), is_told_of ("who were shot by"), is_verb (the verb ends in it) and is_yield
    ("surrendered to")."""
    ahead = pl.col("sentence").str.slice(0, pl.col("start") - pl.col("base"))
    whole = pl.col("sentence").str.slice(0, pl.col("end") - pl.col("base"))
    is_verb = (pl.col("kind") == "trigger") & pl.col("text").str.contains(r"(?i)^.+ by$")
    is_yield = (pl.col("kind") == "trigger") & pl.col("text").str.contains(SURRENDERED_TO)
    # "Died in Israeli fire": by it.
    run = pl.col("sentence_id")
    in_fire = (
        pl.col("kind").is_in(["in", "from"])
        & (beside(pl.col("kind"), run, -1) == "actor")
        & (beside(pl.col("words_before"), run, -1) == 0)
        & beside(pl.col("text"), run, -1).str.contains(OF_FIRE)
    ).fill_null(False)
    return (
        told.with_columns(is_verb=is_verb, is_yield=is_yield)
        .filter((pl.col("kind") == "by") | pl.col("is_verb") | pl.col("is_yield") | in_fire)
        .select(
            "sentence_id", "start", "end", "is_verb", "is_yield", by_no="mention_no",
            by_told="told_no", by_done="done_no", by_else="else_no", by_party="party_no",
        )
        .join(sentences.select("sentence_id", base="start", sentence="text"), on="sentence_id")
        .with_columns(is_told_of=whole.str.contains(WHO_WERE))
        .filter(
            ~pl.col("is_verb") | pl.col("is_told_of"),
        )
        .with_columns(
            is_deed=ahead.str.contains(DONE_BY) & ~ahead.str.contains(DAYS_AFTER),
            is_arrest=ahead.str.contains(ARREST),
            is_other=ahead.str.contains(OTHER_DEED)
            & ~ahead.str.contains(OPERATED)
            & ~pl.col("is_yield"),
        )
        .select(
            "sentence_id", "by_no", "by_told", "by_done", "by_else", "by_party", "is_deed",
            "is_told_of", "is_verb", "is_yield", "is_arrest", "is_other",
        )
    )  # fmt: skip

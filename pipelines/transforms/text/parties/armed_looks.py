"""People who bear arms by how they look or what they do: "30 men wearing military uniforms"."""

import polars as pl

from pipelines.transforms.text.grammar.matching import with_words

PERSONS = (
    r"(?i)(?:^|\s)(?:m[ae]n|persons?|people|individuals?|subjects?|youths?|strangers|group|"
    r"assailants?)$"
)
CLOTHES = (
    r"(?:wearing|dressed in|clad in|in)\s+(?:[a-z-]+\s+){0,2}?"
    r"(?:military|army|police|soldiers?['\x{2019}]?|combat|camouflage|olive[- ]green|guerrilla|"
    r"military[- ]style|battle)\s+(?:[a-z-]+\s+)?"
    r"(?:uniforms?|fatigues|clothe?s|clothing|garb|gear|dress|attire|outfits?)|"
    r"(?:wearing|in) (?:full )?uniforms?"
)
ARMS = (
    r"(?:(?:heavily\s+)?armed with|carrying|wielding|brandishing|bearing)\s+(?:[a-z0-9-]+\s+){0,3}?"
    r"(?:guns?|rifles?|pistols?|revolvers?|machine ?guns?|submachine ?guns?|weapons|machetes|"
    r"grenades|bazookas|shotguns?|ak-?47s?|firearms)"
)
LOOKS = rf"(?i)^,?\s+(?:who\s+(?:were|was)\s+)?(?:{CLOTHES}|{ARMS})(?-u:\b)(.{{0,24}})"
# "Two men in army uniforms were found dead": whoever they were.
SUFFERS = (
    r"(?i)^,?\s*(?:(?:was|were|have been|had been|has been|are|is|being)\s+(?:[a-z]+ly\s+)?"
    r"(?:found|killed|wounded|injured|shot|arrested|abducted|captured|kidnapped|hit)|died)(?-u:\b)"
)
REACH = 100
# "A judge was shot dead by two men on a motorcycle", "two men shot dead a judge": who does what
# takes arms, and is more than one.
SEVERAL = (
    r"(?i)(?:^|\s)(?:men|persons|people|individuals|subjects|youths|strangers|group|assailants)$"
)
HOW_MANY = (
    r"(?:(?:an?|the|some|several|about|around|at least|two|three|four|five|six|seven|eight|nine|"
    r"ten|twelve|fifteen|twenty|[0-9]+) )*"
)
ARMED_DEED = (
    r"(?:shot|gunned down|machine-?gunned|killed|murdered|assassinated|kidnapped|abducted|"
    r"ambushed|fired (?:on|at|upon)|carried out|perpetrated|executed|massacred)"
)
DONE_BY = rf"(?i)(?-u:\b){ARMED_DEED}(?-u:\b)[^,.;()]{{0,80}} by {HOW_MANY}$"
OBJECT = (
    r"(?:the|an?|him|her|his|their|them|two|three|four|five|six|several|[0-9]+|mayor|judge|"
    r"policem[ae]n|soldiers?|senator|journalist|priest)(?-u:\b)"
)
DOES = (
    r"(?i)^(?:, who [^,.;]{1,60},)?"
    r"(?: (?:on|in|riding|aboard|from|travell?ing|who|were|an?|the|two|red|white|black|"
    r"motor-?cycles?|motor-?bikes?|cars?|vans?|vehicles?|taxis?|pick-?ups?|trucks?|jeeps?|boats?))*"
    r" (?:(?:shot|gunned down|machine-?gunned|assassinated|murdered)"
    rf"(?: dead| and killed| to death)* {OBJECT}|opened fire|"
    r"(?:attacked|ambushed|raided|stormed) (?:an?|the|two|three|several) (?:[a-z]+ )?"
    r"(?:police|army|military|soldiers?|policem[ae]n|patrols?|guards?|posts?|checkpoints?|convoys?|"
    r"garrisons?)(?-u:\b)|"
    r"fired (?:at|on|upon|several|shots)|"
    r"(?:threw|hurled|lobbed|planted|set off|detonated) (?:an?|two|three|several|the) "
    r"(?:[a-z-]+ ){0,2}(?:bombs?|grenades?|explosives?|dynamite|devices?|charges?))"
)

# "Men on motorcycles killed nine people", not "the people on motorcycles killed on Monday".
RIDES_AND_DOES = (
    r"(?i)^ (?:on|riding|riding on|aboard|in) (?:[a-z-]+ ){0,2}?(?:motor-?cycles|motor-?bikes|"
    r"pick-?ups?|trucks|horseback|camels|boats|speedboats) "
    r"(?:killed|abducted|kidnapped|executed|massacred|shot|beheaded) (?:dead )?"
    r"(?:(?:at least|about|some|more than|around|an?) )?"
    r"(?:two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|dozens|scores|[0-9]+|[a-z-]+ers?|"
    r"[a-z-]+ors?|chief|priest|teacher|civilians|people|policem[ae]n|soldiers?)(?-u:\b)"
)
# "The commando who killed the minister", "a foreign commando kidnapped": a group, and no soldier.
COMMANDO = r"(?i)^commando$"
WHO_DID = (
    r"(?i)^ (?:who |that |which )?(?:(?:had|has|have) )?(?:killed|murdered|assassinated|kidnapped|"
    r"abducted|executed|gunned down|shot(?: dead)?) [\p{L}0-9]"
)
# "A commando killed in Gaza" was; "an Israeli commando", "a navy commando" is that army's soldier.
WAS_HARMED = (
    r"(?i)^ (?:killed|murdered|kidnapped|abducted|executed|gunned down|shot(?: dead)?) "
    r"(?:in|by|on|at|near|during|last|when|while|and|outside|with|from|this|early|late)(?-u:\b)"
)
OF_AN_ARMY = (
    r"(?i)[a-z]{2,}(?:ian|ean|ese|ish|eli|aqi|ani|eni|can|ench|army|navy|naval|marine|police|"
    r"forces|special) $"
)

# "Colombian authorities arrested two men": its police, whichever.
ARRESTING = (
    r"(?i)^ (?:in [a-z]+ )?(?:(?:has|have|had|also|later) )*(?:arrested|detained|captured)"
    r"(?: (?:at least|more than|about|some|another|the|an?|two|three|[a-z0-9,]+))? [a-z]"
)


def turn_arresting(spans: pl.DataFrame, shaded: pl.DataFrame) -> pl.DataFrame:
    """Mentions, authorities that arrest somebody as police; the columns of turn_armed."""
    heard = spans.with_row_index("row").filter(pl.col("kind") == "vague_source")
    told = with_words(heard, shaded, REACH).filter(
        pl.col("word").str.contains(r"(?i)(?:^|\s)authorities$"),
        pl.col("behind").str.contains(ARRESTING),
    )
    if told.is_empty():
        return spans
    arrests = pl.int_range(pl.len()).is_in(told["row"].cast(pl.Int64).implode())
    return spans.with_columns(
        pl.when(arrests).then(pl.lit(value)).otherwise(name).alias(name)
        for name, value in (("kind", "people"), ("sense", "pl"), ("entity_id", "police"))
    )


def turn_armed(spans: pl.DataFrame, shaded: pl.DataFrame) -> pl.DataFrame:
    """Mentions, those of people without a name who are told to be in uniform or armed as an
    unidentified armed group; not where harm was done to them.

    spans: text_no, start, end and the meaning of mentions, in order; the same comes back.
    """
    may_be = pl.col("entity_id").is_null() & (
        (pl.col("kind") == "people")
        | ((pl.col("kind") == "unit") & (pl.col("sense") == "abstract"))
    )
    behind = pl.col("behind")
    looks = (
        behind.str.contains(LOOKS)
        & pl.col("word").str.contains(PERSONS)
        & ~behind.str.extract(LOOKS, 1).str.contains(SUFFERS)
    )
    does = pl.col("word").str.contains(SEVERAL) & (
        pl.col("ahead").str.contains(DONE_BY) | behind.str.contains(f"{DOES}|{RIDES_AND_DOES}")
    )
    does |= pl.col("word").str.contains(COMMANDO) & (
        pl.col("ahead").str.contains(DONE_BY)
        | (
            behind.str.contains(WHO_DID)
            & ~behind.str.contains(WAS_HARMED)
            & ~pl.col("ahead").str.contains(OF_AN_ARMY)
        )
    )
    asked = spans.with_row_index("row").filter(may_be)
    told = with_words(asked, shaded, REACH).filter(looks | does)
    if told.is_empty():
        return spans
    is_armed = pl.int_range(pl.len()).is_in(told["row"].cast(pl.Int64).implode())
    return spans.with_columns(
        kind=pl.when(is_armed).then(pl.lit("people")).otherwise("kind"),
        sense=pl.when(is_armed & (pl.col("kind") == "unit")).then(pl.lit("pl")).otherwise("sense"),
        entity_id=pl.when(is_armed).then(pl.lit("unidentified-armed-group")).otherwise("entity_id"),
    )

"""Words of attack and retreat that tell of none: gangs that move in, prisoners who say they were
tortured, troops that have moved on, a firm's assault on a market."""

import polars as pl

# "Traffickers have invaded the community": they live there now.
INVADED = r"(?i)^(?:has |have |had )?invad(?:e|es|ed|ing)$"
MOVED_IN = (
    r"(?i)^ (?:(?:the|this|that|our|their|several|many|some|whole|entire|private|public|state) )*"
    r"(?:[\w'\x{2019}-]+ ){0,4}?(?:community|communities|neighbou?rhoods?|estates?|farms?|lands?|"
    r"forests?|reserves?|parks?|propert(?:y|ies)|streets|markets?|plots?|ranch(?:es)?)(?-u:\b)"
)
NO_ARMY = (
    r"(?i)(?-u:\b)(?:gangs?|traffickers|criminals?|squatters?|settlers?|miners|herders?|cattle|"
    r"peasants|farmers|vendors|loggers|poachers|hawkers|families|people|dealers|thieves)(?-u:\b)"
)
# "Armed herders invaded the community, and residents fled": they attacked it.
ARMED = (
    r"(?i)(?-u:\b)(?:armed|suspected|alleged|bandits?|gunm[ae]n|militants?|rebels?|"
    r"insurgents?|jihadi(?:st)?s?|terrorists?|fighters?|militias?|militiamen|soldiers|troops|"
    r"guerrillas?|raiders?|assailants?|attackers)(?-u:\b)"
)
HARMING = (
    r"(?i)(?-u:\b)(?:kill|wound|injur|shot|shoot|burn|dead|death|fire|fought|loot|fled|flee|"
    r"displac|attack|raid|weapon|rifle|gun|machete|abduct|kidnap|rape|maim|torch|beat|"
    r"assault|hous)[a-z]*(?-u:\b)"
)
# "A company's assault on the Kenyan market"
ON_MARKET = (
    r"^ (?i:on|against|for|in) (?i:the )?(?:[A-Z][\w-]+ )(?:[a-z-]+ )?(?i:markets?|shelves)(?-u:\b)"
)
# The assault is the firm's own: "the firm's", "the firm launches", "a price assault".
FIRM = (
    r"(?i)(?-u:\b)(?:(?:company|firm|brands?|brewer|carrier|retailer|maker|operator|start-?up|"
    r"chain|giant|airline|cola|exporters?|importers?)"
    r"(?:['\x{2019}]s?| (?:has |had |have |is |will |now |soon |also )*(?:launch|plan|prepar|mount|"
    r"beg[aiu]n|start|stepp|renew|ma[dk]|lead|led|intensif)[a-z]*) (?:[a-z'-]+ ){0,4}|"
    r"(?:marketing|sales|pric(?:e|ing)) )$"
)
# "Prisoners were tortured at the jail", "he says that he had been tortured"
TORTURED = r"(?i)^tortur(?:ed|ing|e)$"
CUSTODY = (
    r"(?i)(?-u:\b)(?:prisoners?|detain|jail|custody|prison|interrogat|(?:his|her|their|a|the) cell|"
    r"arrested|police station|barracks|captivity|detention|inmates?|released)"
)
OWN_WORD = (
    r"(?i)(?-u:\b)(?:say|says|said|saying|claim[a-z]*|alleg[a-z]*|complain[a-z]*|stat(?:e|es|ed))"
    r"(?: that)? (?:he|she|they) (?:had |have |has )?(?:been |was |were )$|"
    r"(?-u:\b)(?:claim[a-z]*|alleg[a-z]*) to have been $"
)
# "Seeing how the city is being destroyed by the bombings"
SEEING_HOW = r"(?i)(?-u:\b)see(?:s|n|ing)? how [^.;]*$"
RUINED = r"(?i)^(?:destroyed|devastated|ruined|wrecked|razed)$"
# "Troops who have left A and are now in B" gave nothing up.
WHO_HAVE = r"(?i)(?-u:\b)(?:who|which|that) (?:(?:have|has|had|recently|just|already) )*$"
NOW_IN = (
    r"(?i)^[^.;,]{0,30} and (?:is|are|were|was) now "
    r"(?:in|at|near|deployed|stationed|fighting)(?-u:\b)"
)


def no_attacks(worded: pl.DataFrame) -> pl.Series:
    """Rows of attacks and of ground left that were none.

    worded: claims with row, sentence (the text of theirs) and base (where it begins).
    """
    text, base = pl.col("sentence"), pl.col("base")
    word = text.str.slice(
        pl.col("anchor_start") - base, pl.col("anchor_end") - pl.col("anchor_start")
    )
    ahead = text.str.slice(0, pl.col("anchor_start") - base)
    behind = text.str.slice(pl.col("anchor_end") - base)
    moved_in = word.str.contains(INVADED) & behind.str.contains(MOVED_IN)
    moved_in &= ahead.str.contains(NO_ARMY) & ~ahead.str.contains(ARMED)
    moved_in &= ~text.str.contains(HARMING)
    of_firm = behind.str.contains(ON_MARKET) & ahead.str.contains(FIRM)
    in_custody = word.str.contains(TORTURED) & (
        text.str.contains(CUSTODY) | ahead.str.contains(OWN_WORD)
    )
    is_seen = word.str.contains(RUINED) & ahead.str.contains(SEEING_HOW)
    is_none = (pl.col("claim_type") == "attack") & (moved_in | of_firm | in_custody | is_seen)
    moved_on = (pl.col("rule_id") == "territory_leave") & ahead.str.contains(WHO_HAVE)
    return worded.filter(is_none | (moved_on & behind.str.contains(NOW_IN)))["row"]

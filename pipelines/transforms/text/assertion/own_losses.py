"""What a party tells was done to its own people: "three of our men were killed"."""

from collections.abc import Mapping

import polars as pl

from pipelines.transforms.text.grammar.signs import fill
from pipelines.transforms.text.sources.speaker_kinds import NO_PARTY

HELPERS = r"(?: (?:had|have|has|also|later|then|since|again|already|fully|completely))*"
WE = rf"(?i)(?-u:\b)we{HELPERS}\s+$"
LOSER = rf"(?i)(?-u:\b)(?:it|they|we){HELPERS}\s+$"
OWN_LOST = (
    r"(?i)^[^,;.]{0,40}(?-u:\b)(?:its|their|our)(?: own)? "
    r"(?:[a-z-]+ ){0,2}<forces>"
)
OWN_HARMED = (
    r"(?i)(?-u:\b)of (?:his|her|its|their|our)(?: own)? "
    r"(?:[a-z-]+ ){0,2}<forces>(?: (?:was|were|is|are|had|have|has|been))+\s+$"
)
# "On our side two fighters fell": the speaker's.
OWN_SIDE = (
    r"(?i)(?-u:\b)(?:on|from|in|among|within) (?:our|its|their)(?: own)? (?:side|ranks|part|forces)"
    r"(?-u:\b),? [^.;:]{0,50}$"
)
# "X accused Y of firing rockets and said four of its soldiers were hurt": X's.
OWN_SAID = (
    r"(?i)(?-u:\b)(?:said|says|added|reported|confirmed|admitted)(?: that)? "
    r"(?:at least |only |about )?[a-z0-9,-]+ of (?:its|their)(?: own)? "
    r"(?:[a-z-]+ ){0,2}<forces>(?: (?:was|were|is|are|had|have|has|been))*"
    # "... had been killed and one wounded"
    r"(?: (?:killed|martyred|wounded|injured|hurt|captured|missing)(?:,| and|, and)"
    r" (?:at least |another )?[a-z0-9,-]+(?: (?:others?|more))?(?: (?:was|were|had|have|been))*)?"
    r"\s+$"
)
# "The army said rebels attacked its positions", "... that one of its convoys was ambushed"
OWN_POST = (
    r"(?:its|their|his|her)(?: own)? (?:[a-z'-]+ ){0,3}?(?:<forces>|positions?|(?:out)?posts?|"
    r"bases?|camps?|barracks|convoys?|patrols?|vehicles?|checkpoints?|headquarters|territory|soil|"
    r"lines|locations|men|ships?|vessels?|boats?|aircraft|planes?|helicopters?|jets?|tanks?|"
    r"airfields?|airports?|energy [a-z]+|power [a-z]+|trenches|strongholds?)(?-u:\b)"
)
ATTACKED = (
    r"(?i)^(?: (?:[a-z]+ ){0,3}?(?:on|at|against|of|into|near|towards?|over))?"
    rf" (?:(?:one|two|three|several|some|many|both) of )?{OWN_POST}"
)
OWN_DOING = (
    r"(?i)(?-u:\b)(?:its|their|our)(?: own)?(?: [a-z-]+){0,2} <forces>(?: (?:had|have|has))? "
    r"(?:lured|ambushed|attacked|targeted|struck|hit|shelled|stormed|raided|surprised|trapped)(?-u:\b)"
)
CAME_UNDER_FIRE = (
    rf"(?i)(?:^|[ ,\"\x{{201c}}])(?:(?:one|two|three|several|some|many|both) of )?{OWN_POST}"
    r"(?: (?:in|near|at|on|outside|around) (?:[\p{L}'-]+ ){1,3}?)?(?: (?:was|were|had|has|have|"
    r"been|is|are|again|also|repeatedly))* $"
)
LOSS = "casualty_lost"
SUFFERED = ("casualty_passive", "casualty_died", "casualty_reduced")
SUBJECTED = ("attack_done", "attack_fired", "attack_endure")


def is_own_target(ahead: pl.Expr, behind: pl.Expr, words: Mapping[str, str]) -> pl.Expr:
    """True for attacks on what is the speaker's, told by somebody else's hand or nobody's.

    ahead, behind: what its sentence says before and after the word of the attack.
    """
    speaker = pl.col("speaker_actor_id")
    is_open = (pl.col("claim_type") == "attack") & pl.col("target_actor_id").is_null()
    is_open &= ~speaker.is_in(NO_PARTY) & (pl.col("initiator_actor_id") != speaker).fill_null(True)
    is_told = behind.str.contains(fill(ATTACKED, words)) | (
        pl.col("rule_id").is_in(SUBJECTED) & ahead.str.contains(fill(CAME_UNDER_FIRE, words))
    )
    # "Its fighters lured a patrol into an ambush, killing its members": the patrol's.
    is_theirs = ahead.str.contains(fill(OWN_DOING, words))
    return (is_open & is_told & ~is_theirs).fill_null(False)


def is_own_loss(ahead: pl.Expr, behind: pl.Expr, words: Mapping[str, str]) -> pl.Expr:
    """True for people of its own that the speaker tells were harmed.

    ahead, behind: what its sentence says before and after the word of the harm.
    """
    is_lost = (pl.col("rule_id") == LOSS) & (
        ahead.str.contains(WE)
        | (ahead.str.contains(LOSER) & behind.str.contains(fill(OWN_LOST, words)))
    )
    # "Three of his men were killed", told by their commander.
    is_of_speaker = pl.col("victim_actor_id").is_null() & (
        ahead.str.contains(fill(OWN_HARMED, words)) | ahead.str.contains(OWN_SIDE)
    )
    is_harmed = pl.col("rule_id").is_in(SUFFERED) & (
        is_of_speaker | ahead.str.contains(fill(OWN_SAID, words))
    )
    return (is_lost | is_harmed).fill_null(False)

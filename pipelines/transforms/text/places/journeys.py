"""Where people went, were bound for or had been before: what is told of them happened elsewhere."""

import polars as pl

BOUND_FOR = (
    r"(?i)(?-u:\b)(?:who|he|she|I)(?: (?:had|has|have|recently|later|just))? "
    r"(?:arrived|returned|came|flew|travell?ed)(?: back)? (?:in|to|at|from) (?:the )?$|"
    r"(?i)(?-u:\b)(?:headed|heading|bound|en route|on (?:his|her|their|its|the) way|destined)"
    r"(?: (?:back|home|from [a-z ]{1,30}))? (?:for|to|towards?) "
    r"(?:(?:the|a|an|their|his|her|la|el|los|las) )?"
    r"(?:(?:(?-i:[a-z]+) ){1,2}(?:in|at|of|near|outside) (?:the )?)?$|"
    r"(?-u:\b)(?:bus|minibus|train|truck|lorry|flight|plane|boat|ferry|taxi|vehicle|car|convoy)s? "
    r"(?:travell?ing |driving |sailing |carrying (?-i:[a-z ]{1,30}) )?"
    r"(?:from \p{Lu}[\w'-]+(?: \p{Lu}[\w'-]+)? )?to (?:the )?$|"
    r"(?-u:\b)(?:taken|brought|driven|treated|admitted|transported|hospitali[sz]ed)"
    r"(?: (?:to|at|in|by|for|the|a|an|central|local|main|general|nearby|military|regional|"
    r"hospitals?|clinics?|surgery|treatment)){0,7} in (?:the )?$|"
    r"(?-u:\b)(?:to reach|evacuated to|flown to|airlifted to|rushed to|transferred to|walked to) "
    r"(?:the )?$"
)
# "A commando trained in Nicaragua", "a militant who had fought in Syria": elsewhere, before.
LONG_BEFORE = (
    r"(?i)(?-u:\b)(?:(?:trained|born|raised|educated|studied|schooled|exiled|brought up)|"
    r"(?:who|which|that) (?:had|has|have|once|previously|formerly) (?:[a-z]+ ){0,3}?[a-z]+) "
    r"(?:in|at|from) (?:the )?$"
)
# "said a mother who fled to Adre": whoever speaks came there.
FLED_TO = (
    r"(?-u:\b)(?:said|says|told|recalled|according to)(?-u:\b)[^.;]{0,60} (?:who|having)"
    r"(?: (?:had|has|have|later))? (?:fled|escaped|crossed|reached|arrived)[^,.;]{0,40} "
    r"(?:to|into|in|at|for|from) (?:the )?$"
)
# "Killed ten and forced thousands to flee to X", "the wounded were flown to X": where they went.
GOAL = (
    r"(?i)(?-u:\b)(?:flee|flees|fled|fleeing|escape[ds]?|escaping|evacuated|flown|airlifted|"
    r"transferred|rushed|medevaced|(?:wounded|injured|bodies|survivors|victims|casualties)"
    r"(?: people| soldiers)? (?:were|was|have been|are being) (?:[a-z]+ly )?(?:taken|moved|brought|"
    r"driven|sent)|(?:drove|driven|driving|displac(?:ed|ing)|sen(?:t|ding)|forc(?:ed|ing)) "
    r"(?:[a-z0-9,-]+ ){0,4}(?:families|people|residents|villagers|civilians|thousands|hundreds|"
    r"dozens|households|refugees))"
    r"(?: [a-z]+){0,2} (?:in)?to(?:wards?)? (?:the )?(?:(?:nearby|neighbou?ring) )?"
    r"(?:(?:town|city|village|camp) of )?$|"
    # "Was wounded and taken to X", "rushed to a hospital in X"
    r"(?-u:\b)(?:wounded|injured|hurt|burned|shot|stabbed|abducted|kidnapped|captured|seized|"
    r"arrested|detained)(?: (?:by|in|on) [^.;,]{2,40})?,? (?:and|before being|then) "
    r"(?:(?:was|were|later|then|being) )*"
    r"(?:taken|brought|driven|moved|referred|transported|carried|sent|led|marched)"
    r"(?: (?:away|back))? to(?:wards?)? (?:the )?(?:(?:nearby|neighbou?ring) )?"
    r"(?:(?:town|city|village) of )?$|"
    r"(?-u:\b)(?:taken|brought|rushed|evacuated|transferred|moved|referred|sent|flown|airlifted|"
    r"admitted|transported) to (?:(?:the|an?|central|local|main|general|nearby|military|regional|"
    r"district|referral|field|public|private|hospitals?|clinics?|facilit(?:y|ies)|treatment|for) )"
    r"{1,6}(?:in|at) (?:the )?$|"
    # "Captured and taken by helicopter to the brigade's headquarters in X"
    r"(?-u:\b)(?:taken|brought|flown|transferred|(?:was|were|been|being) moved|sent|transported|"
    r"driven|marched|handed over)(?: (?:away|back|by [a-z]+))? to (?:the |an? |their |its )?"
    r"(?:[\p{L}0-9'\x{2019}-]+ ){0,5}(?:headquarters|base|barracks|garrison|prison|jail|station|"
    r"post|cells?|camp) (?:in|at|near) (?:the )?$|"
    r"(?-u:\b)across the border (?:in)?to (?:neighbou?ring )?$|"
    # "Displaced from Nasir to Ulang and into Ethiopia's Gambella"
    r"(?-u:\b)(?:displaced|uprooted|fled|fleeing|evacuated) from [^.;,]{2,40} to (?:the )?$|"
    r"(?-u:\b)(?:displaced|displacing|uprooted|fled|fleeing) [^.;]{0,70}(?-u:\b)(?:into|and to) "
    r"(?:(?:the|nearby|neighbou?ring|northern|southern|eastern|western) )*(?:\p{L}+['\x{2019}]s )?$"
)
# "Killed ten who had fled to X": there they were killed.
WHO_FLED = (
    r"(?i)(?-u:\b)(?:who|that|which|having) (?:(?:had|have|has|were|was) )?[a-z]+(?: [a-z]+){0,2} "
    r"[a-z]+ (?:[a-z]+ ){0,4}$"
)
# "Taken to a camp near X, where nine were killed", "and shot there": there they were harmed.
HARMED_THERE = (
    r"(?i)^,? (?:where(?-u:\b)[^.;,]{0,30}|and|and later|and then|to be|(?:and )?(?:were|was)) "
    r"(?:kill(?:ed|s|ing)?|shot|executed|murdered|massacred|beheaded|hanged|ambushed|attacked|"
    r"bombed|gunned|wounded|slain|shelled)(?-u:\b)|"
    r"^,? (?:and|but) [^.;]{2,40} there(?-u:\b)"
)
HARMED_BEFORE = (
    r"(?i)(?-u:\b)(?:kill(?:ed|ing|s)?|shot|wounded|wounding|injured|injuring|attack(?:ed|ing|s)?|"
    r"died|dead|ambush(?:ed|ing)?|bomb(?:ed|ing)?|murdered|captured|arrested)(?-u:\b)"
)


def is_of_journey(near: pl.Expr, behind: pl.Expr) -> pl.Expr:
    """True for a place by the text near before and behind it that somebody went, was taken or was
    bound to, but to be harmed there, or was in long before."""
    is_scene = behind.str.contains(HARMED_THERE) & ~near.str.contains(HARMED_BEFORE)
    return (
        near.str.contains(FLED_TO)
        | (near.str.contains(GOAL) & ~near.str.contains(WHO_FLED) & ~is_scene)
        | near.str.contains(LONG_BEFORE)
        | near.str.contains(BOUND_FOR)
    )

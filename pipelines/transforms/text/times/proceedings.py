"""Words of what people meet for, and of what a court hears: their day is no day of the deed."""

# "The Council met on Monday", "good evening, this is Radio X on Monday": no day of what follows.
OF_TALKS = (
    r"(?i)(?-u:\b)(?:met|meets|meeting|discuss(?:ed|es|ing)?|debates?|debated|sessions?|convened|"
    r"summit|conference|parliament|hearing|trial|anniversary|funerals?|memorial|congress|talks|"
    r"negotiations|signed|sworn|inaugurated|voted|elections?)(?-u:\b)|"
    r"^\W*(?:good (?:morning|evening|afternoon)|this is (?:the |radio )|welcome to|"
    r"you are listening)"
)
# "Radio X in Spanish at 2200 GMT on 5 February broadcasts": when it was heard.
BROADCAST = (
    r"(?i)(?-u:\b)at [0-9]{4} GMT(?: on)? [^.;]{3,30} (?:broadcasts?|carries|carried|aired|airs|"
    r"transmits?|transmitted|begins to|reports|relays)(?-u:\b)"
)
# "The dead were buried on Friday": no day of their death.
BURIED = (
    r"(?i)(?-u:\b)(?:was|were|been|being|is|are) (?:[a-z]+ )?(?:buried|laid to rest|mourned)"
    r"(?-u:\b)"
)
# "The funeral of two soldiers killed in X was held on Monday"
HELD_FOR = (
    r"(?i)(?-u:\b)(?:funerals?|burials?|memorial|vigil|ceremony|trials?|hearing|inquest|protests?|"
    r"marches|march|rally|mass|inquiry|investigation)(?-u:\b)[^,;.]{0,60}$"
)
HELD = (
    r"(?i)(?-u:\b)(?:was|were|is|are|took place|began|begins|opened|opens|start(?:ed|s)|will be|"
    r"drew|resumed|ended|continued)(?-u:\b)"
)
# "A man arrested on Monday confessed to killing two"
CONFESSED = (
    r"(?i)(?-u:\b)(?:confess(?:ed|es|ing)? to|admit(?:ted|s|ting)? (?:to )?|suspected of|"
    r"charged with|convicted of|wanted for|sentenced for|sought for|responsible for|linked to|"
    r"implicated in|involved in|tried for|accused of)(?-u:\b)[^;]*$"
)
# "He is accused of an attack that killed ten": on no day of his trial.
ACCUSED = (
    r"(?i)(?-u:\b)(?:charged with|convicted of|accused of|suspected of|wanted for|sentenced for|"
    r"sought for|tried for|implicated in)(?-u:\b)[^;]*$"
)
# "Arrested last week for the bombing that killed six", "over the killing of two"
ARREST = (
    r"(?:arrest|detain|charg|jail|indict|extradit|sentenc|convict|freed|releas|pardon|tried|"
    r"apprehend)[a-z]*"
)
FOR_IT = (
    r"(?:for|over|in connection with|on suspicion of|on charges of|suspects? in|accused (?:of|in)|"
    r"blamed for|believed to have|alleged to have|thought to have|said to have)"
)
ARRESTED_FOR = (
    rf"(?i)(?-u:\b){ARREST}(?-u:\b)[^;.]*(?-u:\b){FOR_IT}(?-u:\b)[^;]*$|"
    r"(?-u:\b)(?:arrest|detain)[a-z]*(?-u:\b)[^;.]*(?-u:\b)(?:who|that) "
    r"(?:had |have |allegedly |reportedly )*$"
)
ARRESTED_AHEAD = rf"(?i)(?-u:\b){ARREST}(?-u:\b)[^;,.]{{0,40}}$"
FOR_BEHIND = (
    rf"(?i)^ (?:(?:in|at|near) [^,;.]{{2,30}} )?{FOR_IT}(?-u:\b)|"
    # "Charged on Monday with the murder of three"
    r"^ (?:with|of) (?:[a-z-]+ ){0,2}$"
)

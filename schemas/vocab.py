"""Closed vocabularies: adding a value to one of these needs new code somewhere."""

HEX_ID = r"^[0-9a-f]{16}$"

QUARANTINE_STAGES = ("documents", "articles")

FETCH_KINDS = ("feed", "page")
FETCH_OUTCOMES = ("read", "stored", "unchanged", "refused")
MEASURES = ("rejected_claims", "unplaced_claims", "undated_claims", "quarantined_inputs")
MEASURE_SCOPES = ("new", "all")

PART_KINDS = (
    "title", "deck", "body", "header", "byline", "advert", "poll", "signup", "consent",
    "read_more", "related", "comment", "comment_ui", "share", "embed", "caption", "credit",
    "chrome", "widget", "legal", "bio", "script", "separator", "label", "appeal", "capitals",
    "repeated", "tag",
)  # fmt: skip
# Only these parts are read for claims.
READ_PART_KINDS = ("title", "deck", "body", "embed")

PUBLISHED_ON_METHODS = ("metadata", "dateline", "text", "near-duplicate", "unknown")

MENTION_KINDS = (
    # things
    "actor", "place", "place_noun", "people", "unit", "method",
    # amounts
    "quantity", "qualifier", "article",
    # what happened
    "trigger",
    # when
    "time",
    # who says so
    "speech", "according", "role", "medium", "vague_source", "pronoun", "person",
    # a capital that stands for its government where it speaks
    "seat",
    # operators on a claim
    "negation", "plan", "hedge", "background", "cumulative", "subset",
    # grammar
    "be", "have", "by", "of", "to", "in", "from", "with", "and", "or", "both", "comma", "bracket",
    "quote", "clause", "to_self",
    # phrases that look like one of the above and are none
    "stop",
)  # fmt: skip

# What a word may be a sign of where it stands near a claim.
SIGNS = (
    # that somebody did it, with arms, in a war
    "violence", "arms", "war", "downing",
    # that the law is at work: crime, the drug trade, what police charge people with, courts
    "crime", "criminal", "drugs", "charge", "suspicion", "court",
    # that no war did it: what runs people over, whoever dies in bed
    "accident", "notable",
    # that a verb is no deed of war: votes, pictures, ills that are fought, people who leave a firm
    "election", "picture", "ill", "clients",
    # who acts for a party, and what it does; who fights without being named
    "forces", "fighters", "deed", "power",
    # who kills his own at home
    "one_person", "kin",
    # what is nobody's but civilians'
    "civil",
    # offices and callings before a name: without arms, and with
    "civil_office", "armed_office",
)  # fmt: skip

CLAIM_TYPES = (
    "territory_change", "territory_control", "contested", "control_count", "casualty",
    "strength", "attack",
)  # fmt: skip
CHANGE_TYPES = ("captured", "recaptured", "withdrawn", "contested")
HARMS = (
    "killed", "wounded", "killed_or_wounded", "captured", "missing", "displaced",
    "casualties_unquantified",
)  # fmt: skip
QUALIFIERS = ("exact", "about", "at_least", "more_than", "at_most", "nearly", "range", "vague")
# What is told as having happened, and so may found an event; then what is not.
FOUNDING = ("asserted", "attributed", "unconfirmed")
ASSERTIONS = (*FOUNDING, "denied", "planned", "historical")
DATE_PRECISIONS = ("day", "week", "month", "year", "unknown")
WHERE_PRECISIONS = ("exact", "near", "admin2", "admin1", "country", "unknown")
CLAIMANT_TYPES = (
    "person", "official", "party", "organisation", "medium", "social_account", "anonymous",
    "vague", "unknown",
)  # fmt: skip
CLAIMANT_BASES = ("sentence", "quote", "continued", "hedge", "publisher", "none")
DATE_BASES = ("stated", "said", "carried", "reference", "none")
SIDES_BASES = ("stated", "inferred", "none")
TIME_KINDS = ("date", "weekday", "days", "month", "year", "weekend")
ORIGIN_KINDS = ("party", "person", "outlet", "anonymous", "publisher", "vague", "none")
EVENT_ROLES = ("core", "satellite", "covers", "context")
# A person said so, in links.csv.
STATED = "stated"
STORY_REASONS = ("exact", "copy", "rewrite", "paraphrase", STATED)
LINK_REASONS = (
    STATED, "same_cell", "same_run", "same_story", "same_number", "same_news",
    "same_claimant", "interval", "slip",
)  # fmt: skip
EVENT_RELATIONS = ("reverses", "part_of", "same_operation")
EVENT_FAMILIES = ("territory", "contested", "violence")
GRADES = ("confirmed", "fair", "weak", "contested", "discounted")
ACTOR_TYPES = (
    "state forces", "rebel group", "political militia", "identity militia", "rioters",
    "protesters", "civilians", "external/other forces", "unknown",
)  # fmt: skip
LOCATION_TYPES = ("country", "admin1", "admin2", "populated_place", "facility", "region")
CONTROL_STATUSES = ("controlled", "contested", "disputed", "unknown")
CONTROL_BASES = ("day", "by", "inherited", "baseline")
ROW_KINDS = ("figure", "residual")
REJECT_REASONS = ("no_value", "range_reversed", "no_place", "not_conflict", "other_story")

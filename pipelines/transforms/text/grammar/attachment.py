"""Attachment: which candidate of a sentence fills which role of which trigger."""

import polars as pl

from pipelines.transforms.text.grammar.calendar_words import WEEKDAY
from pipelines.transforms.text.grammar.latin import LATIN
from pipelines.transforms.text.runs import beside, count_before, last_before

# Kinds of mentions that end the stretch in which a preposition can lead what follows.
CONTENT = (
    "actor", "place", "place_noun", "people", "method", "trigger", "time", "speech", "according",
    "role", "medium", "vague_source", "pronoun", "person",
)  # fmt: skip
PREPOSITION = (
    r"(?-u:\b)(inside|within|throughout|across|around|near|outside|in|at|on|of|over|from|off|"
    r"to|into|onto|towards?|by|with|against|for|between|among|through|along|under|beyond|behind|"
    r"during|about|upon|via|than|pitting|pitted)(?-u:\b)[^,;:()]*$"
)
# "Clashes pitting X against Y"
PITTING = ("pitting", "pitted")
# What stands before a new clause leads nothing in it.
CLAUSE_START = (
    r"(?is)^.*(?-u:\b)(?:because|that|which|who|whom|while|when|where|as|although|though|but|if|"
    r"until|said|saying|after|before|since)(?-u:\b)"
)
# "By noon", "by land and air" lead nothing after them.
TIME_OF_DAY = (
    r"(?i)(?-u:\b)(?:by|at|before|until|since|around|towards?|from|on)\s+(?:noon|midday|midnight|dawn|"
    r"dusk|daybreak|sunrise|sunset|nightfall|evening|morning|the evening|the morning|first light|"
    r"(?:land|sea|air|force|surprise)(?:,? and (?:by )?(?:land|sea|air))?)(?-u:\b)|"
    # "At 1245 a bus", "at around 9:30 a.m. rebels"
    r"(?-u:\b)(?:at|before|until|since|around)\s+(?:about |around |approximately )?"
    r"(?:[0-9]{1,2}[:.]?[0-9]{2}(?: ?(?:hours|gmt|[ap]\.?m\.?))?|"
    r"[0-9]{1,2} ?(?:o'clock|[ap]\.?m\.?))"
    r"(?-u:\b)"
)
# "At least 50 rebels", "more than a dozen": no preposition leads what is counted.
AMOUNT = (
    r"(?i)(?-u:\b)(?:at (?:least|most)|(?:more|fewer|less) than|as many as|(?:up|close) to|about|"
    r"around|over|between [a-z0-9,]+ and)\s+(?:an?\s+)?(?:(?:estimated|group of)\s+)?"
    r"(?:[0-9][0-9,.]*|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|fifteen|twenty|"
    r"thirty|forty|fifty|sixty|seventy|eighty|ninety|one|hundred|dozens?|scores?|hundreds|"
    r"thousands)(?-u:\b)"
)
# Nor what is a part of many: "a number of civilians", "a column of rebels".
GROUP_OF = (
    r"(?i)(?-u:\b)(?:(?:an?|the|some|another|one|two|three|several)\s+)?(?:(?:large|small|unspecified|"
    r"unknown|undetermined|whole)\s+)?(?:numbers?|groups?|couple|handful|dozens|scores|hundreds|"
    r"thousands|majority|teams?|bands?|gangs?|squads?|columns?|contingents?|crowds?|famil(?:y|ies))"
    r"\s+of(?-u:\b)"
)
# "Unable to stop X": what follows is the object of a verb.
TO_VERB = (
    r"(?i)(?-u:\b)to (?:stop|prevent|keep|deter|block|halt|help|allow|let|enable|see|support|"
    r"reinforce|relieve|save|rescue|protect|assist|join|watch|monitor|make|force|persuade)(?-u:\b)"
)
# What stands between a trigger and a candidate makes the pair dearer.
COMMA_COST, CLAUSE_COST, TRIGGER_COST, WORD_COST = 3, 6, 6, 1
# "A helicopter from Sudan that was taken": who or what was taken stands right before "that".
FAR_RELATIVE_COST = 9
LIMIT = 18
ROUNDS = 3

CLAUSE = (
    r"(?i)(?-u:\b)(?:that|which|who|whom|whose|where|when|while|as|after|before|since|because|"
    r"although|though|but|if|until|whether|so|amid|despite|saying|said)(?-u:\b)|[;:]"
)
# Words that a clause needs or takes freely: they keep nothing apart.
LIGHT = (
    r"(?i)(?-u:\b)(?:the|a|an|its|their|his|of|in|on|at|by|to|from|for|with|"
    r"was|were|been|be|being|is|are|has|have|had|will|would|also|all|both|not|yet|still|again|"
    r"now|then|later|soon|already|once|today|yesterday|overnight|s|t|[a-z]+ly|"
    rf"{WEEKDAY}|morning|evening|night|afternoon)(?-u:\b)"
)
WORD = r"[A-Za-z0-9]+"
RELATIVE = r"(?i)(?-u:\b)(?:that|which|who)(?-u:\b)"
# "X, who fled in May, took", "X, using drones, took": what stands between commas keeps nothing
# apart; nor does the colon of "A: captured by X", or with what "an attack with bombs that" was.
ENCLOSED = (
    r"(?i),\s+(?:who|which|whose|where|using|employing|backed|supported|aided|assisted|armed|"
    r"accompanied|led|carrying|wearing|riding|including|linked|allied|affiliated|loyal|not|"
    r"and not|rather than|along with|together with)(?-u:\b)[^,;:]*,"
)
MEANS = rf"(?i)^\s+with\s+(?:[{LATIN}0-9-]+\s+){{1,3}}?((?:that|which)(?-u:\b))"
LABEL = r"^\s*:\s"
# "captured the junta's base": whose it is keeps nothing apart from the verb before.
OWNER = rf"^\s+(?:the\s+)?(?:[{LATIN}0-9-]+\s+){{0,3}}?[{LATIN}0-9-]+['\x{{2019}}][sS]?\s"
# "Army, rebels clash near A": a headline's comma joins the two that open it.
OPENING = r"(?i)(?:^|[:;] |(?-u:\b)(?:as|when|while) )$"
HEADLINE_PAIR, PAIRED = rf"^, ((?:[{LATIN}0-9'\x{{2019}}-]+ ){{1,3}})$", " and $1"
NEAR_RELATIVE = r"(?i)^[\s,]*(?:that|which|who)(?-u:\b)"


def lead_of(gap: pl.Expr) -> pl.Expr:
    """The preposition that a stretch of text ends with, in lower case; 'none' where it has none.

    The last one of its clause after any comma; "out of" is from; of "north of", the first. Those
    of hours and amounts lead nothing.
    """
    gap = (
        gap.str.replace(GROUP_OF, " ")
        .str.replace(AMOUNT, " ")
        .str.replace(TO_VERB, " ")
        .str.replace(CLAUSE_START, "")
        .str.replace(TIME_OF_DAY, " ")
    )
    first = gap.str.extract(f"(?i){PREPOSITION}", 1).str.to_lowercase()
    last = gap.str.extract(f"(?is)^.*{PREPOSITION}", 1).str.to_lowercase()
    is_out = gap.str.contains(r"(?i)(?-u:\b)out of(?-u:\b)[^,;:()]*$")
    return (
        pl.when((last == "of") & is_out)
        .then(pl.lit("from"))
        .when(last == "of")
        .then(first)
        .otherwise(last)
        .fill_null("none")
    )


def with_lead(rows: pl.DataFrame, gap: pl.Expr) -> pl.DataFrame:
    """Add lead, the preposition that the gap before each row ends with; each text is read once."""
    spaced = rows.with_columns(gap_before=gap)
    leads = spaced.select(pl.col("gap_before").unique()).with_columns(
        lead=lead_of(pl.col("gap_before"))
    )
    return spaced.join(
        leads, on="gap_before", how="left", nulls_equal=True, maintain_order="left"
    ).drop("gap_before")


def with_context(mentions: pl.DataFrame) -> pl.DataFrame:
    """Mentions, sorted by sentence_id and mention_no, with what stands around each.

    Adds run (number of the sentence among these), n_triggers (triggers of one meaning before it),
    content_end (end of the last mention before it that a preposition cannot reach across),
    next_kind and next_start (of the mention after it).
    """
    is_plain = (pl.col("kind") == "trigger") & ~pl.col("voice").str.ends_with("_weak").fill_null(
        False
    )
    run = pl.col("run")
    # "By a column of rebels": these words count them.
    is_count = (pl.col("kind") == "trigger") & (pl.col("sense") == "strength")
    is_count = (is_count & pl.col("text").str.contains(GROUP_OF)).fill_null(False)
    is_plain &= ~is_count
    content = pl.when(pl.col("kind").is_in(CONTENT) & ~is_count).then("end")
    return (
        mentions.lazy()
        .with_columns(run=pl.col("sentence_id").rle_id())
        .with_columns(
            n_triggers=count_before(is_plain, run),
            content_end=last_before(content, run),
            next_kind=beside(pl.col("kind"), run, -1),
            next_start=beside(pl.col("start"), run, -1),
        )
        .collect(engine="in-memory")
    )


def attach(
    anchors: pl.DataFrame, candidates: pl.DataFrame, rules: pl.DataFrame, sentences: pl.DataFrame
) -> pl.DataFrame:
    """Give every anchor the cheapest candidate of its sentence for each role, mutually best.

    anchors: sentence_id, anchor_id, form, start, end, n_triggers (triggers of the sentence that
    start before it). candidates: sentence_id, candidate_id, lead, start, end, n_triggers.
    rules: one row per role, form, side (left, right: where the candidate stands) and lead (the
    preposition before it, 'none' for none) with cost, max_words (unknown words between at most)
    and is_shared (the candidate may serve several anchors, as a subject does).
    Out: anchor_id, role, candidate_id, side, cost; one row per anchor and role, sorted by both.
    """
    pairs = price(pair(anchors, candidates, rules, sentences))
    return settle(pairs).sort("anchor_id", "role")


def pair(
    anchors: pl.DataFrame, candidates: pl.DataFrame, rules: pl.DataFrame, sentences: pl.DataFrame
) -> pl.DataFrame:
    """All pairs of one sentence that a rule allows, with the text between them."""
    between_start = pl.min_horizontal("end", "candidate_end")
    between_end = pl.max_horizontal("start", "candidate_start")
    is_left = pl.col("candidate_end") <= pl.col("start")
    between = pl.col("text").str.slice(between_start - pl.col("base"), between_end - between_start)
    is_pair = is_left & pl.col("between").str.contains(HEADLINE_PAIR)
    ahead = pl.when(is_pair).then("text").str.slice(0, pl.col("candidate_start") - pl.col("base"))
    return (
        anchors.select("sentence_id", "anchor_id", "form", "start", "end", "n_triggers")
        .join(
            candidates.select(
                "sentence_id",
                "candidate_id",
                "lead",
                candidate_start="start",
                candidate_end="end",
                candidate_triggers="n_triggers",
            ),
            on="sentence_id",
        )
        .filter(is_left | (pl.col("candidate_start") >= pl.col("end")))
        .with_columns(side=pl.when(is_left).then(pl.lit("left")).otherwise(pl.lit("right")))
        .join(rules, on=["form", "side", "lead"])
        .join(sentences.select("sentence_id", base="start", text="text"), on="sentence_id")
        .with_columns(between=between)
        .with_columns(
            between=pl.when(ahead.str.contains(OPENING))
            .then(pl.col("between").str.replace(HEADLINE_PAIR, PAIRED))
            .otherwise("between"),
            n_between=pl.when(is_left)
            .then(pl.col("n_triggers") - pl.col("candidate_triggers"))
            .otherwise(pl.col("candidate_triggers") - pl.col("n_triggers") - 1),
        )
        .drop("text", "base")
    )


def price(pairs: pl.DataFrame) -> pl.DataFrame:
    """Add the cost of each pair and drop those that are too dear or too far apart."""
    is_left = pl.col("side") == "left"
    between = (
        pl.when(is_left)
        .then(pl.col("between").str.replace(ENCLOSED, " ").str.replace(LABEL, " "))
        .otherwise(pl.col("between").str.replace(OWNER, " ").str.replace(MEANS, " $1"))
    )
    words = (
        between.str.count_matches(WORD).cast(pl.Int32)
        - between.str.count_matches(LIGHT).cast(pl.Int32)
    ).clip(0)
    return (
        pairs.lazy()
        .with_columns(words=words)
        .with_columns(
            cost=pl.col("cost")
            + COMMA_COST * between.str.count_matches(",", literal=True).cast(pl.Int32)
            + CLAUSE_COST * between.str.count_matches(CLAUSE).cast(pl.Int32)
            + TRIGGER_COST * pl.col("n_between").cast(pl.Int32).clip(0)
            + WORD_COST * pl.col("words")
            + pl.when(between.str.contains(RELATIVE) & ~between.str.contains(NEAR_RELATIVE))
            .then(FAR_RELATIVE_COST)
            .otherwise(0)
        )
        .filter(pl.col("words") <= pl.col("max_words"), pl.col("cost") <= LIMIT)
        .collect(engine="in-memory")
    )


def settle(pairs: pl.DataFrame) -> pl.DataFrame:
    """Keep mutual best pairs, the cheapest first; what they use up is gone for the others."""
    kept = [pairs.clear()]
    left = pairs
    for _ in range(ROUNDS):
        best = mutual_best(left)
        kept.append(best)
        taken = best.filter(~pl.col("is_shared"))
        left = left.join(best, on=["anchor_id", "role"], how="anti").join(
            taken, on=["candidate_id", "role"], how="anti"
        )
    return pl.concat(kept).select("anchor_id", "role", "candidate_id", "side", "cost")


def mutual_best(pairs: pl.DataFrame) -> pl.DataFrame:
    """Pairs that are the cheapest for the anchor and, unless shared, for the candidate."""
    by_cost = pairs.sort("cost", "words", "candidate_start", "candidate_id", "anchor_id")
    for_anchor = by_cost.unique(["anchor_id", "role"], keep="first", maintain_order=True)
    for_candidate = by_cost.filter(~pl.col("is_shared")).unique(
        ["candidate_id", "role"], keep="first", maintain_order=True
    )
    keys = ["anchor_id", "role", "candidate_id"]
    return pl.concat(
        [
            for_anchor.filter("is_shared"),
            for_anchor.filter(~pl.col("is_shared")).join(for_candidate, on=keys, how="semi"),
        ]
    )

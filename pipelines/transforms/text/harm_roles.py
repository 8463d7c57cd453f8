"""Who did a harm and who suffered it, where the group itself does not say."""

import polars as pl

from pipelines.transforms.text.runs import beside, last_known

# Rules whose subject does the harm; the voice of verbs whose subject suffers it.
DOING = ["active", "name_after", "uncounted"]
SUFFERING = ["suffer_weak", "loss"]
# Whose people they are: "two of its fighters" are the speaker's own.
OWN = ["its", "their", "our", "its own", "their own", "our own"]
COUNTED_HARMS = ["unnumbered", "some", "deaths"]
# Kinds of people that act as a party without being one by name.
ARMED = ["unidentified-armed-group", "security-forces", "soldiers", "police"]
# An actor after one of these is what is done to, not who does.
TURNED_FROM = ["to", "from", "of", "with"]
TURNED_COST, ASIDE_COST = 6, 3
# Verbs that hand on to who acts next: "fell to X, who killed 12".
HANDS_ON = r"(?i)(?-u:\b)(?:to|by|of|hands)$"
# How many mentions may stand between a word of harm and what fills its roles.
BY_REACH, AFTER_BY, VERB_REACH, AFTER_REACH = 4, 2, 6, 4
ROLE = ["sentence_id", "harm_no", "actor_id", "is_pronoun"]


def add_roles(harms: pl.DataFrame, sentences: pl.DataFrame, mentions: pl.DataFrame) -> pl.DataFrame:
    """Add initiator_actor_id, role_victim_id, owner_id and is_carried (told by a pronoun) to harms.

    harms: sentence_id, harm_no, rule_id, trigger_no, members (mention numbers of the group).
    role_victim_id: who suffered by the words around ('the army suffered …', 'two of its fighters');
    owner_id: whose people they are ('its', 'their').
    """
    told = and_before(harms.select("sentence_id").unique(), sentences)
    mentions = mentions.join(
        told.select("sentence_id"), on="sentence_id", how="semi", maintain_order="left"
    )
    actors = find_actors(told, mentions)
    free = (
        harms.select("sentence_id", "harm_no", "rule_id", "trigger_no")
        .join(actors, on="sentence_id", how="inner")
        .join(members_of(harms), on=["sentence_id", "mention_no"], how="anti")
    )
    doing = free.filter(~pl.col("is_speaker"))
    owned = owners(harms, free, mentions)
    roles = pl.concat(
        [
            subjects(doing).select(*ROLE, role=pl.lit("initiator")),
            agents(doing, mentions).select(*ROLE, role=pl.lit("initiator")),
            sufferers(doing, mentions).select(*ROLE, role=pl.lit("victim")),
            owned.select(*ROLE, role=pl.lit("victim")),
            owned.select(*ROLE, role=pl.lit("owner")),
        ]
    ).unique(["sentence_id", "harm_no", "role"], keep="first", maintain_order=True)
    names = {"initiator": "initiator_actor_id", "victim": "role_victim_id", "owner": "owner_id"}
    for role, name in names.items():
        filled = roles.filter(pl.col("role") == role).select(
            "sentence_id", "harm_no", pl.col("actor_id").alias(name),
            pl.col("is_pronoun").alias(f"is_carried_{role}"),
        )  # fmt: skip
        harms = harms.join(filled, on=["sentence_id", "harm_no"], how="left", maintain_order="left")
    carried = [f"is_carried_{role}" for role in names]
    return harms.with_columns(is_carried=pl.any_horizontal(pl.col(carried).fill_null(False))).drop(
        carried
    )


def and_before(asked: pl.DataFrame, sentences: pl.DataFrame) -> pl.DataFrame:
    """The sentences asked for (sentence_id), each with the one before it in its article.

    sentences: sorted by article and sentence_no. A few sentences more do no harm.
    """
    is_asked = pl.col("sentence_id").is_in(asked["sentence_id"].implode())
    return sentences.filter(is_asked | is_asked.shift(-1, fill_value=False))


def find_actors(sentences: pl.DataFrame, mentions: pl.DataFrame) -> pl.DataFrame:
    """Who can act: sentence_id, mention_no, actor_id, cost, is_pronoun, is_object,
    is_speaker.

    is_object: it stands right behind a verb ("drove X out, killing 40") and does nothing after it.
    mentions: of whole sentences, sorted by sentence_id and mention_no. The cost tells whom a
    preposition turns things on. 'They', 'it' and 'the group' stand for the last actor before them
    in the sentence, else for the first of the sentence before.
    """
    run, kind, sense = pl.col("sentence_id"), pl.col("kind"), pl.col("sense")
    before, is_behind = beside(kind, run, 1), beside(kind, run, 1) == "article"
    lead = pl.when(is_behind).then(beside(kind, run, 2)).otherwise(before)
    onto = pl.when(is_behind).then(beside(sense, run, 2)).otherwise(beside(sense, run, 1))
    can_act = (
        (pl.col("kind") == "actor")
        | ((pl.col("kind") == "people") & pl.col("entity_id").is_in(ARMED))
        | ((pl.col("kind") == "people") & pl.col("entity_id").str.starts_with("state-forces-"))
    )
    # "Georgia said two of its soldiers were killed": a state that speaks owns, and does nothing.
    is_speaker = (
        (kind == "place")
        & (sense == "country")
        & (beside(kind, run, -1) == "speech")
        & (beside(pl.col("words_before"), run, -1) == 0)
    ).fill_null(False)
    is_pronoun = (pl.col("kind") == "pronoun") & pl.col("sense").is_in(["group", "thing"])
    is_agent = (lead == "by") | ((before == "actor") & (beside(kind, run, 2) == "by"))
    is_agent |= (before == "actor") & (beside(kind, run, 3) == "by")
    rows = (
        mentions.select(
            "article_id",
            "sentence_id",
            "mention_no",
            cost=pl.when(lead.is_in(TURNED_FROM) | (onto == "on"))
            .then(TURNED_COST)
            .when(is_agent & ends_aside(run))
            .then(ASIDE_COST)
            .otherwise(0),
            is_object=(
                (lead == "trigger")
                & (pl.col("words_before") <= 1)
                & ~pl.when(is_behind)
                .then(beside(pl.col("text"), run, 2))
                .otherwise(beside(pl.col("text"), run, 1))
                .str.contains(HANDS_ON)
            ).fill_null(False),
            actor_id=pl.when(can_act)
            .then("entity_id")
            .when(is_speaker)
            .then(pl.lit("state-forces-") + pl.col("entity_id").str.to_lowercase()),
            is_pronoun=is_pronoun,
            is_speaker=is_speaker,
        )
        .filter(pl.col("actor_id").is_not_null() | pl.col("is_pronoun"))
        .join(
            sentences.select("sentence_id", "sentence_no"), on="sentence_id", maintain_order="left"
        )
    )
    firsts = (
        rows.filter(pl.col("actor_id").is_not_null())
        .unique(["article_id", "sentence_no"], keep="first", maintain_order=True)
        .select("article_id", pl.col("sentence_no") + 1, first_id="actor_id")
    )
    return (
        rows.join(firsts, on=["article_id", "sentence_no"], how="left", maintain_order="left")
        .select(
            "sentence_id",
            "mention_no",
            "cost",
            "is_pronoun",
            "is_object",
            "is_speaker",
            actor_id=pl.coalesce(last_known(pl.col("actor_id"), run), "first_id"),
        )
        .filter(pl.col("actor_id").is_not_null())
    )


def ends_aside(run: pl.Expr) -> pl.Expr:
    """True for the last name of an aside before a verb: "X, attacked by Y, killed 12" tells of X.

    "X was attacked by Y, killing 12" tells of Y.
    """
    kind, is_ing = pl.col("kind"), pl.col("voice").str.starts_with("ing")
    closes = [
        (beside(kind, run, -step) == "comma")
        & (beside(kind, run, -step - 1) == "trigger")
        & (beside(pl.col("words_before"), run, -step - 1) <= 1)
        & ~beside(is_ing, run, -step - 1).fill_null(False)
        for step in (1, 2)
    ]
    is_followed = beside(kind, run, -1) == "people"
    return (closes[0] | (is_followed & closes[1])).fill_null(False)


def members_of(harms: pl.DataFrame) -> pl.DataFrame:
    """The mentions that are people harmed: sentence_id, mention_no.

    Whoever flees may do harm all the same: "the rebels fled, killing nine".
    """
    return (
        harms.filter(pl.col("harm") != "displaced")
        .select("sentence_id", mention_no=pl.col("group").str.extract_all(r"\d+"))
        .explode("mention_no", empty_as_null=False)
        .with_columns(pl.col("mention_no").cast(pl.Int32))
        .unique()
    )


def subjects(free: pl.DataFrame) -> pl.DataFrame:
    """The nearest actor before a verb in the active voice, rather one that is not turned from."""
    return (
        free.filter(
            pl.col("rule_id").is_in(DOING),
            pl.col("mention_no") < pl.col("trigger_no"),
            ~pl.col("is_object"),
        )
        .sort("sentence_id", "harm_no", "cost", pl.col("mention_no") * -1)
        .unique(["sentence_id", "harm_no"], keep="first", maintain_order=True)
    )


def agents(free: pl.DataFrame, mentions: pl.DataFrame) -> pl.DataFrame:
    """The actor after 'by', behind a harm in any voice."""
    by = mentions.filter(pl.col("kind") == "by").select("sentence_id", by_no="mention_no")
    return (
        free.join(by, on="sentence_id", how="inner")
        .filter(
            pl.col("by_no") > pl.col("trigger_no"),
            pl.col("by_no") <= pl.col("trigger_no") + BY_REACH,
            pl.col("mention_no") > pl.col("by_no"),
            pl.col("mention_no") <= pl.col("by_no") + AFTER_BY,
        )
        .sort("sentence_id", "harm_no", "by_no", "mention_no")
        .unique(["sentence_id", "harm_no"], keep="first", maintain_order=True)
    )


def sufferers(free: pl.DataFrame, mentions: pl.DataFrame) -> pl.DataFrame:
    """Who took losses: the subject of 'suffered' or 'lost'; whom they were to, among or put on."""
    verbs = mentions.filter(pl.col("voice").is_in([*SUFFERING, "inflict_weak"])).select(
        "sentence_id", verb_no="mention_no", verb="voice"
    )
    behind = pl.col("trigger_no") - pl.col("verb_no")
    governed = free.join(verbs, on="sentence_id", how="left").with_columns(
        verb=pl.when((behind > 0) & (behind <= VERB_REACH)).then("verb")
    )
    suffers = pl.col("verb").is_in(SUFFERING).fill_null(False)
    subject = governed.filter(
        (suffers & (pl.col("mention_no") < pl.col("verb_no")))
        | ((pl.col("rule_id") == "lost") & (pl.col("mention_no") < pl.col("trigger_no")))
    ).sort("sentence_id", "harm_no", "cost", pl.col("mention_no") * -1)
    after = governed.filter(
        pl.col("rule_id").is_in(COUNTED_HARMS),
        ~suffers,
        pl.col("mention_no") > pl.col("trigger_no"),
        pl.col("mention_no") <= pl.col("trigger_no") + AFTER_REACH,
    ).sort("sentence_id", "harm_no", "mention_no")
    return pl.concat([subject.select(ROLE), after.select(ROLE)]).unique(
        ["sentence_id", "harm_no"], keep="first", maintain_order=True
    )


def owners(harms: pl.DataFrame, free: pl.DataFrame, mentions: pl.DataFrame) -> pl.DataFrame:
    """Whose people a group is that is told by 'its' or 'their': the actor before, else after."""
    own = mentions.filter(pl.col("text").str.to_lowercase().is_in(OWN)).select(
        "sentence_id", own_no="mention_no"
    )
    numbers = pl.col("item").str.extract_all(r"\d+").cast(pl.List(pl.Int32))
    owned = (
        harms.filter(pl.col("group") != "")
        .select("sentence_id", "harm_no", item=pl.col("group").str.split("&"))
        .explode("item", empty_as_null=False)
        .select("sentence_id", "harm_no", first=numbers.list.min(), last=numbers.list.max())
        .join(own, on="sentence_id", how="inner")
        .filter(pl.col("own_no") > pl.col("first"), pl.col("own_no") < pl.col("last"))
        .select("sentence_id", "harm_no", "first")
        .unique()
    )
    ahead = pl.col("mention_no") - pl.col("first")
    return (
        free.join(owned, on=["sentence_id", "harm_no"], how="inner")
        .sort("sentence_id", "harm_no", ahead > 0, ahead.abs(), "mention_no")
        .unique(["sentence_id", "harm_no"], keep="first", maintain_order=True)
    )

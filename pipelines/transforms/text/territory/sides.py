"""Sides that the words leave out, from what else the article tells of the same fight."""

import polars as pl

from pipelines.transforms.text.territory.losers import fill_told_losers

# Actors that seldom are the other side of a fight for a district.
BYSTANDERS = ("external/other forces", "civilians", "protesters", "rioters", "unknown")
# Words that name no party of themselves.
UNNAMED = ("pronoun", "country")
# Senses of which someone must have gained.
GAINS = ("captured", "recaptured", "expelled", "lost")


def infer_sides(changes: pl.DataFrame, actors: pl.DataFrame) -> pl.DataFrame:
    """Fill the takers and losers that the article leaves only one reading for.

    changes: article_id, sentence_id, location_id, sense, form, is_planned, has_time, taker_id,
    taker_side, taker_is_self, loser_id, loser_side. actors: as read_actors gives them, pronouns
    resolved. Out: the same rows with taker_id and loser_id filled and sides_basis: stated where the
    words name them, inferred where only the article does, none.

    The taker from someone is their one opponent in the article. A change without any side has
    those of the article's other changes of that place; then, where something was taken back, of
    what else was taken back; then, where "we" took it, of its sentence. Its loser, failing that, is
    whom the article has the taker fight, else who held the place or fled from it.
    """
    faces = leading_actors(actors)
    is_back = pl.col("sense") == "recaptured"
    told = changes.with_columns(
        is_inferred=pl.lit(False),
        is_regained=pl.when(is_back).then(True),
        is_retaken=is_back.any().over("article_id", "location_id"),
        is_retaken_here=is_back.any().over("sentence_id", "location_id"),
    )
    told = fill_opponents(told, actors, faces)
    told = fill_alike(told, "location_id", ~is_lost_before(), faces)
    told = fill_alike(told, "is_regained", pl.lit(True), faces)
    told = fill_alike(told, "sentence_id", pl.col("taker_is_self").fill_null(False), faces)
    told = fill_losers(fill_opponents(told, actors, faces), faces)
    told = fill_told_losers(told, actors)
    told = with_faces(told, faces).with_columns(
        is_inferred=pl.col("is_inferred") | pl.col("is_told"),
        loser_id=pl.when("is_told")
        .then(pl.coalesce("loser_id", "loser_side"))
        .otherwise("loser_id"),
    )
    is_known = pl.col("taker_id").is_not_null() | pl.col("loser_id").is_not_null()
    basis = (
        pl.when("is_inferred")
        .then(pl.lit("inferred"))
        .when(is_known)
        .then(pl.lit("stated"))
        .otherwise(pl.lit("none"))
    )
    return told.with_columns(sides_basis=basis).drop(
        "is_inferred", "is_regained", "is_retaken_here", "is_told"
    )


def is_lost_before() -> pl.Expr:
    """True for a taking that others may since have undone: 'X, which fell in May, was retaken'."""
    is_fall = pl.col("form").is_in(["falls", "fell", "nom_fall"])
    is_undone = (pl.col("sense") == "captured") & pl.col("is_retaken")
    return is_undone & (is_fall | pl.col("is_retaken_here") | pl.col("has_time"))


def leading_actors(actors: pl.DataFrame) -> pl.DataFrame:
    """The actor that an article names most often for each side: article_id, side_id, face_id."""
    return (
        actors.filter(pl.col("actor_id").is_not_null(), ~pl.col("kind").is_in(UNNAMED))
        .group_by("article_id", "side_id", "actor_id")
        .len()
        .sort("article_id", "side_id", pl.col("len") * -1, "actor_id", descending=False)
        .unique(["article_id", "side_id"], keep="first", maintain_order=True)
        .select("article_id", "side_id", face_id="actor_id")
    )


def fill_opponents(
    changes: pl.DataFrame, actors: pl.DataFrame, faces: pl.DataFrame
) -> pl.DataFrame:
    """Where only the loser is known, the taker is the loser's one opponent in the article."""
    opponents = find_opponents(changes, actors).join(
        faces, left_on=["article_id", "opponent_side"], right_on=["article_id", "side_id"]
    )
    is_open = (
        pl.col("taker_id").is_null()
        & pl.col("loser_id").is_not_null()
        & pl.col("sense").is_in(GAINS)
        & pl.col("face_id").is_not_null()
    )
    return (
        changes.join(opponents, on=["article_id", "loser_side"], how="left", maintain_order="left")
        .with_columns(
            is_inferred=pl.col("is_inferred") | is_open,
            taker_side=pl.when(is_open).then("opponent_side").otherwise("taker_side"),
            taker_id=pl.when(is_open).then("face_id").otherwise("taker_id"),
        )
        .drop("opponent_side", "face_id")
    )


def fill_losers(changes: pl.DataFrame, faces: pl.DataFrame) -> pl.DataFrame:
    """Where the taker of a place taken back is inferred, the loser is whom it fights elsewhere."""
    place = ["article_id", "location_id"]
    back = changes.filter(pl.col("sense") == "recaptured", ~pl.col("is_planned")).select(place)
    opponents = only_one(said_opponents(changes), 0).select(
        "article_id", taker_side="loser_side", other_side="opponent_side"
    )
    is_open = (
        pl.col("is_inferred")
        & pl.col("loser_id").is_null()
        & pl.col("loser_side").is_null()
        & pl.col("sense").is_in(GAINS)
        & ~pl.col("is_planned")
    )
    marked = changes.join(
        back.unique().with_columns(is_back=pl.lit(True)),
        on=place, how="left", maintain_order="left",
    )  # fmt: skip
    filled = marked.join(
        opponents, on=["article_id", "taker_side"], how="left", maintain_order="left"
    ).with_columns(
        loser_side=pl.when(is_open & pl.col("is_back")).then("other_side").otherwise("loser_side")
    )
    return with_faces(filled, faces).drop("other_side", "is_back")


def said_opponents(changes: pl.DataFrame) -> pl.DataFrame:
    """article_id, loser_side, opponent_side: who takes from whom, both ways, as changes say it."""
    pair = changes.filter(pl.col("taker_side") != pl.col("loser_side"))
    return pl.concat(
        [
            pair.select("article_id", loser_side=one, opponent_side=other)
            for one, other in (("loser_side", "taker_side"), ("taker_side", "loser_side"))
        ]
    )


def find_opponents(changes: pl.DataFrame, actors: pl.DataFrame) -> pl.DataFrame:
    """article_id, loser_side, opponent_side: whom the article has each side fight, if just one.

    What the changes themselves say goes before who else is armed in the article, unless they tell
    of other takers too.
    """
    said = said_opponents(changes)
    takers = changes.filter(
        pl.col("sense").is_in(GAINS), ~pl.col("is_planned"), pl.col("taker_side").is_not_null()
    ).select("article_id", opponent_side="taker_side")
    rivals = (
        changes.select("article_id", "loser_side").drop_nulls().unique()
        .join(takers.unique(), on="article_id")
        .filter(pl.col("loser_side") != pl.col("opponent_side"))
    )  # fmt: skip
    clear = only_one(pl.concat([said, rivals]), 0).join(
        said, on=["article_id", "loser_side"], how="semi", maintain_order="left"
    )
    sides = (
        actors.filter(
            pl.col("side_id").is_not_null(),
            ~pl.col("kind").is_in(UNNAMED),
            ~pl.col("actor_type").is_in(BYSTANDERS).fill_null(False),
            ~pl.col("is_silent"),
        )
        .select("article_id", opponent_side="side_id")
        .unique()
    )
    armed = (
        changes.select("article_id", "loser_side")
        .drop_nulls()
        .unique()
        .join(sides, on="article_id")
        .filter(pl.col("loser_side") != pl.col("opponent_side"))
    )
    return (
        pl.concat([clear, only_one(armed, 1)])
        .sort("article_id", "loser_side", "rank")
        .unique(["article_id", "loser_side"], keep="first", maintain_order=True)
        .drop("rank")
    )


def only_one(pairs: pl.DataFrame, rank: int) -> pl.DataFrame:
    """Sides of an article with exactly one opponent, and the rank of this evidence."""
    return (
        pairs.unique()
        .group_by("article_id", "loser_side")
        .agg(pl.col("opponent_side").first(), n=pl.len())
        .filter(pl.col("n") == 1)
        .select("article_id", "loser_side", "opponent_side", rank=pl.lit(rank))
    )


def fill_alike(
    changes: pl.DataFrame, key: str, may_fill: pl.Expr, faces: pl.DataFrame
) -> pl.DataFrame:
    """Give changes without any side those that all others with the same key share."""
    keys = ["article_id", key]
    known = changes.filter(
        ~pl.col("is_planned"), pl.col(key).is_not_null(), pl.col("sense").is_in(GAINS)
    )
    alike = (
        known.filter(pl.col("taker_side").is_not_null())
        .group_by(keys)
        .agg(
            alike_taker=pl.col("taker_side").first(),
            alike_loser=pl.col("loser_side").drop_nulls().sort().first(),
            n_takers=pl.col("taker_side").n_unique(),
            n_losers=pl.col("loser_side").drop_nulls().n_unique(),
        )
        .filter(pl.col("n_takers") == 1)
    )
    is_bare = (
        pl.col("taker_id").is_null()
        & pl.col("loser_id").is_null()
        & pl.col("sense").is_in(GAINS)
        & pl.col("alike_taker").is_not_null()
        & may_fill
    )
    filled = changes.join(alike, on=keys, how="left", maintain_order="left").with_columns(
        is_inferred=pl.col("is_inferred") | is_bare,
        taker_side=pl.when(is_bare).then("alike_taker").otherwise("taker_side"),
        loser_side=pl.when(is_bare & (pl.col("n_losers") == 1))
        .then("alike_loser")
        .otherwise("loser_side"),
    )
    return with_faces(filled, faces).drop("alike_taker", "alike_loser", "n_takers", "n_losers")


def with_faces(changes: pl.DataFrame, faces: pl.DataFrame) -> pl.DataFrame:
    """Actors for sides that were filled: those the article names most often."""
    for role in ("taker", "loser"):
        named = faces.select("article_id", pl.col("side_id").alias(f"{role}_side"), "face_id")
        changes = (
            changes.join(
                named, on=["article_id", f"{role}_side"], how="left", maintain_order="left"
            )
            .with_columns(pl.coalesce(f"{role}_id", "face_id").alias(f"{role}_id"))
            .drop("face_id")
        )
    return changes

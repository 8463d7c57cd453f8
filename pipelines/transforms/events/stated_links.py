"""What a person says of links: two claims or articles that are one, or that never are."""

import polars as pl

from pipelines.transforms.events.grouping.event_ids import with_root_id
from pipelines.transforms.events.grouping.leftovers import EVENTS
from schemas.vocab import STATED

SAME, DIFFERENT = "same", "different"


def amend_stories(stars: pl.DataFrame, days: pl.DataFrame, links: pl.DataFrame) -> pl.DataFrame:
    """The stars of stories (member, original, story_reason) as the links about articles want them.

    days: article_id and rank, the order in which an article may be another's original.
    """
    own = days.select(item="article_id", group="article_id", rank="rank")
    reasons = stars.select(item="member", original="original", reason="story_reason")
    grouped = own.join(reasons, on="item", how="left").with_columns(
        group=pl.coalesce("original", "group")
    )
    ranks = own.select("group", group_rank="rank")
    amended = amend(grouped.join(ranks, on="group"), links)
    is_moved = pl.col("new_group") != pl.col("group")
    return (
        amended.filter(pl.col("new_group") != pl.col("item"))
        .select(
            member="item",
            original="new_group",
            story_reason=pl.when(is_moved).then(pl.lit(STATED)).otherwise("reason"),
        )
        .sort("member")
    )


def amend_events(
    founded: pl.DataFrame, members: pl.DataFrame, claims: pl.DataFrame, links: pl.DataFrame
) -> tuple[pl.DataFrame, pl.DataFrame]:
    """Events and members of one family as the links about claims want them.

    Two events that are said to be one become the one of the earlier root. A claim that is said to
    be of another event than its own leaves with its parts for an event of its own.
    """
    own = members.join(
        claims.select("claim_id", "rank", "subset_of_claim_id"), on="claim_id"
    ).rename({"claim_id": "item", "event_id": "group"})
    grouped = own.with_columns(group_rank=pl.col("rank").min().over("group"))
    told = amend(grouped, links)
    left = told.filter(pl.col("new_group") == pl.col("item")).select("item")
    new_events = with_root_id(
        left.join(claims, left_on="item", right_on="claim_id").rename({"item": "claim_id"}),
        "own_id",
        "claim_id",
    )
    own_ids = new_events.select(item="claim_id", own_id="own_id")
    whole_ids = own_ids.select(subset_of_claim_id="item", whole_id="own_id")
    named = (
        told.join(own_ids, on="item", how="left")
        .join(whole_ids, on="subset_of_claim_id", how="left")
        .with_columns(new_id=pl.coalesce("own_id", "whole_id", "new_group"))
    )
    is_moved = pl.col("new_id") != pl.col("group")
    is_joined = is_moved & (pl.col("new_id") == pl.col("new_group"))
    amended = named.select(
        claim_id="item",
        event_id="new_id",
        event_role=pl.when(is_joined)
        .then(pl.col("event_role").replace({"core": "satellite"}))
        .when(pl.col("own_id").is_not_null())
        .then(pl.lit("core"))
        .otherwise("event_role"),
        link_score="link_score",
        link_reasons=pl.when(is_moved).then(pl.lit(STATED)).otherwise("link_reasons"),
    )
    kept = pl.concat(
        [founded, new_events.rename({"own_id": "event_id"}).select(EVENTS)], how="vertical_relaxed"
    )
    return kept.join(amended, on="event_id", how="semi", maintain_order="left"), amended


def amend(grouped: pl.DataFrame, links: pl.DataFrame) -> pl.DataFrame:
    """Add new_group: groups joined as `same` wants, then items taken out as `different` wants.

    grouped: item, rank, group, group_rank. Joined groups take the name of the first by rank. Of
    two different items of one group the later by rank leaves, and its new group is its own name.
    """
    first = join_groups(grouped, links.filter(link=SAME))
    joined = grouped.join(first, on="group", how="left", maintain_order="left").with_columns(
        new_group=pl.coalesce("first", "group")
    )
    leaving = later_items(joined, links.filter(link=DIFFERENT))
    return (
        joined.join(leaving, on="item", how="left", maintain_order="left")
        .with_columns(new_group=pl.when("leaves").then("item").otherwise("new_group"))
        .drop("first", "leaves")
    )


def join_groups(grouped: pl.DataFrame, same: pl.DataFrame) -> pl.DataFrame:
    """The first group that each group is said to be one with, over any number of steps."""
    ranks = grouped.select("group", "group_rank").unique()
    edges = pair_up(grouped, same).select("group", other="group_right").unique()
    edges = pl.concat([edges, edges.select(group="other", other="group")])
    reach = ranks.with_columns(first="group", first_rank="group_rank")
    while True:
        near = edges.join(reach.select("first", "first_rank", other="group"), on="other").select(
            "group", near="first", near_rank="first_rank"
        )
        closer = (
            reach.join(near, on="group")
            .filter(
                (pl.col("near_rank") < pl.col("first_rank"))
                | (
                    (pl.col("near_rank") == pl.col("first_rank"))
                    & (pl.col("near") < pl.col("first"))
                )
            )
            .sort("group", "near_rank", "near")
            .unique("group", keep="first", maintain_order=True)
            .select("group", "near", "near_rank")
        )
        if closer.is_empty():
            return reach.select("group", "first")
        reach = reach.join(closer, on="group", how="left", maintain_order="left").select(
            "group",
            "group_rank",
            first=pl.coalesce("near", "first"),
            first_rank=pl.coalesce("near_rank", "first_rank"),
        )


def later_items(joined: pl.DataFrame, different: pl.DataFrame) -> pl.DataFrame:
    """Of each two items that are said to differ and share a group, the later: item, leaves."""
    pairs = pair_up(joined.with_columns(group="new_group"), different).filter(
        pl.col("group") == pl.col("group_right")
    )
    is_later = pl.col("rank") > pl.col("rank_right")
    return pairs.select(
        item=pl.when(is_later).then("item").otherwise("item_right"), leaves=pl.lit(True)
    ).unique()


def pair_up(grouped: pl.DataFrame, links: pl.DataFrame) -> pl.DataFrame:
    """The two items of each link that names items of these groups, the second as …_right."""
    columns = grouped.select("item", "group", "rank")
    return links.join(columns.with_columns(left_id="item"), on="left_id").join(
        columns.with_columns(right_id="item"), on="right_id"
    )

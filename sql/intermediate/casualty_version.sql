-- One row per casualty figure and day on which it, or a figure it holds or stands in, became known.
with figure as (
    select
        event_id || '|' || victim_side_id || '|' || harm as figure_id,
        *,
    from intermediate.casualty_figure
),
related as (
    select figure_id, part_figure_id as other_id from intermediate.casualty_umbrella
    union
    select part_figure_id, figure_id from intermediate.casualty_umbrella
),
relevant as (
    select figure_id, other_id from related
    union
    select figure_id, rival_figure_id from intermediate.casualty_rival
),
moment as (
    select figure_id, as_of from figure
    union
    select relevant.figure_id, other.as_of
    from relevant
    inner join figure as other on other.figure_id = relevant.other_id
),
version as (
    select
        figure_id,
        as_of,
        lead(as_of) over (partition by figure_id order by as_of) as next_as_of,
    from moment
)
select
    version.figure_id,
    figure.event_id,
    figure.victim_side_id,
    figure.harm,
    figure.victim_actor_id,
    version.as_of,
    version.next_as_of,
    figure.low,
    figure.high,
    figure.lowest,
    figure.highest,
    figure.best_supported,
    figure.latest,
    figure.acled_conservative,
    figure.n_claims,
    figure.n_independent_claimants,
    figure.grade,
from version
inner join figure
    on figure.figure_id = version.figure_id
    and figure.as_of <= version.as_of
    and (figure.next_as_of is null or version.as_of < figure.next_as_of)

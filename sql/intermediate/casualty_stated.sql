-- One row per figure that holds finer figures, or stands in a coarser one, at each moment and
-- measure, as stated: before what its parts hold is taken off. Of several wholes over a part the
-- largest stands; the others, being alternatives to it, count nothing.
-- A whole is settled after every whole that it holds: its depth is one more than the number of
-- levels among these.
with
measured as (
    unpivot (
        select
            figure_id,
            as_of,
            next_as_of,
            low,
            high,
            lowest,
            highest,
            best_supported,
            latest,
            acled_conservative,
        from intermediate.casualty_version
        where
            figure_id in (select figure_id from intermediate.casualty_umbrella)
            or figure_id in (select part_figure_id from intermediate.casualty_umbrella)
    )
    on low, high, lowest, highest, best_supported, latest, acled_conservative
    into name measure value value
),
stated as (
    select
        row_number() over (order by figure_id, measure, as_of) as stated_no,
        *,
    from measured
),
whole as (
    select
        holding.figure_id,
        count(distinct held.level) + 1 as depth,
    from intermediate.casualty_umbrella as holding
    left join (
        select distinct figure_id, level from intermediate.casualty_umbrella
    ) as held on held.figure_id = holding.part_figure_id
    group by holding.figure_id
),
-- Materialized: else every value of a measure may be joined with every other before the rivals are.
challenged as materialized (
    select
        stated.figure_id,
        stated.measure,
        stated.as_of,
        stated.value,
        casualty_rival.rival_figure_id,
    from intermediate.casualty_rival
    inner join stated
        on stated.figure_id = casualty_rival.figure_id and casualty_rival.as_of <= stated.as_of
),
outdone as (
    select distinct challenged.figure_id, challenged.measure, challenged.as_of
    from challenged
    inner join stated as rival
        on rival.figure_id = challenged.rival_figure_id
        and rival.measure = challenged.measure
        and rival.as_of <= challenged.as_of
        and (rival.next_as_of is null or challenged.as_of < rival.next_as_of)
    where (rival.value, rival.figure_id) > (challenged.value, challenged.figure_id)
)
select
    stated.stated_no,
    stated.figure_id,
    stated.measure,
    stated.as_of,
    coalesce(whole.depth, 0) as depth,
    if(outdone.figure_id is null, stated.value, 0) as value,
from stated
left join whole using (figure_id)
left join outdone using (figure_id, measure, as_of)

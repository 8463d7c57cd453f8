-- One row per figure that holds finer figures, or stands in a coarser one, at each moment and
-- measure, with what it adds to a total.
-- A whole adds what its parts leave over; of several wholes over a part the largest stands and
-- the others, being alternatives to it, add nothing. Wholes are settled from the finest up.
with recursive
stated as (
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
whole as (
    select distinct figure_id, level from intermediate.casualty_umbrella
),
outdone as (
    select distinct stated.figure_id, stated.measure, stated.as_of
    from intermediate.casualty_rival
    inner join stated
        on stated.figure_id = casualty_rival.figure_id and casualty_rival.as_of <= stated.as_of
    inner join stated as rival_stated
        on rival_stated.figure_id = casualty_rival.rival_figure_id
        and rival_stated.measure = stated.measure
        and rival_stated.as_of <= stated.as_of
        and (rival_stated.next_as_of is null or stated.as_of < rival_stated.next_as_of)
    where (rival_stated.value, rival_stated.figure_id) > (stated.value, stated.figure_id)
),
settled as (
    select
        0 as step,
        coalesce(whole.level, 0) as level,
        stated.figure_id,
        stated.measure,
        stated.as_of,
        stated.next_as_of,
        if(outdone.figure_id is null, stated.value, 0) as value,
    from stated
    left join whole using (figure_id)
    left join outdone using (figure_id, measure, as_of)
    union all
    select
        settled.step + 1,
        settled.level,
        settled.figure_id,
        settled.measure,
        settled.as_of,
        settled.next_as_of,
        greatest(0, settled.value - coalesce(held.value, 0)),
    from settled
    left join (
        select
            taken.figure_id,
            taken.measure,
            taken.as_of,
            sum(part.value)::bigint as value,
        from settled as taken
        inner join intermediate.casualty_umbrella using (figure_id)
        inner join settled as part
            on part.figure_id = casualty_umbrella.part_figure_id
            and part.measure = taken.measure
            and part.as_of <= taken.as_of
            and (part.next_as_of is null or taken.as_of < part.next_as_of)
        where taken.level = taken.step + 1
        group by all
    ) as held using (figure_id, measure, as_of)
    where settled.step < (select max(level) from whole)
)
select
    figure_id,
    measure,
    as_of,
    value,
from settled
where step = (select coalesce(max(level), 0) from whole)

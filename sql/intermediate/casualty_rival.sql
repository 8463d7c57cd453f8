-- One row per pair of wholes of one level with overlapping dates over a shared part, with the first
-- day on which a shared part was known: from then on they are alternatives to each other.
with first_known as (
    select
        event_id || '|' || victim_side_id || '|' || harm as part_figure_id,
        min(as_of) as as_of,
    from intermediate.casualty_moment
    group by all
),
held as (
    select
        casualty_umbrella.figure_id,
        casualty_umbrella.part_figure_id,
        casualty_umbrella.level,
        casualty_place.date_start,
        casualty_place.date_end,
        first_known.as_of,
    from intermediate.casualty_umbrella
    inner join intermediate.casualty_place using (figure_id)
    inner join first_known using (part_figure_id)
)
select
    whole.figure_id,
    rival.figure_id as rival_figure_id,
    min(whole.as_of) as as_of,
from held as whole
inner join held as rival using (part_figure_id, level)
where
    rival.figure_id <> whole.figure_id
    and whole.date_start <= rival.date_end
    and rival.date_start <= whole.date_end
group by whole.figure_id, rival.figure_id

-- One row per figure and finer figure that it may hold: same harm, same side or all sides, a place
-- inside its place, overlapping dates; directly or through another.
with recursive
pair as (
    select
        whole.figure_id,
        part.figure_id as part_figure_id,
    from (
        select *, unnest(within_ids) as within_id from intermediate.casualty_place
    ) as part
    inner join intermediate.casualty_place as whole
        on whole.location_id = part.within_id
        and whole.harm = part.harm
        and whole.date_start <= part.date_end
        and part.date_start <= whole.date_end
        and (whole.victim_side_id = part.victim_side_id or whole.is_all_sides)
        and (whole.place_rank, whole.n_days_after, whole.is_all_sides)
            > (part.place_rank, part.n_days_after, part.is_all_sides)
),
reach as (
    select figure_id, part_figure_id from pair
    union
    select pair.figure_id, reach.part_figure_id
    from pair
    inner join reach on reach.figure_id = pair.part_figure_id
)
select
    reach.figure_id,
    reach.part_figure_id,
    whole.event_id,
    part.event_id as part_event_id,
    dense_rank() over (
        order by whole.place_rank, whole.n_days_after, whole.is_all_sides
    ) as level,
from reach
inner join intermediate.casualty_place as whole on whole.figure_id = reach.figure_id
inner join intermediate.casualty_place as part on part.figure_id = reach.part_figure_id

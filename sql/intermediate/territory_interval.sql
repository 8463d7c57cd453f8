-- One row per place, moment and span of days in one state, as known then; equal neighbours merged.
with changed as (
    select *
    from intermediate.territory_state
    qualify
        (status, side_id) is distinct from lag((status, side_id)) over (
            partition by location_id, as_of order by day, place_in_day
        )
),
named as (
    select
        changed.*,
        list_filter(
            list_concat(coalesce(side_ids, []), [side_before, from_side_id]),
            lambda x: x is not null and x <> 'nobody' and x is distinct from side_id
        )[1] as other_side_id,
    from changed
)
select
    location_id,
    as_of,
    day as valid_from,
    lead(day) over (
        partition by location_id, as_of order by day, place_in_day
    ) as valid_to,
    row_number() over (
        partition by location_id, as_of, day order by place_in_day
    ) as day_seq,
    status,
    side_id,
    if(status in ('disputed', 'contested'), other_side_id, null) as other_side_id,
    basis,
    grade,
    event_id,
from named

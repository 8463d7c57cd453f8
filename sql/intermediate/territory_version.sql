-- One row per place, window of days and day from which its turns were others than before, with the
-- state that the last of them leaves to what follows; fighting leaves the state as it was.
-- replaced by: window_id
with content as (
    select
        view_no,
        list(territory_turn order by day, place_in_day).list_transform(
            lambda turn: struct_pack(
                day := turn.day,
                place_in_day := turn.place_in_day,
                basis := turn.basis,
                event_id := turn.event_id,
                claim_id := turn.claim_id,
                status := turn.status,
                side_id := turn.side_id,
                side_ids := turn.side_ids,
                against_side_ids := turn.against_side_ids,
                from_side_id := turn.from_side_id,
                grade := turn.grade
            )
        ) as turns,
        arg_max(
            struct_pack(status := status, side_id := coalesce(side_id, 'nobody')),
            (day, place_in_day)
        ) filter (status <> 'contested') as left_behind,
    from intermediate.territory_turn
    group by view_no
)
select
    moment.view_no,
    moment.location_id,
    moment.window_no,
    moment.window_id,
    moment.as_of,
    content.left_behind.status as status_after,
    content.left_behind.side_id as side_after,
    content.turns,
from intermediate.territory_moment as moment
left join content using (view_no)
qualify content.turns is distinct from lag(content.turns) over (
    partition by moment.location_id, moment.window_no order by moment.as_of
)

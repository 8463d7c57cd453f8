-- One row per place, day on which some turn of it became another, and window known by then: the
-- view that held of the window, and the state that the windows before it leave to it.
with moment as (
    select
        location_id,
        as_of,
        lead(as_of) over (partition by location_id order by as_of) as next_as_of,
    from (select distinct location_id, as_of from intermediate.territory_version)
),
place_window as (
    select
        location_id,
        window_no,
        min(as_of) as known_from,
    from intermediate.territory_version
    group by location_id, window_no
),
looked_at as (
    select
        moment.location_id,
        moment.as_of,
        moment.next_as_of,
        place_window.window_no,
    from moment
    inner join place_window
        on place_window.location_id = moment.location_id
        and place_window.known_from <= moment.as_of
)
select
    looked_at.location_id,
    looked_at.as_of,
    looked_at.next_as_of,
    looked_at.window_no,
    version.view_no,
    coalesce(last_value(version.status_after ignore nulls) over earlier, 'none') as status_before,
    coalesce(last_value(version.side_after ignore nulls) over earlier, 'none') as side_before,
from looked_at
asof join intermediate.territory_version as version
    on version.location_id = looked_at.location_id
    and version.window_no = looked_at.window_no
    and version.as_of <= looked_at.as_of
window earlier as (
    partition by looked_at.location_id, looked_at.as_of order by looked_at.window_no
    rows between unbounded preceding and 1 preceding
)

-- One row per place, span of days in one state, and span of days in which that was what was known;
-- equal neighbours are merged, also across windows.
with changed as (
    select
        state.*,
        row_number() over turn = 1 as is_first,
        (status, side_id) is distinct from lag((status, side_id)) over turn as is_change,
    from intermediate.territory_state as state
    window turn as (
        partition by view_no, status_followed, side_followed order by day, place_in_day
    )
),
span as (
    select
        changed.*,
        lead(day) over turn as next_day,
        row_number() over (
            partition by view_no, status_followed, side_followed, day order by place_in_day
        ) as place_in_span,
    from changed
    where is_change or is_first
    window turn as (
        partition by view_no, status_followed, side_followed order by day, place_in_day
    )
),
edge as (
    select
        view_no,
        status_followed,
        side_followed,
        arg_min((status, side_id), (day, place_in_day)) as first_state,
        arg_max((status, side_id), (day, place_in_day)) as last_state,
        min(day) as first_day,
        min(day) filter (place_no = 2) as second_day,
    from (
        select
            span.*,
            row_number() over (
                partition by view_no, status_followed, side_followed order by day, place_in_day
            ) as place_no,
        from span
    )
    group by view_no, status_followed, side_followed
),
joined as (
    select
        snapshot.*,
        edge.first_day,
        edge.first_day is not null
        and edge.first_state
            is not distinct from last_value(edge.last_state ignore nulls) over earlier
            as is_continued,
        edge.second_day,
    from intermediate.territory_snapshot as snapshot
    left join edge
        on edge.view_no = snapshot.view_no
        and edge.status_followed = snapshot.status_before
        and edge.side_followed = snapshot.side_before
    window earlier as (
        partition by snapshot.location_id, snapshot.as_of order by snapshot.window_no
        rows between unbounded preceding and 1 preceding
    )
),
ended as (
    select
        joined.*,
        first_value(if(is_continued, second_day, first_day) ignore nulls) over (
            partition by location_id, as_of order by window_no
            rows between 1 following and unbounded following
        ) as next_start,
    from joined
),
steady as (
    select
        ended.*,
        count(*) filter (is_new) over (
            partition by location_id, window_no order by as_of
        ) as stretch,
    from (
        select
            ended.*,
            (view_no, status_before, side_before, is_continued, next_start) is distinct from lag(
                (view_no, status_before, side_before, is_continued, next_start)
            ) over (partition by location_id, window_no order by as_of) as is_new,
        from ended
    ) as ended
),
held as (
    select
        location_id,
        window_no,
        view_no,
        status_before,
        side_before,
        is_continued,
        first_day,
        next_start,
        min(as_of) as known_from,
        if(bool_or(next_as_of is null), null, max(next_as_of)) as known_to,
    from steady
    group by
        location_id, window_no, view_no, status_before, side_before, is_continued, first_day,
        next_start, stretch
)
select
    held.location_id,
    span.day as valid_from,
    coalesce(span.next_day, held.next_start) as valid_to,
    span.place_in_span - if(held.is_continued and span.day = held.first_day, 1, 0) as day_seq,
    held.known_from,
    held.known_to,
    span.status,
    span.side_id,
    if(
        span.status in ('disputed', 'contested'),
        list_filter(
            list_concat(coalesce(span.side_ids, []), [span.side_before, span.from_side_id]),
            lambda x: x is not null and x <> 'nobody' and x is distinct from span.side_id
        )[1],
        null
    ) as other_side_id,
    span.basis,
    span.grade,
    span.event_id,
    span.claim_id,
from held
inner join span
    on span.view_no = held.view_no
    and span.status_followed = held.status_before
    and span.side_followed = held.side_before
where not (held.is_continued and span.is_first)

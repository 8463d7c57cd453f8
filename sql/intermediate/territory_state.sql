-- One row per view, state that it follows, and turn: the state from then on.
with variant as (
    select distinct
        view_no,
        status_before,
        side_before,
    from intermediate.territory_snapshot
),
told as (
    select
        view_no,
        unnest(turns) as turn,
    from intermediate.territory_version
),
turned as (
    select
        view_no,
        turn.*,
    from told
),
followed as (
    select
        turn.* exclude (status, side_id),
        turn.status as status_told,
        turn.side_id as side_told,
        variant.status_before as status_followed,
        variant.side_before as side_followed,
        coalesce(
            last_value(if(turn.status = 'contested', null, turn.status) ignore nulls) over earlier,
            variant.status_before
        ) as status_before,
        coalesce(
            last_value(
                if(turn.status = 'contested', null, coalesce(turn.side_id, 'nobody'))
                ignore nulls
            ) over earlier,
            variant.side_before
        ) as side_before,
    from turned as turn
    inner join variant using (view_no)
    window earlier as (
        partition by variant.view_no, variant.status_before, variant.side_before
        order by turn.day, turn.place_in_day
        rows between unbounded preceding and 1 preceding
    )
)
select
    view_no,
    status_followed,
    side_followed,
    day,
    place_in_day,
    basis,
    event_id,
    claim_id,
    -- more fighting does not end a dispute
    if(status_told = 'contested' and status_before = 'disputed', 'disputed', status_told)
        as status,
    if(status_told = 'contested' and side_before not in ('none', 'nobody'), side_before, side_told)
        as side_id,
    if(side_before in ('none', 'nobody'), null, side_before) as side_before,
    side_ids,
    from_side_id,
    grade,
from followed
-- nobody contests a place by denying that another than its holder took it; nor does one who has
-- lost it already leave it to nobody
where
    not coalesce(
        status_told = 'contested'
        and side_before not in ('none', 'nobody')
        and not list_contains(against_side_ids, side_before),
        false
    )
    and not coalesce(
        status_told = 'unknown'
        and side_before not in ('none', 'nobody')
        and from_side_id <> side_before,
        false
    )

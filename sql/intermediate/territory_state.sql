-- One row per place, moment and evidence day, or turn within it: the state from then on.
with seen as (
    select
        location_id,
        as_of,
        day,
        side_id,
        basis,
        arg_min(event_id, (not is_change, claim_id)) as event_id,
        min(list_filter(other_side_ids, lambda x: x is not null)[1]) as from_side_id,
    from intermediate.territory_known
    where kind = 'held'
    group by all
),
held as (
    select
        location_id,
        as_of,
        day,
        hold.place_in_day,
        hold.basis,
        seen.event_id,
        seen.from_side_id,
        run_no,
        run.n_independent_claimants,
        run.n_disinterested,
        run.is_admitted or coalesce(contest.is_admitted, false) as is_admitted,
        case
            when hold.is_unordered then 'disputed'
            when hold.is_last_of_day and not contest.is_settled then 'disputed'
            when hold.side_id = 'nobody' then 'unknown'
            else 'controlled'
        end as status,
        if(hold.is_unordered or hold.side_id = 'nobody', null, hold.side_id) as side_id,
        contest.side_ids,
        null as against_side_ids,
    from intermediate.territory_hold as hold
    inner join seen using (location_id, as_of, day, side_id, basis)
    inner join intermediate.territory_run as run using (location_id, as_of, run_no)
    left join intermediate.territory_contest as contest using (location_id, as_of, day, run_no)
    -- sides in no order are one dispute
    qualify
        not hold.is_unordered
        or row_number() over (
            partition by location_id, as_of, day, hold.basis order by hold.place_in_day
        ) = 1
),
fought as (
    select
        contest.location_id,
        contest.as_of,
        contest.day,
        1 as place_in_day,
        'day' as basis,
        contest.event_id,
        null as from_side_id,
        contest.run_no,
        run.n_independent_claimants,
        run.n_disinterested,
        contest.is_admitted,
        if(contest.is_settled, 'controlled', 'contested') as status,
        if(contest.is_settled, run.side_id, null) as side_id,
        contest.side_ids,
        contest.against_side_ids,
    from intermediate.territory_contest as contest
    anti join intermediate.territory_hold as hold using (location_id, as_of, day)
    left join intermediate.territory_run as run using (location_id, as_of, run_no)
    qualify row_number() over (
        partition by location_id, as_of, day
        order by contest.is_settled, contest.against_side_ids is not null, contest.run_no
    ) = 1
),
turn as (
    from held
    union all by name
    from fought
),
followed as (
    select
        turn.*,
        last_value(if(status = 'contested', null, status) ignore nulls) over earlier
            as status_before,
        last_value(if(status = 'contested', null, coalesce(side_id, 'nobody')) ignore nulls)
            over earlier as side_before,
    from turn
    window earlier as (
        partition by location_id, as_of order by day, place_in_day
        rows between unbounded preceding and 1 preceding
    )
)
select
    location_id,
    as_of,
    day,
    place_in_day,
    basis,
    event_id,
    -- more fighting does not end a dispute
    if(status = 'contested' and status_before = 'disputed', 'disputed', status) as status,
    if(status = 'contested', nullif(side_before, 'nobody'), side_id) as side_id,
    side_ids,
    from_side_id,
    nullif(side_before, 'nobody') as side_before,
    case
        when status in ('disputed', 'contested') then 'contested'
        when is_admitted then 'confirmed'
        when n_independent_claimants >= 2 and n_disinterested >= 1 then 'fair'
        else 'weak'
    end as grade,
from followed
-- nobody contests a place by denying that another than its holder took it; nor does one who has
-- lost it already leave it to nobody
where
    not coalesce(
        status = 'contested'
        and side_before <> 'nobody'
        and not list_contains(against_side_ids, side_before),
        false
    )
    and not coalesce(
        status = 'unknown' and side_before <> 'nobody' and from_side_id <> side_before, false
    )

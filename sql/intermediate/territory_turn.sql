-- One row per view and evidence day of its window, or turn within it: the state that the evidence
-- of that day opens, before it is known what state it follows.
with seen as (
    select
        view_no,
        day,
        side_id,
        basis,
        arg_min(
            struct_pack(event_id := event_id, claim_id := claim_id),
            (event_id is null, not is_change, known_from, claim_id)
        ) as opened_by,
        min(list_filter(other_side_ids, lambda x: x is not null)[1]) as from_side_id,
    from intermediate.territory_known
    where kind = 'held'
    group by all
),
held as (
    select
        view_no,
        day,
        hold.place_in_day,
        hold.basis,
        seen.opened_by,
        seen.from_side_id,
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
    inner join seen using (view_no, day, side_id, basis)
    inner join intermediate.territory_run as run using (view_no, run_no)
    left join intermediate.territory_contest as contest using (view_no, day, run_no)
    -- sides in no order are one dispute
    qualify
        not hold.is_unordered
        or row_number() over (partition by view_no, day, hold.basis order by hold.place_in_day) = 1
),
fought as (
    select
        contest.view_no,
        contest.day,
        1 as place_in_day,
        'day' as basis,
        contest.opened_by,
        null as from_side_id,
        run.n_independent_claimants,
        run.n_disinterested,
        contest.is_admitted,
        if(contest.is_settled, 'controlled', 'contested') as status,
        if(contest.is_settled, run.side_id, null) as side_id,
        contest.side_ids,
        contest.against_side_ids,
    from intermediate.territory_contest as contest
    anti join intermediate.territory_hold as hold using (view_no, day)
    left join intermediate.territory_run as run using (view_no, run_no)
    qualify row_number() over (
        partition by view_no, day
        order by contest.is_settled, contest.against_side_ids is not null, contest.run_no
    ) = 1
),
turn as (
    from held
    union all by name
    from fought
)
select
    turn.view_no,
    turn.day,
    turn.place_in_day,
    turn.basis,
    turn.opened_by.event_id as event_id,
    turn.opened_by.claim_id as claim_id,
    turn.status,
    turn.side_id,
    turn.side_ids,
    turn.against_side_ids,
    turn.from_side_id,
    case
        when turn.status in ('disputed', 'contested') then 'contested'
        when turn.is_admitted then 'confirmed'
        when turn.n_independent_claimants >= 2 and turn.n_disinterested >= 1 then 'fair'
        else 'weak'
    end as grade,
from turn
inner join intermediate.territory_moment as moment using (view_no)
where turn.day >= moment.window_start and turn.day < moment.window_end

-- One row per view and run of days in it that one side had the place, with who supports it.
with run as (
    select
        view_no,
        run_no,
        any_value(side_id) as side_id,
        min(day) as date_start,
        max(day) as date_end,
    from intermediate.territory_hold
    group by view_no, run_no
),
support as (
    select
        run.view_no,
        run.run_no,
        evidence.origin_id,
        evidence.origin_kind,
        evidence.story_id,
        evidence.is_interested,
        evidence.is_admission,
        evidence.origin_kind <> 'publisher'
        or bool_and(evidence.origin_kind = 'publisher') over (
            partition by run.view_no, run.run_no
        ) as is_weighted,
    from run
    inner join intermediate.territory_known as evidence
        on evidence.view_no = run.view_no
        and evidence.side_id = run.side_id
        and evidence.kind = 'held'
        and evidence.date_start <= run.date_end
        and run.date_start <= evidence.day
    where evidence.origin_id is not null
),
weight as (
    select
        view_no,
        run_no,
        least(
            count(distinct origin_id) filter (is_weighted),
            count(distinct story_id) filter (is_weighted)
        ) as n_independent_claimants,
        count(distinct origin_id) filter (is_weighted and not is_interested) as n_disinterested,
        bool_or(is_admission) as is_admitted,
    from support
    group by all
)
select
    view_no,
    run_no,
    run.side_id,
    run.date_start,
    run.date_end,
    coalesce(weight.n_independent_claimants, 0) as n_independent_claimants,
    coalesce(weight.n_disinterested, 0) as n_disinterested,
    coalesce(weight.is_admitted, false) as is_admitted,
from run
left join weight using (view_no, run_no)

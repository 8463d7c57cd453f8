-- One row per view, day and run with fighting for the place or a denial of the run, and whether it
-- is settled. A denial speaks of the last day that the side it denies is said to have had the
-- place, not of the day it was uttered.
-- Settled: enough origins that are no party, did not raise the contest and had not spoken before
-- affirm the run later; or the losing side concedes it, or soon claims to have retaken the place.
-- Only days of the view's own window: the days around it are another view's to judge.
with settling_window as (
    select value::integer as n_days from stage.lexicon_constants where name = 'settling_window'
),
raised as (
    select
        known.view_no,
        known.claim_id,
        known.event_id,
        known.other_side_ids,
        known.against_side_id,
        coalesce(known.origin_id, known.claim_id) as origin_id,
        known.known_from,
        coalesce(max(hold.day), any_value(known.day)) as day,
    from intermediate.territory_known as known
    cross join settling_window
    left join intermediate.territory_hold as hold
        on hold.view_no = known.view_no
        and case
            when known.against_side_id is not null then hold.side_id = known.against_side_id
            else known.is_denial and hold.side_id <> known.from_side_id
        end
        and hold.day <= known.day
        and known.day - hold.day <= settling_window.n_days
    where known.kind = 'contested'
    group by all
),
spoken as (
    select
        raised.*,
        run.run_no,
        run.side_id,
        run.date_start,
        run.date_end,
    from raised
    inner join intermediate.territory_moment as moment
        on moment.view_no = raised.view_no
        and raised.day >= moment.window_start
        and raised.day < moment.window_end
    left join intermediate.territory_run as run
        on run.view_no = raised.view_no
        and raised.day between run.date_start and run.date_end
        and coalesce(raised.against_side_id, run.side_id) = run.side_id
),
stated as (
    select
        view_no,
        day,
        run_no,
        origin_id,
        min(known_from) as known_from,
    from spoken
    group by all
),
contest as (
    select
        view_no,
        day,
        run_no,
        list(origin_id order by origin_id) as origin_ids,
        max(known_from) as known_from,
    from stated
    group by all
),
named as (
    select
        view_no,
        day,
        run_no,
        any_value(side_id) as side_id,
        any_value(date_start) as date_start,
        any_value(date_end) as date_end,
        arg_min((event_id, claim_id), (event_id is null, known_from, claim_id)) as opened_by,
        list_sort(list_distinct(flatten(list(other_side_ids)))) as side_ids,
        if(
            count(*) = count(against_side_id), list_distinct(list(against_side_id)), null
        ) as against_side_ids,
    from spoken
    group by view_no, day, run_no
),
fought as (
    select
        named.*,
        contest.origin_ids,
        contest.known_from,
    from named
    inner join contest
        on contest.view_no = named.view_no
        and contest.day = named.day
        and contest.run_no is not distinct from named.run_no
),
affirmation as (
    select
        fought.view_no,
        fought.day,
        fought.run_no,
        fought.known_from as contested_from,
        evidence.origin_id,
        min(evidence.known_from) as known_from,
    from fought
    inner join intermediate.territory_known as evidence
        on evidence.view_no = fought.view_no
        and evidence.side_id = fought.side_id
        and evidence.date_start <= fought.date_end
        and fought.date_start <= evidence.day
    where
        evidence.kind = 'held'
        and evidence.basis in ('day', 'by')
        and evidence.origin_kind in ('person', 'outlet', 'anonymous')
        and not list_contains(fought.origin_ids, evidence.origin_id)
    group by all
),
affirmed as (
    select
        view_no,
        day,
        run_no,
        count(*) filter (known_from > contested_from) as n_origins,
    from affirmation
    group by all
),
admitted as (
    select distinct
        fought.view_no,
        fought.day,
        fought.run_no,
    from fought
    cross join settling_window
    inner join intermediate.territory_known as word
        on word.view_no = fought.view_no
        and word.day <= fought.day + settling_window.n_days
        and word.is_change
        and word.party_side_id is not null
    where
        (
            word.from_side_id = fought.side_id
            and word.side_id <> fought.side_id
            and word.side_id = word.party_side_id
            and word.date_start > fought.day
        )
        or (
            word.from_side_id <> fought.side_id
            and coalesce(nullif(word.side_id, 'nobody'), fought.side_id) = fought.side_id
            and word.from_side_id = word.party_side_id
            and word.known_from > fought.known_from
            and word.day >= fought.date_start
        )
)
select
    fought.view_no,
    fought.day,
    fought.run_no,
    fought.opened_by,
    fought.side_ids,
    fought.against_side_ids,
    admitted.day is not null as is_admitted,
    coalesce(affirmed.n_origins >= settling_origins.value, false) or admitted.day is not null
        as is_settled,
from fought
inner join stage.lexicon_constants as settling_origins
    on settling_origins.name = 'settling_origins'
left join affirmed using (view_no, day, run_no)
left join admitted using (view_no, day, run_no)

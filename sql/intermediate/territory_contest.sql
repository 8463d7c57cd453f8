-- One row per place, moment, day and run with fighting for the place or a denial of the run, and
-- whether it is settled. A denial speaks of the last day that the side it denies is said to have
-- had the place, not of the day it was uttered.
-- Settled: enough origins that are no party, did not raise the contest and had not spoken before
-- affirm the run later; or the losing side concedes it, or soon claims to have retaken the place.
with settling_window as (
    select value::integer as n_days from stage.lexicon_constants where name = 'settling_window'
),
raised as (
    select
        known.as_of,
        known.location_id,
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
        on hold.location_id = known.location_id
        and hold.as_of = known.as_of
        and hold.side_id = known.against_side_id
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
    left join intermediate.territory_run as run
        on run.location_id = raised.location_id
        and run.as_of = raised.as_of
        and raised.day between run.date_start and run.date_end
        and coalesce(raised.against_side_id, run.side_id) = run.side_id
),
stated as (
    select
        location_id,
        as_of,
        day,
        run_no,
        origin_id,
        min(known_from) as known_from,
    from spoken
    group by all
),
contest as (
    select
        location_id,
        as_of,
        day,
        run_no,
        list(origin_id order by origin_id) as origin_ids,
        max(known_from) as known_from,
    from stated
    group by all
),
named as (
    select
        location_id,
        as_of,
        day,
        run_no,
        any_value(side_id) as side_id,
        any_value(date_start) as date_start,
        any_value(date_end) as date_end,
        min(event_id) as event_id,
        list_sort(list_distinct(flatten(list(other_side_ids)))) as side_ids,
        if(
            count(*) = count(against_side_id), list_distinct(list(against_side_id)), null
        ) as against_side_ids,
    from spoken
    group by location_id, as_of, day, run_no
),
fought as (
    select
        named.*,
        contest.origin_ids,
        contest.known_from,
    from named
    inner join contest
        on contest.location_id = named.location_id
        and contest.as_of = named.as_of
        and contest.day = named.day
        and contest.run_no is not distinct from named.run_no
),
affirmation as (
    select
        fought.location_id,
        fought.as_of,
        fought.day,
        fought.run_no,
        fought.known_from as contested_from,
        evidence.origin_id,
        min(evidence.known_from) as known_from,
    from fought
    inner join intermediate.territory_known as evidence
        on evidence.location_id = fought.location_id
        and evidence.as_of = fought.as_of
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
        location_id,
        as_of,
        day,
        run_no,
        count(*) filter (known_from > contested_from) as n_origins,
    from affirmation
    group by all
),
admitted as (
    select distinct
        fought.location_id,
        fought.as_of,
        fought.day,
        fought.run_no,
    from fought
    cross join settling_window
    inner join intermediate.linked_claim as word
        on word.location_id = fought.location_id
        and word.known_from <= fought.as_of
        and word.date_end <= fought.day + settling_window.n_days
    where
        word.claim_type = 'territory_change'
        and word.is_affirmed
        and word.origin_kind = 'party'
        and (
            (
                word.from_side_id = fought.side_id
                and word.to_side_id <> fought.side_id
                and word.claimant_side_id = word.to_side_id
                and word.date_start > fought.day
            )
            or (
                word.from_side_id <> fought.side_id
                and coalesce(word.to_side_id, fought.side_id) = fought.side_id
                and word.claimant_side_id = word.from_side_id
                and word.known_from > fought.known_from
                and word.date_end >= fought.date_start
            )
        )
)
select
    fought.location_id,
    fought.as_of,
    fought.day,
    fought.run_no,
    fought.event_id,
    fought.side_ids,
    fought.against_side_ids,
    admitted.day is not null as is_admitted,
    coalesce(affirmed.n_origins >= settling_origins.value, false) or admitted.day is not null
        as is_settled,
from fought
inner join stage.lexicon_constants as settling_origins
    on settling_origins.name = 'settling_origins'
left join affirmed using (location_id, as_of, day, run_no)
left join admitted using (location_id, as_of, day, run_no)

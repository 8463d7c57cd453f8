-- One row per place, moment and day with fighting for it or a denial, and whether it is settled.
-- Settled: enough origins that are no party, did not raise the contest and had not spoken before
-- affirm the run later; or the losing side soon claims to have retaken the place.
with raised as (
    select
        moment.as_of,
        evidence.location_id,
        evidence.day,
        evidence.event_id,
        evidence.claim_id,
        evidence.other_side_ids,
        evidence.origin_id,
        evidence.known_from,
    from intermediate.territory_moment as moment
    inner join intermediate.territory_evidence as evidence
        on evidence.location_id = moment.location_id and evidence.known_from <= moment.as_of
    where evidence.kind = 'contested'
),
stated as (
    select
        location_id,
        as_of,
        day,
        coalesce(origin_id, claim_id) as origin_id,
        min(known_from) as known_from,
    from raised
    group by all
),
contest as (
    select
        location_id,
        as_of,
        day,
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
        min(event_id) as event_id,
        list_sort(list_distinct(flatten(list(other_side_ids)))) as side_ids,
    from raised
    group by all
),
fought as (
    select
        contest.*,
        run.run_no,
        run.side_id,
        run.date_start,
        run.date_end,
    from contest
    left join intermediate.territory_run as run
        on run.location_id = contest.location_id
        and run.as_of = contest.as_of
        and contest.day between run.date_start and run.date_end
),
affirmation as (
    select
        fought.location_id,
        fought.as_of,
        fought.day,
        fought.run_no,
        evidence.origin_id,
        min(evidence.known_from) as known_from,
    from fought
    inner join intermediate.territory_evidence as evidence
        on evidence.location_id = fought.location_id
        and evidence.side_id = fought.side_id
        and evidence.known_from <= fought.as_of
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
        count(*) filter (affirmation.known_from > contest.known_from) as n_origins,
    from affirmation
    inner join contest using (location_id, as_of, day)
    group by all
),
admitted as (
    select distinct
        fought.location_id,
        fought.as_of,
        fought.day,
        fought.run_no,
    from fought
    inner join stage.lexicon_constants as settling_window
        on settling_window.name = 'settling_window'
    inner join intermediate.linked_claim as retaking
        on retaking.location_id = fought.location_id
        and retaking.from_side_id = fought.side_id
        and retaking.to_side_id <> fought.side_id
        and retaking.known_from <= fought.as_of
        and retaking.date_start > fought.day
        and retaking.date_end <= fought.day + settling_window.value::integer
    where
        retaking.claim_type = 'territory_change'
        and retaking.is_affirmed
        and retaking.origin_kind = 'party'
        and retaking.claimant_side_id = retaking.to_side_id
)
select
    location_id,
    as_of,
    day,
    fought.run_no,
    named.event_id,
    named.side_ids,
    coalesce(affirmed.n_origins >= settling_origins.value, false) as is_affirmed,
    admitted.day is not null as is_admitted,
    coalesce(affirmed.n_origins >= settling_origins.value, false) or admitted.day is not null
        as is_settled,
from fought
inner join named using (location_id, as_of, day)
inner join stage.lexicon_constants as settling_origins
    on settling_origins.name = 'settling_origins'
left join affirmed using (location_id, as_of, day, run_no)
left join admitted using (location_id, as_of, day, run_no)

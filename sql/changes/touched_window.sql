-- One row per place and window of days of its ledger in whose reach evidence may be other evidence
-- now (sql/intermediate/territory_reach.sql). What a whole province hands down is known no earlier
-- than the place is, so that it may change with any word on the place.
with place as (
    from before.dim_location
    union
    from core.dim_location
),
changed as (
    select
        dated_claims.location_id,
        dated_claims.date_end as day,
        dated_claims.is_whole,
    from stage.dated_claims
    semi join changes.changed_claim using (claim_id)
    where dated_claims.claim_type in ('territory_change', 'territory_control', 'contested')
    union
    select dim_location.location_id, fact_claim.date_end, fact_claim.is_whole
    from before.fact_claim
    inner join before.dim_location using (location_key)
    semi join changes.changed_claim using (claim_id)
    where fact_claim.claim_type in ('territory_change', 'territory_control', 'contested')
    union
    select baseline.location_id, baseline.as_of, false
    from stage.baseline
    anti join before.dim_location using (location_id)
),
handed_down as (
    select distinct
        dated_claims.location_id as admin1_id,
        dated_claims.date_end as day,
    from stage.dated_claims
    where
        dated_claims.claim_type in ('territory_change', 'territory_control')
        and dated_claims.is_whole
),
spoken as (
    select location_id, day from changed
    union
    select place.location_id, changed.day
    from changed
    inner join place on place.admin1_id = changed.location_id
    where changed.is_whole
    union
    select changed.location_id, handed_down.day
    from changed
    inner join place using (location_id)
    inner join handed_down using (admin1_id)
),
placed as (
    select
        spoken.location_id,
        (spoken.day - date '2000-01-01') / ledger_window.value as place_in_calendar,
    from spoken
    inner join stage.lexicon_constants as ledger_window on ledger_window.name = 'ledger_window'
    where spoken.day is not null
)
select distinct
    location_id || '|' || unnest([
        floor(place_in_calendar)::integer,
        floor(place_in_calendar)::integer
            + if(place_in_calendar - floor(place_in_calendar) < 0.5, -1, 1),
    ]) as window_id,
from placed

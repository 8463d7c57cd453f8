-- One row per event and finer event of which some figure does, did or might hold one of the other's.
-- As in intermediate.casualty_umbrella, with every harm and side that a claim of the event names.
with told as (
    select distinct
        event_claims.event_id,
        dated_claims.harm,
        coalesce(dated_claims.victim_side_id, 'unknown') as victim_side_id,
    from stage.dated_claims
    inner join stage.event_claims using (claim_id)
    where dated_claims.claim_type = 'casualty'
),
figure as (
    select
        event_place.*,
        told.harm,
        told.victim_side_id,
        told.victim_side_id = 'unknown' as is_all_sides,
    from told
    inner join intermediate.event_place using (event_id)
),
changed as (
    from figure semi join changes.changed_event using (event_id)
),
unchanged as (
    from figure anti join changes.changed_event using (event_id)
),
pair as (
    select whole, part
    from (select *, unnest(within_ids) as within_id from changed) as part
    inner join figure as whole
        on whole.location_id = part.within_id and whole.harm = part.harm
    union all
    select whole, part
    from changed as whole
    inner join (select *, unnest(within_ids) as within_id from unchanged) as part
        on whole.location_id = part.within_id and whole.harm = part.harm
)
select
    related_event_id as event_id,
    event_id as part_event_id,
from before.event_relation
where relation = 'part_of'
union
select
    whole.event_id,
    part.event_id,
from pair
where
    whole.date_start <= part.date_end
    and part.date_start <= whole.date_end
    and (whole.victim_side_id = part.victim_side_id or whole.is_all_sides)
    and (whole.place_rank, whole.n_days_after, whole.is_all_sides)
        > (part.place_rank, part.n_days_after, part.is_all_sides)

-- One row per place and span of days in one state, as known at the end of a day.
-- A swap inside a day leaves a row that begins and ends on it; filter by dates to leave it out.
-- parameters: as_of
select
    fact_territory_control.event_id,
    fact_territory_control.location_key,
    fact_territory_control.actor_key,
    fact_territory_control.other_actor_key,
    fact_territory_control.valid_from,
    fact_territory_control.valid_to,
    fact_territory_control.day_seq,
    fact_territory_control.status,
    fact_territory_control.basis,
    fact_territory_control.grade,
from core.fact_territory_control
where
    fact_territory_control.known_from <= as_of::date
    and as_of::date < coalesce(fact_territory_control.known_to, date '9999-12-31')

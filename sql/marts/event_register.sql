-- One row per event, flat, with names instead of keys: what a person or a BI tool opens first.
-- replaced by: event_id
select
    fact_event.event_id,
    fact_event.date_start,
    fact_event.date_end,
    fact_event.first_reported_on,
    fact_event.last_reported_on,
    fact_event.date_precision,
    fact_event.event_family,
    dim_event_type.event_type,
    dim_event_type.sub_event_type,
    fact_territory_change.change_type,
    dim_location.country_name,
    dim_location.admin1_name,
    dim_location.admin2_name,
    dim_location.name as location_name,
    dim_location.location_type,
    fact_event.where_precision,
    initiator.name as initiator_name,
    target.name as target_name,
    side.name as side_name,
    loser.name as from_actor_name,
    taker.name as to_actor_name,
    fact_event.grade,
    coalesce(fact_territory_change.is_contradicted, fact_event.grade = 'contested')
        as is_contradicted,
    dim_location.latitude,
    dim_location.longitude,
    fact_event.killed_low,
    fact_event.killed_best,
    fact_event.killed_high,
    fact_event.wounded_low,
    fact_event.wounded_best,
    fact_event.wounded_high,
    fact_event.killed_or_wounded_low,
    fact_event.killed_or_wounded_best,
    fact_event.killed_or_wounded_high,
    fact_event.captured_low,
    fact_event.captured_best,
    fact_event.captured_high,
    fact_event.n_claims,
    fact_event.n_articles,
    fact_event.n_stories,
    fact_event.n_origins,
    fact_event.n_disinterested,
    fact_event.n_independent_claimants,
    fact_event.n_places,
    fact_event.link_reason,
from core.fact_event
inner join core.dim_event_type using (event_type_key)
inner join core.dim_location using (location_key)
inner join core.dim_actor as initiator on initiator.actor_key = fact_event.initiator_actor_key
inner join core.dim_actor as target on target.actor_key = fact_event.target_actor_key
inner join core.dim_actor as side on side.actor_key = fact_event.side_key
left join core.fact_territory_change using (event_id)
left join core.dim_actor as loser on loser.actor_key = fact_territory_change.from_actor_key
left join core.dim_actor as taker on taker.actor_key = fact_territory_change.to_actor_key
order by date_start, event_id

-- One row per event that changed, or is said to have changed, who holds a place.
-- replaced by: event_id
select
    events.event_id,
    coalesce(dim_date.date_key, -1) as date_key,
    coalesce(dim_location.location_key, -1) as location_key,
    coalesce(loser.actor_key, -1) as from_actor_key,
    coalesce(taker.actor_key, -1) as to_actor_key,
    if(events.event_family = 'contested', 'contested', events.change_type) as change_type,
    events.sub_event_type,
    support.grade,
    support.is_contradicted,
    events.n_places,
from stage.events
inner join intermediate.event_support as support using (event_id)
left join core.dim_date on dim_date.date = events.date_start
left join core.dim_location using (location_id)
left join core.dim_actor as loser on loser.actor_id = events.from_actor_id
left join core.dim_actor as taker on taker.actor_id = events.to_actor_id
where events.event_family in ('territory', 'contested')
order by event_id

-- One row per event: what happened where and when, who did it to whom, and how sure anyone can be.
-- replaced by: event_id
with harm as (
    select
        event_id,
        max(low) filter (harm = 'killed') as killed_low,
        max(best) filter (harm = 'killed') as killed_best,
        max(high) filter (harm = 'killed') as killed_high,
        max(low) filter (harm = 'wounded') as wounded_low,
        max(best) filter (harm = 'wounded') as wounded_best,
        max(high) filter (harm = 'wounded') as wounded_high,
        max(low) filter (harm = 'killed_or_wounded') as killed_or_wounded_low,
        max(best) filter (harm = 'killed_or_wounded') as killed_or_wounded_best,
        max(high) filter (harm = 'killed_or_wounded') as killed_or_wounded_high,
        max(low) filter (harm = 'captured') as captured_low,
        max(best) filter (harm = 'captured') as captured_best,
        max(high) filter (harm = 'captured') as captured_high,
    from intermediate.event_harm
    group by event_id
)
select
    events.event_id,
    coalesce(dim_event_type.event_type_key, -1) as event_type_key,
    coalesce(dim_date.date_key, -1) as date_key,
    coalesce(dim_location.location_key, -1) as location_key,
    coalesce(initiator.actor_key, -1) as initiator_actor_key,
    coalesce(target.actor_key, -1) as target_actor_key,
    coalesce(side.actor_key, -1) as side_key,
    events.date_start,
    events.date_end,
    support.first_reported_on,
    support.last_reported_on,
    events.date_precision,
    events.event_family,
    events.where_precision,
    support.grade,
    harm.killed_low,
    harm.killed_best,
    harm.killed_high,
    harm.wounded_low,
    harm.wounded_best,
    harm.wounded_high,
    harm.killed_or_wounded_low,
    harm.killed_or_wounded_best,
    harm.killed_or_wounded_high,
    harm.captured_low,
    harm.captured_best,
    harm.captured_high,
    support.n_claims,
    support.n_articles,
    support.n_stories,
    support.n_origins,
    support.n_disinterested,
    support.n_independent_claimants,
    events.n_places,
    events.link_reason,
from stage.events
inner join intermediate.event_support as support using (event_id)
left join harm using (event_id)
left join core.dim_event_type using (sub_event_type)
left join core.dim_date on dim_date.date = events.date_start
left join core.dim_location using (location_id)
left join core.dim_actor as initiator on initiator.actor_id = events.initiator_actor_id
left join core.dim_actor as target on target.actor_id = events.target_actor_id
left join core.dim_actor as side on side.actor_id = events.side_id
order by event_id

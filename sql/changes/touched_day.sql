-- One row per day, or none, of which the sums of figures may be others now: an event of that day
-- may have other figures, somebody or some place of it has another name, or the calendar gained or
-- lost the day.
with happened as (
    select date_start as date
    from stage.events
    semi join changes.related_event using (event_id)
),
named as (
    select
        date_key,
        'location' as dimension,
        location_key as key,
    from before.casualties_daily
    union all
    select date_key, 'actor', victim_actor_key
    from before.casualties_daily
)
select coalesce(dim_date.date_key, -1) as date_key
from happened
left join core.dim_date using (date)
union
select fact_casualty.date_key
from before.fact_casualty
semi join changes.related_event using (event_id)
union
select named.date_key
from named
semi join changes.changed_member using (dimension, key)
union
select date_key
from changes.changed_date

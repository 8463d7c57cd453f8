-- One row per day on which some place that is not touched may be told of otherwise, or now, or no
-- more: it lies after the last day of which anything was known, before or now, the calendar gained
-- or lost it, or somebody or some place of it has another name.
with named as (
    select
        date,
        'location' as dimension,
        location_key as key,
    from before.territory_control_daily
    union all
    select date, 'actor', unnest([actor_key, other_actor_key])
    from before.territory_control_daily
),
-- the ledger is told of at least up to both; what it knows beyond, it knows of places
told as (
    select max(known_on) as last_day from stage.stories
    union all
    select max(date) from before.territory_control_daily
),
calendar as (
    from core.dim_date
    union
    from before.dim_date
)
select calendar.date
from calendar
where
    calendar.date > (select min(coalesce(last_day, date '0001-01-01')) from told)
union
select date
from changes.changed_date
union
select named.date
from named
semi join changes.changed_member using (dimension, key)

-- The newest article arrived within the hours of the setting SITREP_FRESH_HOURS.
-- severity: warn
with newest as (select max(ingested_at) as arrived_at from stage.ingest)

select arrived_at, round((epoch(now()) - epoch(arrived_at)) / 3600, 1) as hours_ago
from newest
where epoch(now()) - epoch(arrived_at) > 3600 * getvariable('fresh_hours')

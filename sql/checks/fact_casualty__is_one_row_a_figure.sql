-- No two rows share event, side harmed and harm.
select
    fact_casualty.event_id,
    fact_casualty.victim_side_key,
    fact_casualty.harm,
from core.fact_casualty
group by all
having count(*) > 1

-- At any day one version of a figure is what is known.
select
    one.event_id,
    one.harm,
    one.known_from,
from core.fact_casualty_history as one
inner join core.fact_casualty_history as other
    on other.event_id = one.event_id
    and other.victim_side_key = one.victim_side_key
    and other.harm = one.harm
    and other.known_from > one.known_from
where one.known_to is null or other.known_from < one.known_to

-- One row per event, side harmed and harm, as now known. Plain sums of the rows are the totals.
-- replaced by: event_id
select
    event_id,
    part_of_event_id,
    date_key,
    location_key,
    victim_actor_key,
    victim_side_key,
    harm,
    row_kind,
    grade,
    low,
    best,
    high,
    value_lowest,
    value_highest,
    value_best_supported,
    value_latest,
    value_acled_conservative,
    n_claims,
    n_independent_claimants,
from core.fact_casualty_history
where known_to is null
order by event_id, victim_side_key, harm

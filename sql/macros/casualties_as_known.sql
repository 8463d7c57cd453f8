-- One row per event, side harmed and harm, as known at the end of a day: fact_casualty as it stood.
-- parameters: as_of
select
    fact_casualty_history.event_id,
    fact_casualty_history.part_of_event_id,
    fact_casualty_history.date_key,
    fact_casualty_history.location_key,
    fact_casualty_history.victim_actor_key,
    fact_casualty_history.victim_side_key,
    fact_casualty_history.harm,
    fact_casualty_history.row_kind,
    fact_casualty_history.grade,
    fact_casualty_history.low,
    fact_casualty_history.best,
    fact_casualty_history.high,
    fact_casualty_history.value_lowest,
    fact_casualty_history.value_highest,
    fact_casualty_history.value_best_supported,
    fact_casualty_history.value_latest,
    fact_casualty_history.value_acled_conservative,
    fact_casualty_history.n_claims,
    fact_casualty_history.n_independent_claimants,
from core.fact_casualty_history
where
    fact_casualty_history.known_from <= as_of::date
    and as_of::date < coalesce(fact_casualty_history.known_to, date '9999-12-31')

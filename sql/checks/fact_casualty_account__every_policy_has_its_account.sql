-- Where an event has accounts of a harm, each policy takes the value of at least one of them;
-- acled_conservative counts people killed only.
select
    fact_casualty_account.event_id,
    fact_casualty_account.victim_side_key,
    fact_casualty_account.harm,
from core.fact_casualty_account
group by all
having
    not (
        bool_or(is_lowest) and bool_or(is_highest) and bool_or(is_best_supported)
        and bool_or(is_latest)
    )
    or bool_or(is_acled_conservative) <> (harm = 'killed')

-- One row per event, side harmed and harm: the addends of every total. A residual is what a coarser
-- figure adds to those of its parts; whole_* is that figure itself.
select
    fact_casualty.event_id,
    side.side_id,
    victim.name as victim_name,
    fact_casualty.harm,
    fact_casualty.row_kind,
    fact_casualty.grade,
    fact_casualty.low,
    fact_casualty.high,
    fact_casualty.value_lowest as lowest,
    fact_casualty.value_highest as highest,
    fact_casualty.value_best_supported as best_supported,
    fact_casualty.value_latest as latest,
    fact_casualty.value_acled_conservative as acled_conservative,
    if(
        fact_casualty.row_kind = 'residual',
        case fact_casualty.harm
            when 'killed' then event_register.killed_best
            when 'wounded' then event_register.wounded_best
            when 'killed_or_wounded' then event_register.killed_or_wounded_best
            when 'captured' then event_register.captured_best
        end,
        null
    ) as whole_best,
    fact_casualty.n_claims,
from core.fact_casualty
inner join core.dim_actor as side on side.actor_key = fact_casualty.victim_side_key
inner join core.dim_actor as victim on victim.actor_key = fact_casualty.victim_actor_key
inner join marts.event_register using (event_id)
order by fact_casualty.event_id, fact_casualty.harm, side.side_id

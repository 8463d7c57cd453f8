-- Every actor key used in core, and the unknown member -1, is a row of dim_actor: joins lose nothing.
with used as (
    select
        -1 as actor_key,
        'the unknown member' as used_by,
    union all
    select
        dim_claimant.actor_key,
        'dim_claimant' as used_by,
    from core.dim_claimant
    union all
    select
        unnest([fact_casualty.victim_actor_key, fact_casualty.victim_side_key]) as actor_key,
        'fact_casualty' as used_by,
    from core.fact_casualty
    union all
    select
        fact_casualty_account.victim_side_key,
        'fact_casualty_account' as used_by,
    from core.fact_casualty_account
    union all
    select
        unnest([
            fact_casualty_history.victim_actor_key,
            fact_casualty_history.victim_side_key,
        ]) as actor_key,
        'fact_casualty_history' as used_by,
    from core.fact_casualty_history
    union all
    select
        unnest([
            fact_claim.initiator_actor_key,
            fact_claim.target_actor_key,
            fact_claim.victim_actor_key,
            fact_claim.from_actor_key,
            fact_claim.to_actor_key,
        ]) as actor_key,
        'fact_claim' as used_by,
    from core.fact_claim
    union all
    select
        unnest([
            fact_event.initiator_actor_key,
            fact_event.target_actor_key,
            fact_event.side_key,
        ]) as actor_key,
        'fact_event' as used_by,
    from core.fact_event
    union all
    select
        fact_reported_figure.actor_key,
        'fact_reported_figure' as used_by,
    from core.fact_reported_figure
    union all
    select
        unnest([
            fact_territory_change.from_actor_key,
            fact_territory_change.to_actor_key,
        ]) as actor_key,
        'fact_territory_change' as used_by,
    from core.fact_territory_change
    union all
    select
        unnest([
            fact_territory_control.actor_key,
            fact_territory_control.other_actor_key,
        ]) as actor_key,
        'fact_territory_control' as used_by,
    from core.fact_territory_control
)
select distinct
    used.used_by,
    used.actor_key,
from used
anti join core.dim_actor using (actor_key)

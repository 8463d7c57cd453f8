-- Every location key used in core, and the unknown member -1, is a row of dim_location: joins lose nothing.
with used as (
    select
        -1 as location_key,
        'the unknown member' as used_by,
    union all
    select
        fact_casualty.location_key,
        'fact_casualty' as used_by,
    from core.fact_casualty
    union all
    select
        fact_casualty_history.location_key,
        'fact_casualty_history' as used_by,
    from core.fact_casualty_history
    union all
    select
        fact_claim.location_key,
        'fact_claim' as used_by,
    from core.fact_claim
    union all
    select
        fact_event.location_key,
        'fact_event' as used_by,
    from core.fact_event
    union all
    select
        fact_event_report.location_key,
        'fact_event_report' as used_by,
    from core.fact_event_report
    union all
    select
        fact_reported_figure.location_key,
        'fact_reported_figure' as used_by,
    from core.fact_reported_figure
    union all
    select
        fact_territory_change.location_key,
        'fact_territory_change' as used_by,
    from core.fact_territory_change
    union all
    select
        fact_territory_control.location_key,
        'fact_territory_control' as used_by,
    from core.fact_territory_control
)
select distinct
    used.used_by,
    used.location_key,
from used
anti join core.dim_location using (location_key)

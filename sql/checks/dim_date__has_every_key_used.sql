-- Every date key used in core, and the unknown member -1, is a row of dim_date: joins lose nothing.
with used as (
    select
        -1 as date_key,
        'the unknown member' as used_by,
    union all
    select
        fact_casualty.date_key,
        'fact_casualty' as used_by,
    from core.fact_casualty
    union all
    select
        fact_casualty_history.date_key,
        'fact_casualty_history' as used_by,
    from core.fact_casualty_history
    union all
    select
        fact_claim.date_key,
        'fact_claim' as used_by,
    from core.fact_claim
    union all
    select
        fact_event.date_key,
        'fact_event' as used_by,
    from core.fact_event
    union all
    select
        fact_event_report.date_key,
        'fact_event_report' as used_by,
    from core.fact_event_report
    union all
    select
        fact_reported_figure.date_key,
        'fact_reported_figure' as used_by,
    from core.fact_reported_figure
    union all
    select
        fact_territory_change.date_key,
        'fact_territory_change' as used_by,
    from core.fact_territory_change
)
select distinct
    used.used_by,
    used.date_key,
from used
anti join core.dim_date using (date_key)

-- Every key of fact_reported_figure is a row of its dimension, so joins lose nothing.
select
    'dim_actor' as dimension,
    used.key,
from (
    select unnest([fact_reported_figure.actor_key]) as key
    from core.fact_reported_figure
) as used
anti join core.dim_actor on dim_actor.actor_key = used.key
union all
select
    'dim_location' as dimension,
    used.key,
from (
    select unnest([fact_reported_figure.location_key]) as key
    from core.fact_reported_figure
) as used
anti join core.dim_location on dim_location.location_key = used.key
union all
select
    'dim_claimant' as dimension,
    used.key,
from (
    select unnest([fact_reported_figure.claimant_key]) as key
    from core.fact_reported_figure
) as used
anti join core.dim_claimant on dim_claimant.claimant_key = used.key
union all
select
    'dim_date' as dimension,
    used.key,
from (
    select unnest([fact_reported_figure.date_key]) as key
    from core.fact_reported_figure
) as used
anti join core.dim_date on dim_date.date_key = used.key

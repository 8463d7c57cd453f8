-- Every key of fact_claim is a row of its dimension, so joins lose nothing.
select
    'dim_article' as dimension,
    used.key,
from (
    select unnest([fact_claim.article_key]) as key
    from core.fact_claim
) as used
anti join core.dim_article on dim_article.article_key = used.key
union all
select
    'dim_location' as dimension,
    used.key,
from (
    select unnest([fact_claim.location_key]) as key
    from core.fact_claim
) as used
anti join core.dim_location on dim_location.location_key = used.key
union all
select
    'dim_date' as dimension,
    used.key,
from (
    select unnest([fact_claim.date_key]) as key
    from core.fact_claim
) as used
anti join core.dim_date on dim_date.date_key = used.key
union all
select
    'dim_actor' as dimension,
    used.key,
from (
    select unnest([
            fact_claim.initiator_actor_key,
            fact_claim.target_actor_key,
            fact_claim.victim_actor_key,
            fact_claim.from_actor_key,
            fact_claim.to_actor_key,
        ]) as key
    from core.fact_claim
) as used
anti join core.dim_actor on dim_actor.actor_key = used.key
union all
select
    'dim_claimant' as dimension,
    used.key,
from (
    select unnest([fact_claim.claimant_key, fact_claim.via_claimant_key]) as key
    from core.fact_claim
) as used
anti join core.dim_claimant on dim_claimant.claimant_key = used.key

-- One row per person, body or kind of source that claims something, or passes a claim on.
-- made whole
with stated as (
    select
        claimant_id,
        claimant_name,
        claimant_type,
        claimant_side_id,
        claimant_actor_id,
    from stage.dated_claims
    union all
    select via_claimant_id, via_claimant_name, via_claimant_type, null, null
    from stage.dated_claims
),
spelled as (
    select
        claimant_id,
        mode(claimant_type order by claimant_type) as claimant_type,
        min(claimant_side_id) as claimant_side_id,
        min(claimant_actor_id) as claimant_actor_id,
    from stated
    where claimant_id is not null
    group by claimant_id
),
commonest as (
    select claimant_id, claimant_name
    from stated
    where claimant_id is not null and claimant_name is not null
    group by claimant_id, claimant_name
    qualify row_number() over (
        partition by claimant_id order by count(*) desc, claimant_name
    ) = 1
)
select
    spelled.claimant_id,
    ('0x' || substr(md5(spelled.claimant_id), 1, 13))::bigint as claimant_key,
    coalesce(dim_actor.actor_key, -1) as actor_key,
    coalesce(commonest.claimant_name, spelled.claimant_id) as name,
    spelled.claimant_type,
    spelled.claimant_side_id as side_id,
from spelled
left join commonest using (claimant_id)
left join core.dim_actor on dim_actor.actor_id = spelled.claimant_actor_id
union all
select 'unknown', -1, -1, 'Unknown', 'unknown', null
order by claimant_id

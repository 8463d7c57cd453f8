-- One row per place, span of days in one state, and span of days in which that was what was known.
-- replaced by: location_key
with adjoining as (
    select
        territory_interval.*,
        known_from is distinct from lag(known_to) over (
            partition by
                location_id, valid_from, valid_to, day_seq, status, side_id, other_side_id, basis,
                grade, event_id, claim_id
            order by known_from
        ) as is_new,
    from intermediate.territory_interval
),
steady as (
    select
        adjoining.*,
        count(*) filter (is_new) over (
            partition by
                location_id, valid_from, valid_to, day_seq, status, side_id, other_side_id, basis,
                grade, event_id, claim_id
            order by known_from
        ) as stretch,
    from adjoining
),
version as (
    select
        location_id,
        valid_from,
        valid_to,
        day_seq,
        status,
        side_id,
        other_side_id,
        basis,
        grade,
        event_id,
        claim_id,
        min(known_from) as known_from,
        if(bool_or(known_to is null), null, max(known_to)) as known_to,
    from steady
    group by
        location_id, valid_from, valid_to, day_seq, status, side_id, other_side_id, basis, grade,
        event_id, claim_id, stretch
)
select
    version.event_id,
    version.claim_id,
    coalesce(dim_location.location_key, -1) as location_key,
    coalesce(holder.actor_key, -1) as actor_key,
    coalesce(other.actor_key, -1) as other_actor_key,
    version.valid_from,
    version.valid_to,
    version.day_seq::integer as day_seq,
    version.known_from,
    version.known_to,
    version.status,
    version.basis,
    version.grade,
from version
left join core.dim_location using (location_id)
left join core.dim_actor as holder on holder.actor_id = version.side_id
left join core.dim_actor as other on other.actor_id = version.other_side_id
order by location_key, known_from, valid_from, day_seq

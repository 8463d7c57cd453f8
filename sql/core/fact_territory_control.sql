-- One row per place, span of days in one state, and span of days in which that was what was known.
with span as (
    select
        territory_interval.*,
        moment.next_as_of,
        dense_rank() over (partition by location_id order by as_of) as moment_no,
    from intermediate.territory_interval
    inner join intermediate.territory_moment as moment using (location_id, as_of)
),
steady as (
    select
        span.*,
        moment_no - row_number() over (
            partition by
                location_id, valid_from, valid_to, day_seq, status, side_id, other_side_id, basis,
                grade, event_id
            order by as_of
        ) as stretch,
    from span
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
        min(as_of) as known_from,
        if(bool_or(next_as_of is null), null, max(next_as_of)) as known_to,
    from steady
    group by
        location_id, valid_from, valid_to, day_seq, status, side_id, other_side_id, basis, grade,
        event_id, stretch
)
select
    version.event_id,
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

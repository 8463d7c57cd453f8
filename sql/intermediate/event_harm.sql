-- One row per event and harm: its own figure over all sides harmed, before anything is taken off.
-- For reading only: what an event adds to a total stands in fact_casualty.
with standing as (
    select
        event_id,
        harm,
        victim_side_id = 'unknown' as is_all_sides,
        if(count(*) = count(low), sum(low), null)::bigint as low,
        sum(best_supported)::bigint as best,
        if(count(*) = count(high), sum(high), null)::bigint as high,
    from intermediate.casualty_version
    where next_as_of is null
    group by all
)
select
    event_id,
    harm,
    low,
    best,
    high,
from standing
qualify row_number() over (
    partition by event_id, harm order by best desc nulls last, is_all_sides
) = 1

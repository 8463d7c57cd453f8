-- No two states of a place overlap both in the days they tell of and in the days they were known.
select
    one.location_key,
    one.valid_from,
    other.valid_from as other_valid_from,
    one.known_from,
from core.fact_territory_control as one
inner join core.fact_territory_control as other
    on other.location_key = one.location_key
    and (other.valid_from, other.day_seq, other.known_from)
        > (one.valid_from, one.day_seq, one.known_from)
where
    other.valid_from < coalesce(one.valid_to, date '9999-12-31')
    and one.valid_from < coalesce(other.valid_to, date '9999-12-31')
    and other.known_from < coalesce(one.known_to, date 'infinity')
    and one.known_from < coalesce(other.known_to, date 'infinity')

-- A place has one state at the end of a day, and a state on every day after its first.
select
    territory_control_daily.location_key,
    territory_control_daily.date,
from marts.territory_control_daily
group by all
having count(*) > 1
union all
select
    territory_control_daily.location_key,
    min(territory_control_daily.date),
from marts.territory_control_daily
group by all
having count(*) <> max(territory_control_daily.date) - min(territory_control_daily.date) + 1

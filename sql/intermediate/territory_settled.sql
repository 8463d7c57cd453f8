-- One row per place and day with a contest all of whose claims are settled, as now known.
-- replaced by: window_id
select
    moment.window_id,
    moment.location_id,
    contest.day,
from intermediate.territory_contest as contest
inner join intermediate.territory_moment as moment using (view_no)
where moment.next_as_of is null
group by all
having bool_and(contest.is_settled)

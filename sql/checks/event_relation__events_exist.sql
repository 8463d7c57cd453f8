-- Both events of a relation exist, and are two.
select
    event_relation.event_id,
    event_relation.related_event_id,
from core.event_relation
left join core.fact_event as event on event.event_id = event_relation.event_id
left join core.fact_event as related on related.event_id = event_relation.related_event_id
where
    event.event_id is null
    or related.event_id is null
    or event.event_id = related.event_id

-- One row per pair of events that belong together.
select
    event_relation.event_id,
    event_relation.related_event_id,
    event_relation.relation,
from core.event_relation
order by all

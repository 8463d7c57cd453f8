-- One row per related pair of events: what reverses, is part of or belongs to one operation.
-- replaced by: event_id, related_event_id
select
    event_relations.event_id,
    event_relations.related_event_id,
    event_relations.relation,
from stage.event_relations
union
select
    casualty_umbrella.part_event_id,
    casualty_umbrella.event_id,
    'part_of',
from intermediate.casualty_umbrella
where casualty_umbrella.part_event_id <> casualty_umbrella.event_id
order by event_id, related_event_id, relation

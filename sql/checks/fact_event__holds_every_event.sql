-- Every event of the linking is a row of fact_event, once.
(select event_id from stage.events except all select event_id from core.fact_event)
union all
(select event_id from core.fact_event except all select event_id from stage.events)

-- event_register and fact_event hold the same events.
(select event_id from marts.event_register except all select event_id from core.fact_event)
union all
(select event_id from core.fact_event except all select event_id from marts.event_register)

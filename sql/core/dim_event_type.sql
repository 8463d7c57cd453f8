-- One row per kind of event, in ACLED's terms, with its PLOVER and CAMEO codes.
-- made whole
select
    lexicon_event_types.sub_event_type,
    ('0x' || substr(md5(lexicon_event_types.sub_event_type), 1, 13))::bigint as event_type_key,
    lexicon_event_types.event_type,
    lexicon_event_types.plover_code,
    lexicon_event_types.cameo_code,
from stage.lexicon_event_types
union all
select 'Unknown', -1, 'Unknown', null, null
order by sub_event_type

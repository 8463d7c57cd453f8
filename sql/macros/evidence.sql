-- One row per claim of an event: who says so, the sentence, and the run that first read its
-- article. Takes any id the event ever had.
-- parameters: id
select
    claim_evidence.*,
    first_read.ingested_at,
    first_read.run_id,
from marts.claim_evidence
left join (
    select
        ingest.article_id,
        min(ingest.ingested_at) as ingested_at,
        arg_min(ingest.run_id, (ingest.ingested_at, ingest.run_id)) as run_id,
    from ops.ingest
    group by ingest.article_id
) as first_read using (article_id)
where claim_evidence.event_id in (
    select event_alias.event_id
    from core.event_alias
    where event_alias.alias_id = id
)

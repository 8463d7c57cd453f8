-- One row per claim that a run brought: those of articles that no run before had read. The other
-- side of what was known when: not the day of publication, but the run that could have told you.
-- parameters: run
select
    ingest.run_id,
    ingest.ingested_at,
    claim_evidence.claim_id,
    claim_evidence.event_id,
    claim_evidence.known_on,
    claim_evidence.article_id,
    claim_evidence.article_title,
    claim_evidence.sentence_text,
from marts.claim_evidence
inner join (
    select *
    from ops.ingest
    qualify row_number() over (
        partition by ingest.article_id order by ingest.ingested_at, ingest.run_id, ingest.uri
    ) = 1
) as ingest using (article_id)
where ingest.run_id = run

-- Every claim's evidence is what stands at its offsets in the stored text, inside its sentence.
-- Long texts are unpacked only where a claim was read from them.
with told as (
    from core.article_text semi join core.fact_claim using (article_key)
)
select
    fact_claim.claim_id,
    fact_claim.evidence_text,
from core.fact_claim
left join told as article_text using (article_key)
where
    substring(
        article_text.text,
        fact_claim.evidence_start + 1,
        fact_claim.evidence_end - fact_claim.evidence_start
    ) is distinct from fact_claim.evidence_text
    or fact_claim.evidence_start < fact_claim.sentence_start
    or fact_claim.evidence_end > fact_claim.sentence_end

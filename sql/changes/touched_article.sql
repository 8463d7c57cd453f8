-- One row per article that came, went or is told of otherwise, and the unknown one.
with changed as (
    select article_id
    from intermediate.article_fingerprint as now
    full join before.article_fingerprint as earlier using (article_id)
    where now.fingerprint is distinct from earlier.fingerprint
    union
    select dim_article.article_id
    from before.dim_article
    inner join changes.changed_member
        on changed_member.dimension = 'source' and changed_member.key = dim_article.source_key
)
select
    article_id,
    ('0x' || substr(md5(article_id), 1, 13))::bigint as article_key,
from changed
union
select 'unknown', -1

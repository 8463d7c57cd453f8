-- One row per outlet or agency that published an article or is cited by one.
-- made whole
with published as (
    select source_id, min(name) as name from intermediate.article_source group by source_id
),
cited as (
    select lexicon_sources.source_id
    from stage.lexicon_sources
    semi join (
        select unnest([claimant_id, via_claimant_id, origin_id]) as source_id
        from stage.dated_claims
    ) as named using (source_id)
),
used as (
    select source_id from published
    union
    select source_id from cited
)
select
    used.source_id,
    ('0x' || substr(md5(used.source_id), 1, 13))::bigint as source_key,
    coalesce(lexicon_sources.name, published.name) as name,
    lexicon_sources.domain,
    coalesce(lexicon_sources.source_type, 'unknown') as source_type,
from used
left join published using (source_id)
left join stage.lexicon_sources using (source_id)
where used.source_id is not null
union all
select 'unknown', -1, 'Unknown', null, 'unknown'
order by source_id

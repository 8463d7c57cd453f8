-- Every id in links.csv is that of a claim or an article that sitrep has read; others do nothing.
-- severity: warn
with named as (
    select left_id as id, why
    from stage.links
    union all
    select right_id, why
    from stage.links
),

known as (
    select claim_id as id
    from core.fact_claim
    union all
    select article_id
    from core.dim_article
)

select
    named.id,
    named.why
from named
anti join known using (id)

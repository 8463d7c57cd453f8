-- Every claimant key used in core, and the unknown member -1, is a row of dim_claimant: joins lose nothing.
with used as (
    select
        -1 as claimant_key,
        'the unknown member' as used_by,
    union all
    select
        fact_casualty_account.claimant_key,
        'fact_casualty_account' as used_by,
    from core.fact_casualty_account
    union all
    select
        unnest([fact_claim.claimant_key, fact_claim.via_claimant_key]) as claimant_key,
        'fact_claim' as used_by,
    from core.fact_claim
    union all
    select
        fact_reported_figure.claimant_key,
        'fact_reported_figure' as used_by,
    from core.fact_reported_figure
)
select distinct
    used.used_by,
    used.claimant_key,
from used
anti join core.dim_claimant using (claimant_key)

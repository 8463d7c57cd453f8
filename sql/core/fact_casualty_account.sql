-- One row per account: one claimant's number for one event, side harmed and harm, as now known,
-- with what supports it and which policies take it for the event's own figure.
-- replaced by: event_id
with weighed as (
    select
        casualty_account.*,
        support.n_disinterested_near,
        support.n_origins_near,
        support.n_accounts_around,
        coalesce(casualty_account.value_low, casualty_account.value_best, casualty_account.value_high)
            as least,
        casualty_account.is_weighted = bool_or(casualty_account.is_weighted) over (
            partition by
                casualty_account.event_id, casualty_account.victim_side_id, casualty_account.harm
        ) as is_cautious,
    from intermediate.casualty_account
    inner join intermediate.casualty_moment using (event_id, victim_side_id, harm, as_of)
    inner join intermediate.casualty_support as support
        using (claim_id, event_id, victim_side_id, harm, as_of)
    where casualty_moment.next_as_of is null
)
select
    weighed.claim_id,
    weighed.event_id,
    weighed.origin_id,
    coalesce(dim_claimant.claimant_key, -1) as claimant_key,
    coalesce(side.actor_key, -1) as victim_side_key,
    weighed.known_on,
    weighed.harm,
    weighed.is_weighted,
    weighed.is_disinterested,
    weighed.value = figure.lowest as is_lowest,
    weighed.value = figure.highest as is_highest,
    weighed.value = figure.best_supported as is_best_supported,
    weighed.value = figure.latest as is_latest,
    coalesce(weighed.is_cautious and weighed.least = figure.acled_conservative, false)
        as is_acled_conservative,
    weighed.value_low as low,
    weighed.value as value,
    weighed.value_high as high,
    weighed.n_stories,
    weighed.n_disinterested_near,
    weighed.n_origins_near,
    weighed.n_accounts_around,
from weighed
inner join intermediate.casualty_figure as figure using (event_id, victim_side_id, harm, as_of)
left join core.dim_claimant using (claimant_id)
left join core.dim_actor as side on side.actor_id = weighed.victim_side_id
order by claim_id

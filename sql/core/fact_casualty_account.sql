-- One row per account: one claimant's number for one event, side harmed and harm, as now known.
select
    casualty_account.claim_id,
    casualty_account.event_id,
    casualty_account.origin_id,
    coalesce(dim_claimant.claimant_key, -1) as claimant_key,
    coalesce(side.actor_key, -1) as victim_side_key,
    casualty_account.known_on,
    casualty_account.harm,
    casualty_account.is_weighted,
    casualty_account.is_disinterested,
    casualty_account.value_low as low,
    casualty_account.value as value,
    casualty_account.value_high as high,
    casualty_account.n_stories,
from intermediate.casualty_account
inner join intermediate.casualty_moment using (event_id, victim_side_id, harm, as_of)
left join core.dim_claimant using (claimant_id)
left join core.dim_actor as side on side.actor_id = casualty_account.victim_side_id
where casualty_moment.next_as_of is null
order by claim_id

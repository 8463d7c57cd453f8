-- One row per account of a casualty, with the support that other accounts give its value.
select
    account.claim_id,
    account.event_id,
    account.victim_side_id,
    account.harm,
    account.as_of,
    account.value_low,
    account.value_best,
    account.value_high,
    account.value,
    account.said_on,
    account.is_weighted,
    count(distinct other.origin_id) filter (
        other.is_disinterested
        and abs(other.value - account.value) * 100 <= equality.value * account.value
    ) as n_disinterested_near,
    count(distinct other.origin_id) filter (
        other.is_weighted
        and abs(other.value - account.value) * 100 <= equality.value * account.value
    ) as n_origins_near,
    count(*) filter (
        coalesce(other.value_low, 0) <= account.value
        and coalesce(other.value_high, account.value) >= account.value
    ) as n_accounts_around,
from intermediate.casualty_account as account
inner join intermediate.casualty_account as other using (event_id, victim_side_id, harm, as_of)
inner join stage.lexicon_constants as equality on equality.name = 'equality'
group by all

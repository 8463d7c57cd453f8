-- Every figure with a number has an account behind it, and every account a figure.
select
    coalesce(fact_casualty.event_id, account.event_id) as event_id,
    coalesce(fact_casualty.harm, account.harm) as harm,
from (
    select event_id, victim_side_key, harm from core.fact_casualty where best is not null
) as fact_casualty
full join (
    select event_id, victim_side_key, harm from core.fact_casualty_account group by all
) as account using (event_id, victim_side_key, harm)
where fact_casualty.event_id is null or account.event_id is null

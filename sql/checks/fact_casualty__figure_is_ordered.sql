-- low <= lowest <= every policy <= highest <= high, nulls ignored, where a row is a figure.
-- acled_conservative may take a stated lower bound, so it is held between low and highest.
select
    fact_casualty.event_id,
    fact_casualty.harm,
from core.fact_casualty
where
    fact_casualty.row_kind = 'figure'
    and (
        fact_casualty.low > fact_casualty.value_lowest
        or fact_casualty.value_lowest
            > least(fact_casualty.value_best_supported, fact_casualty.value_latest)
        or greatest(fact_casualty.value_best_supported, fact_casualty.value_latest)
            > fact_casualty.value_highest
        or fact_casualty.value_highest > fact_casualty.high
        or fact_casualty.value_acled_conservative < fact_casualty.low
        or fact_casualty.value_acled_conservative > fact_casualty.value_highest
    )

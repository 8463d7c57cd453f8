-- One row per day that the calendar gained or lost.
select date_key, date
from (
    (from core.dim_date except from before.dim_date)
    union all
    (from before.dim_date except from core.dim_date)
)

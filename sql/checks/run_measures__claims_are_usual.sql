-- Claims rejected, without a place and without a date have the share that they had in the last
-- published runs (sql/ops/run_measures.sql); fewer than 30 claims tell nothing.
-- severity: warn
with newest as (
    select * from stage.run_measures qualify measured_at = max(measured_at) over ()
)

select measure, scope, n, out_of, share, usual_low, usual_high, n_runs
from newest
where
    measure <> 'quarantined_inputs'
    and out_of >= 30
    and not share between usual_low and usual_high

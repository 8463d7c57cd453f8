-- Inputs go to quarantine in the share that they had in the last published runs
-- (sql/ops/run_measures.sql); fewer than 30 inputs tell nothing, fewer than usual is no fault.
-- severity: warn
with newest as (
    select * from stage.run_measures qualify measured_at = max(measured_at) over ()
)

select measure, scope, n, out_of, share, usual_low, usual_high, n_runs
from newest
where measure = 'quarantined_inputs' and out_of >= 30 and share > usual_high

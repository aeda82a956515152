-- Statuses are read by status_on and force_statuses: see R__effects.sql. A new schema does not have the view, and must not take away
-- that of another schema.
do $$
begin
    execute format('drop view if exists %I.force_status', current_schema());
end $$;

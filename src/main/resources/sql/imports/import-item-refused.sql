-- Adds an item that is not imported.
insert into import_item (job_id, number, line, path, kind, source, target, status, problem)
values (:job, :number, :line, :path, 'unknown', :source, :target, :status, :problem::json)
on conflict (job_id, source) where source is not null
do nothing

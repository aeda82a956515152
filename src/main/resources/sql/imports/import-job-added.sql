-- Adds a job that receives its content.
insert into import_job (id, state, phase, source_name, content_type, publish, dry_run, create_categories, actor, admin, created_at)
values (:id, 'receiving', 'upload', :sourceName, :contentType, :publish, :dryRun, :createCategories, :actor, :admin, :now)

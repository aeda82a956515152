-- Forgets jobs that ended long ago, or to which nothing came.
delete from import_job where state <> 'running' and state <> 'paused' and coalesce(ended_at, created_at) < :before

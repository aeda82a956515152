-- Who wants what an import job did taken back: the audit log names that caller, not the one who made the job.
alter table import_job add column undone_by text;

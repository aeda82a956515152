-- An export that others held up is tried again: how often it was, and when it will be.
alter table export_job add tries integer not null default 0;
alter table export_job add next_try_at timestamptz;

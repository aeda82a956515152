-- A job goes on when no item of its phase is left, also none on which another worker works.
update import_job j
set phase = :next, state = case when :next = 'end' then :state else j.state end,
    ended_at = case when :next = 'end' then :now::timestamptz end
where id = :id and state = 'running' and phase = :phase
  and not exists (select from import_item i where i.job_id = j.id and i.status = 'waiting' and (i.kind <> 'file') = :articles)

-- Notes that more items were found, some of which are done already because they cannot be imported.
update import_job
set found = found + :found, done = done + :failed + :skipped, failed = failed + :failed, skipped = skipped + :skipped,
    finder_until = clock_timestamp() + interval '15 seconds'
where id = :id and state = 'running' and phase = 'staging' and finder = :finder and found = :before

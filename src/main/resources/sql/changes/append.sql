-- Appends a change to the log, under the lock of the log's row, and replaces the stamp of the public content.
with log as (
    update change_log set last = last + 1, changed_at = greatest(changed_at, clock_timestamp()), stamp = :stamp
    returning last, changed_at)
insert into change (number, kind, article_id, slug, revision, at, explanation, redirect_to, numbers, recorded_at)
select last, :kind::text, :article::uuid, :slug::text, :revision::integer, :at::timestamptz, :explanation::text,
       :redirect::uuid, :numbers::text[], changed_at
from log

-- Appends a change to the log, under the lock of the log's row, and replaces the stamp of the public content.
with log as (
    update change_log set last = last + 1, changed_at = greatest(changed_at, clock_timestamp()), stamp = :stamp
    returning last, changed_at)
insert into change (number, kind, article_id, category_id, slug, revision, title, at, explanation, redirect_to, numbers, moved_to,
    recorded_at)
select last, :kind::text, :article::uuid, :category::uuid, :slug::text, :revision::integer, :title::text, :at::timestamptz,
       :explanation::text, :redirect::uuid, :numbers::text[], :movedTo::text, changed_at
from log

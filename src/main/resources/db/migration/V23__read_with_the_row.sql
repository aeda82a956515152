-- What an article shows of other things, where one row has it.

-- The present statuses of a document's sections, beside its own.
-- By turns the eId of a section and its status as it is shown, one a line; of those alone that have another one than the document.
-- Null for none. They hold on the same days as what is shown of the document.
alter table force add column shown_sections text;

with today as (select (now() at time zone zone)::date as day from force_day)
update force f
set shown_sections = s.sections, shown_from = greatest(f.shown_from, s.from_day), shown_before = least(f.shown_before, s.before_day)
from today t, lateral (
    select p.article_id,
        string_agg(p.eid || E'\n' || p.shown::text, E'\n' order by p.eid) filter (where p.shown::text <> d.shown::text) as sections,
        max(p.from_day) as from_day, min(p.before_day) as before_day
    from force_period p
    join force_period d on d.article_id = p.article_id and d.eid = '' and d.from_day <= t.day and d.before_day > t.day
    where p.eid <> '' and p.from_day <= t.day and p.before_day > t.day
    group by p.article_id) s
where f.article_id = s.article_id and f.shown_from <= t.day and f.shown_before > t.day;

-- A category that was merged into another one has the path of that one: what it means needs no second row.
alter table category drop constraint category_check;
alter table category add check (merged_into is null or (parent_id is null and place is null));
update category k set path_ids = c.path_ids, path = c.path from category c where c.id = k.merged_into;

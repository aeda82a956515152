-- A search on a day looks at documents of years up to that day's, and at those of later years only if such a document is in force
-- earlier than its year. These are found here: see search/in-force-on.sql.

-- the year by which searches find it, directive_year of the revision; null when unknown
alter table force add column year integer;
-- the first day on which the document or a part of it is in force; null if none is
alter table force add column in_force_from date;

update force f set year = r.directive_year,
    in_force_from = (select min(from_day) from force_period p where p.article_id = f.article_id and p.status in ('in-force', 'partly'))
from article a join revision r on r.id = a.live_revision_id
where a.id = f.article_id;

create index force_before_its_year on force (in_force_from, year) where year is null or in_force_from < make_date(year, 1, 1);

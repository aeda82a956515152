-- A search on a day looks only at documents of years that may be in force then: see search/years-in-force.sql.
-- the year by which searches find the document, directive_year of the revision; null when unknown
alter table force add column year integer;
-- the first day on which the document or a part of it is in force; null if none is
alter table force add column in_force_from date;

update force f set year = r.directive_year,
    in_force_from = (select min(from_day) from force_period p where p.article_id = f.article_id and p.status in ('in-force', 'partly'))
from article a join revision r on r.id = a.live_revision_id
where a.id = f.article_id;

create index force_begins on force (year, in_force_from) where in_force_from is not null;

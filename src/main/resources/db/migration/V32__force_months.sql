-- A search on a day looks only at documents of months that may be in force then: see search/months-in-force.sql.
-- the month of the day of issue, 1 to 12; 0 when the day is unknown
alter table force add column month integer not null default 0;

update force f set month = extract(month from r.directive_issued_on)
from article a join revision r on r.id = a.live_revision_id
where a.id = f.article_id and r.directive_issued_on is not null;

drop index force_begins;
create index force_begins on force (year, month, in_force_from) where in_force_from is not null;

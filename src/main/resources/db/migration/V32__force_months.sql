-- A search on a day looks only at documents of months that may be in force then: see search/months-in-force.sql.
-- the month of the day of issue, 1 to 12; 0 when the day is unknown
alter table force add column month integer generated always as (coalesce(extract(month from issued_on)::integer, 0)) stored;

drop index force_begins;
create index force_begins on force (year, month, in_force_from) where in_force_from is not null;

-- Months are lexemes since grammar 3 of the index. Where there are no articles, no entries are to be made anew.
update search_index set grammar = 3 where next_grammar is null and not exists (select from article);

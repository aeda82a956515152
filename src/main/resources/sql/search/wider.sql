-- Whether a wider search finds more than the candidates, for candidates.sql. What is frequent is found in the newest block.
-- Matches are counted, because for "exists" the planner would read the table, in the hope of finding one soon.
select (select count(*) from (select from search_entry where search_lexemes(words) @@ tiny and search_lexemes(words) @@ wider
        and id not in (select entry from probe) limit 100) w) > 0
    or (select count(*) from (select from search_entry where search_lexemes(words) @@ wider
        and id not in (select entry from probe) limit 100) w) > 0
from (select (select :wider::tsquery) as wider, ('''@a' || id / 1024 || '''|''@a' || id / 1024 - 1 || '''')::tsquery as tiny
    from (select max(id) as id from search_entry) last) asked

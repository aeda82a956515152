-- Which of these words stand in a text that the public reads. The newest entries are asked first, because a frequent word is
-- among them: see matches-newest-first.sql. Matches are counted, because for "exists" the planner would read the table, in the hope of
-- finding one soon.
with newest as materialized (
    select ('''@a' || id / 1024 || '''|''@a' || id / 1024 - 1 || '''')::tsquery as tiny
    from (select max(id) as id from search_entry) last),
asked as materialized (
    select word, ('''' || word || '''')::tsquery as query from unnest((select :words::text[])) as words (word))
select word from newest, asked
where (select count(*) from search_entry where search_lexemes(words) @@ tiny and search_lexemes(words) @@ query) > 0
   or (select count(*) from search_entry where search_lexemes(words) @@ query) > 0

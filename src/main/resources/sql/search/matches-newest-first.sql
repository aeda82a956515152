-- The entries that match a query, without those that are known, for candidates.sql. Those of the newest blocks come first: a
-- frequent word has enough matches in them, and PostgreSQL reads older entries only if the limit is not reached. All that are
-- left are read without a block, which would take longer.
--
-- Blocks and query are two conditions, and the blocks come first: so the index begins at the block's first entry. For one
-- condition ("block & query") it would go through all matches from the oldest on. What newer blocks gave already is left
-- out by the entries' numbers, because the index cannot skip what has not a lexeme.
--
-- The parameter stands inside a subquery so that the planner cannot use its value for estimates. With values it would plan
-- anew each time, which takes longer than the search.
--
-- Bitmaps of matches are to stay exact, because reading the words of entries is slow: so work_mem is larger for this
-- statement. (It is set in its transaction, which is the statement itself.)
with newest as materialized (
    select ('''@a' || id / 1024 || '''|''@a' || id / 1024 - 1 || '''')::tsquery as small,
        ('''@c' || id / 32768 || '''|''@c' || id / 32768 - 1 || '''')::tsquery as large,
        ('''@d' || id / 262144 || '''|''@d' || id / 262144 - 1 || '''')::tsquery as huge,
        small_from, large_from, huge_from,
        case when huge_from > 0 then huge_from when large_from > 0 then large_from else small_from end as last_from,
        (select :candidates::tsquery) as query, (select :without::bigint[]) as without, set_config('work_mem', '64MB', true)
    from (select id, (id / 1024 - 1) * 1024 as small_from, (id / 32768 - 1) * 32768 as large_from,
            (id / 262144 - 1) * 262144 as huge_from
        from (select max(id) as id from search_entry) last) blocks)
select e.*
from newest, lateral (
    select id as entry, length, article_id, section_id, published_at, labels from search_entry
    where search_lexemes(words) @@ small and search_lexemes(words) @@ query and id <> all (without)
    union all
    select id, length, article_id, section_id, published_at, labels from search_entry
    where search_lexemes(words) @@ large and search_lexemes(words) @@ query and id <> all (without)
        and id + 0 < small_from and large_from > 0
    union all
    select id, length, article_id, section_id, published_at, labels from search_entry
    where search_lexemes(words) @@ huge and search_lexemes(words) @@ query and id <> all (without)
        and id + 0 < large_from and huge_from > 0
    union all
    select id, length, article_id, section_id, published_at, labels from search_entry
    where search_lexemes(words) @@ query and id <> all (without)
        and id + 0 < last_from and last_from > 0) e

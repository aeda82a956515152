-- How many drafts-found-by-words.sql has; null when more than {few} articles have the words.
with matches as materialized (
    select article_id from article_words where article_word_list(head, text) @> :words::text[] limit {few} + 1)
select case when (select count(*) from matches) <= {few} then (
    select count(*) from matches m join article a on a.id = m.article_id
    {left} join revision w on w.article_id = a.id and w.number is null
    where a.state = any (:states)) end as total

-- Like drafts-found.sql, of articles with all these words. If {few} or less have them, they are found by their index and sorted.
-- Of more, {many}, the latest saved are looked at until the page is full: with a frequent word that is soon. Only one of both is done.
with matches as materialized (
    select count(*) as total from (
        select from article_words where article_word_list(head, text) @> :words::text[] limit {few} + 1) m)
(
    select d.*, {total} as total
    from (select article_id from article_words where article_word_list(head, text) @> :words::text[] limit {few}) t
    join ({articles}) d on d.id = t.article_id
    where d.state = any (:states) {after} and (select m.total from matches m) <= {few}
    order by d.updated_at desc, d.id desc limit :limit offset :offset)
union all ({many})

-- What drafts-found-by-words.sql wants of each of many articles.
and (select m.total from matches m) > {few}
and (select article_word_list(t.head, t.text) @> :words::text[] from article_words t where t.article_id = d.id limit 1)

-- The words of an article as editors see it. What stays as it was is not indexed again.
insert into article_words as w (article_id, head, text) values (:article, :head, :text)
on conflict (article_id) do update set head = excluded.head, text = excluded.text
where (w.head, w.text) is distinct from (excluded.head, excluded.text)

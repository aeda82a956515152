-- Lists that are filtered by a value of the article do not show it any more.
delete from article_filter f using article_filter_entry e
where e.article_id = :article
  and f.field = e.field and f.value = e.value and f.first_published_at = e.first_published_at and f.article_id = e.article_id

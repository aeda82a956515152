-- Whether anybody has made anything here. What was counted is no content.
select exists (select from article) or exists (select from category) or exists (select from media) or exists (select from change)
    as content

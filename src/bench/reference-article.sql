select * from reference.article where slug = 'bai-' || :n::integer \gset
select * from reference.section where article_id = :id::uuid order by position;

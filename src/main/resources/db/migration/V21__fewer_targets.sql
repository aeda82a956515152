-- Each citation with the public directives it leads to: [{"articleId", "slug", "title"}], the latest first; null for none.
-- Of many that it may mean, ten: a number that a hundred articles have would make each of a text's thousands of citations
-- a hundred times as long. The rule is that of public_reference, read from the other end.
create or replace view citation_with_targets as
select c.*, (
    select json_agg(json_build_object('articleId', d.article_id, 'slug', d.slug, 'title', d.title)
                    order by d.issued_on desc nulls last, d.article_id)
    from (select d.article_id, d.slug, d.title, d.issued_on from public_directive d
          where d.number_key = c.number_key
            and (c.type is null or lower(c.type) = lower(d.type))
            and (c.issued_on is null or d.issued_on is null or c.issued_on = d.issued_on)
          order by d.issued_on desc nulls last, d.article_id limit 10) d) as targets
from citation c;

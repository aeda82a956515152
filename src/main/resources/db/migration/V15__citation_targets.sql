-- Each citation with the public directives it leads to: [{"articleId", "slug", "title"}], the latest first; null for none.
-- A directive of the same number; the type must agree where the text names one (1120-QĐ/TU is a Quy định, not a Quyết
-- định), and so must the date, because numbers start again: Party numbers each term, administrative ones each year.
-- public_reference has the same rule, read from the other end.
create view citation_with_targets as
select c.*, (
    select json_agg(json_build_object('articleId', d.article_id, 'slug', d.slug, 'title', d.title)
                    order by d.issued_on desc nulls last, d.article_id)
    from public_directive d
    where d.number_key = c.number_key
      and (c.type is null or lower(c.type) = lower(d.type))
      and (c.issued_on is null or d.issued_on is null or c.issued_on = d.issued_on)) as targets
from citation c;

create index citation_section on citation (revision_id, section_eid);

-- Of changed articles: those that are public and agree with the filters, each with the eIds that published revisions before had
-- and the present one has not. A section is that of the first revision with its words: see the table.
select a.id, array(
    select s.eid from section s join revision o on o.id = s.first_revision
    where s.article_id = a.id and o.number < r.number
    except
    select s.eid from unnest(r.section_ids) p (section_id) join section s on s.id = p.section_id
    order by 1 limit :most) as gone
from public_article a join revision r on r.id = a.live_revision_id
where a.id = any ((select :articles::uuid[])::uuid[])
  and ((select :type::text) is null or r.directive_type_fold = folded((select :type::text)))
  and ((select :categories::uuid[]) is null or a.category_id = any ((select :categories::uuid[])::uuid[]))

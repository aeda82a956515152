-- Of articles of which a text comes: which sections are here already (here), and which revision is the first to have a new one
-- (first): null when none that comes has it. A section of a mere working copy here is none that others may name.
create temporary table merging_section_to on commit drop as
select s.id, s.article_id, present.id as here, case when f.new then s.first_revision else (
           select b.id from merging_brought b join merging_revision r on r.id = b.id
           where b.article_id = s.article_id and s.id = any (r.section_ids) order by b.number nulls last limit 1) end as first
from merging_section s join merging_fate f on f.id = s.article_id
left join lateral (
    select d.id from section d join revision r on r.id = d.first_revision and r.number is not null
    where not f.new and d.article_id = s.article_id and d.eid = s.eid and d.content_hash = s.content_hash limit 1) present on true
where f.new or exists (select from merging_brought b where b.article_id = s.article_id)

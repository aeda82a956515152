-- Whether the text has a section, and the events that touch exactly this section, the earliest first.
select exists (select from revision_section s where s.revision_id = :revision and s.article_id = :article and s.eid = :eId) as in_text,
       array(select t.id from effect_touching t where t.touched_id = :article and t.eid = :eId
             order by t.from_day nulls last, t.id limit :limit) as events

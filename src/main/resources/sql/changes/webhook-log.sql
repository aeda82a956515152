-- The state of the log, in each row, and the changes behind a number up to another one (null for the newest), each with whether a
-- webhook is to be told of it. An article is judged by what it was before the change and by what it is after it: so that whoever
-- follows a category hears of an article that leaves it.
select l.last, l.deleted_to, c.number, c.kind, c.article_id, c.category_id, c.slug, c.revision, c.at, c.numbers, c.recorded_at,
       (cardinality(w.event_types) = 0
           or case when c.article_id is null then 'category.' else 'article.' end || c.kind = any (w.event_types))
       and case when c.article_id is null then
           cardinality(w.tags) = 0 and cardinality(w.directive_types) = 0
           and (cardinality(w.category_ids) = 0 or c.category_id = any (w.category_ids)
               or exists (select from article_category k where k.category_id = c.category_id and k.path_ids && f.categories))
       else
           cardinality(w.tags) = 0 and cardinality(w.directive_types) = 0 and cardinality(w.category_ids) = 0
           or exists (
               select from revision r
               left join article_category k on k.category_id = r.category_id
               where r.article_id = c.article_id and r.number in (c.revision, c.revision - 1)
                 and (cardinality(w.tags) = 0 or r.tags_fold && f.tags)
                 and (cardinality(w.directive_types) = 0 or r.directive_type_fold = any (f.types))
                 and (cardinality(w.category_ids) = 0 or k.path_ids && f.categories))
       end as wanted
from webhook w
cross join change_log l
cross join lateral (
    select array(select k.id from article_category k where k.category_id = any (w.category_ids)) as categories,
           folded_tags(w.tags) as tags, folded_tags(w.directive_types) as types) f
left join lateral (select * from change where number > :after and number <= coalesce(:end::bigint, l.last) order by number limit :limit) c
    on true
where w.id = :webhook
order by c.number

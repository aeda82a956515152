-- Slugs that are those of other articles here, and the slug of the article itself where it is here, too.
select t.slug, t.article_id, a.slug as here
from merging_slug t
join slug s on s.slug = t.slug and s.article_id <> t.article_id
left join article a on a.id = t.article_id
order by t.slug

-- Ranks all articles by their present views. Those whose rank is right are left out: "on conflict" would lock and write each of them.
insert into article_rank as r (article_id, views)
select coalesce(v.article_id, a.id), coalesce(v.views, 0)
from (select article_id, sum(views) as views from article_views group by article_id) v
full join public_article a on a.id = v.article_id
left join article_rank known on known.article_id = coalesce(v.article_id, a.id)
where known.views is distinct from coalesce(v.views, 0)
on conflict (article_id) do update set views = excluded.views where r.views <> excluded.views

-- What becomes of each article: whether it is new here, whether its state and slug come from there (theirs), and what is here.
create temporary table merging_fate on commit drop as
select t.id, a.id is null as new, a.state as state, a.updated_at as updated_at,
       a.id is null or t.state not in ('draft', 'scheduled') and (a.state in ('draft', 'scheduled') or t.updated_at > a.updated_at) as theirs,
       coalesce(r.number, 0) as number, coalesce(r.published_at, '-infinity') as published_at,
       exists (select from revision w where w.article_id = t.id and w.number is null) as drafted,
       exists (select from schedule s where s.article_id = t.id and s.action = 'publish' and s.status = 'pending') as publishing
from merging_article t
left join article a on a.id = t.id
left join lateral (select number, published_at from revision where article_id = t.id and number is not null order by number desc limit 1) r
    on true

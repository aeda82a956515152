-- Replaces the site's counters of days that are over. The views stay, because they are the sums of the articles' views.
with given as (
    select * from unnest(:days::date[], :visits::bigint[], :visitors::bigint[], :hits::bigint[]) as g (day, visits, visitors, hits)),
hours as (delete from site_hour h using given g where h.day = g.day returning h.day, h.views),
counted as (select day, sum(views) as views from hours group by day)
insert into site_day as d (day, visits, visitors, hits, views)
select g.day, g.visits, g.visitors, g.hits, coalesce(c.views, 0) from given g left join counted c on c.day = g.day order by g.day
on conflict (day) do update set visits = excluded.visits, visitors = excluded.visitors, hits = excluded.hits,
    views = d.views + excluded.views

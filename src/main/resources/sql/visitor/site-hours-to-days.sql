-- The hours of days before :before become one row a day.
with old as (delete from site_hour where day < :before returning day, visits, visitors, hits, views)
insert into site_day as d (day, visits, visitors, hits, views)
select day, sum(visits), sum(visitors), sum(hits), sum(views) from old group by day
on conflict (day) do update set visits = d.visits + excluded.visits, visitors = d.visitors + excluded.visitors,
    hits = d.hits + excluded.hits, views = d.views + excluded.views

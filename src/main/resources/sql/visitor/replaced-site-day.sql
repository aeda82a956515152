-- Replaces what is known of the site on a day that is over. Views stay: they are sums of the articles'.
with counted as (delete from site_hour where day = :day returning views)
insert into site_day as d (day, visits, visitors, hits, views)
select :day, :visits, :visitors, :hits, coalesce(sum(views), 0) from counted
on conflict (day) do update set visits = excluded.visits, visitors = excluded.visitors, hits = excluded.hits,
    views = d.views + excluded.views

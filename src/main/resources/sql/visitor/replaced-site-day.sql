-- Replaces the site's counters of a day that is over. The views stay, because they are the sums of the articles' views.
with counted as (delete from site_hour where day = :day returning views)
insert into site_day as d (day, visits, visitors, hits, views)
select :day, :visits, :visitors, :hits, coalesce(sum(views), 0) from counted
on conflict (day) do update set visits = excluded.visits, visitors = excluded.visitors, hits = excluded.hits,
    views = d.views + excluded.views

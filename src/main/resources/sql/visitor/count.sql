-- Stores all hits of a second.
--
-- * `today` is empty, and nothing is stored, when the key is not the one that all instances have agreed upon. Only a hash of
--   the key is sent, because servers may log the parameters of slow statements.
-- * A row that would not change is not written: that of a view already counted, or of a visitor already seen in the same
--   second.
-- * Without hits, the statement only flushes when visitors were last seen. Another instance may have stored a later time,
--   which stays. A stored time that is further behind than :trusted was written before a clock was set back.
-- * The planner does not know how long the arrays are, so no part may depend on its estimates. `counted` is written in a form
--   that can only be hashed.
-- * All rows of a batch are written by one transaction, whose number PostgreSQL keeps in them (xmin). So who reads the tables or
--   their files while the day lasts can link a visitor's hash to the views of its batch, and to the articles, without the key.
--   On a quiet portal a batch is one hit. What the guides promise is no more than: nothing is left when the key is destroyed.
-- * The half of the partitioned tables is named ({half}: odd or even days), which saves the planner its search.
with now as (select :day::date as day, :keyHash::bytea as key_hash, :hour::timestamptz as hour, :slot::smallint as slot,
                    :hits::bigint as hits),
today as (
    select now.* from now join visitor_key_{half} k on k.day = now.day and sha256(k.key) = now.key_hash),
seen as (
    insert into visitor_state_{half} as s (odd, visitor, last_seen, moved, new_visitor, new_visit)
    select {odd}, c.visitor, c.at, false, hits > 0, hits > 0 and not c.carried_over
    from today, unnest(:visitors::bigint[], :visitorsAt::bigint[], :visitsCarriedOver::boolean[]) as c (visitor, at, carried_over)
    on conflict (visitor) do update set
        new_visitor = false,
        new_visit = s.last_seen <= excluded.last_seen - :silence,
        last_seen = excluded.last_seen
    where s.last_seen < excluded.last_seen
            and (excluded.new_visitor or s.last_seen > excluded.last_seen - :trusted)
        or excluded.new_visitor and s.last_seen > excluded.last_seen + :difference
    returning s.visitor, s.new_visitor, s.new_visit),
asked as materialized (
    select * from unnest(:views::bigint[], :viewsAt::bigint[], :viewsCarriedOver::boolean[], :articles::uuid[])
        as v (view, at, carried_over, article_id)),
viewed as (
    insert into view_state_{half} as s (odd, view, counted, new_view)
    select {odd}, v.view, v.at, not v.carried_over from today, asked v
    on conflict (view) do update set
        new_view = s.counted <= excluded.counted - :window,
        counted = excluded.counted
    where s.counted <= excluded.counted - :window or s.counted > excluded.counted + :difference
    returning s.view, s.new_view),
counted as (
    select article_id, count(*) as views from asked
    where (view in (select view from viewed where new_view)) is true
    group by article_id order by article_id),
site as (
    insert into site_hour as h (hour, slot, day, visits, visitors, hits, views)
    select hour, slot, day, (select count(*) from seen where new_visit),
           (select count(*) from seen where new_visitor), hits,
           (select coalesce(sum(views), 0) from counted)
    from today where hits > 0
    on conflict (hour, slot) do update set
        visits = h.visits + excluded.visits, visitors = h.visitors + excluded.visitors,
        hits = h.hits + excluded.hits, views = h.views + excluded.views),
hours as (
    insert into article_hour as h (article_id, hour, slot, day, views)
    select c.article_id, t.hour, t.slot, t.day, c.views from counted c, today t
    on conflict (article_id, hour, slot) do update set views = h.views + excluded.views),
totals as (
    insert into article_views as t (article_id, slot, views)
    select c.article_id, today.slot, c.views from counted c, today
    on conflict (article_id, slot) do update set views = t.views + excluded.views)
select exists (select from today) as stored, array(select visitor from seen where new_visitor) as visitors,
       array(select view from viewed where new_view) as views

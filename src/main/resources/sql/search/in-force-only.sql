-- For best-of-many.sql: entries that are in force on a day. For "offset 0" see status_on.
cross join lateral (select (select eid from section where id = newest_first.section_id) as eid, (select :day::date) as day offset 0) asked
where not ((select few from few) and newest_first.article_id not in (select article_id from in_force))
    and (select status from status_on(newest_first.article_id, asked.eid, asked.day)) in ('in-force', 'partly')

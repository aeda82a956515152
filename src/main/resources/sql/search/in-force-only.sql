-- For best-of-many.sql: entries that are in force on a day.
where not ((select few from few) and article_id not in (select article_id from in_force))
    and (select st.status from force_status st where st.article_id = newest_first.article_id and st.eid in ('', (select eid from section where id = newest_first.section_id))
    and st.from_day <= (select :day::date) and st.before_day > (select :day::date) order by st.eid desc limit 1) in ('in-force', 'partly')

-- The site's counters: online, today, total.
select (select count(*) from visitor_state
        where last_minute >= :onlineMinute and last_seen > :onlineSince and last_seen <= :latest and not moved) as online,
       coalesce((select visits from site_day where day = :today), 0)
         + coalesce((select sum(visits) from site_hour where day = :today), 0) as today,
       coalesce((select total from site_base), 0) + coalesce((select sum(visits) from site_day), 0)
         + coalesce((select sum(visits) from site_hour), 0) as total

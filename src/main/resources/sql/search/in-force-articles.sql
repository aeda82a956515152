-- For best-of-many.sql: what is in force on a day. Few articles may be left, which are known beforehand then.
in_force as materialized (
    select article_id from in_force_period where from_day <= (select :day::date) and before_day > (select :day::date)
    union all
    select article_id from in_force_section where from_day <= (select :day::date) and before_day > (select :day::date)
    limit {mostInForce} + 1),
few as materialized (select count(*) <= {mostInForce} as few from in_force),

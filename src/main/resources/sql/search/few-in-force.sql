-- The articles of which anything is in force on a day, if they have few entries and few words together; no row if they have more. For
-- "offset 0" see status_on.
with in_force as materialized (
    select article_id from in_force_period where from_day <= (select :day::date) and before_day > (select :day::date)
    union all
    select article_id from in_force_section where from_day <= (select :day::date) and before_day > (select :day::date)
    limit {mostEntries} + 1),
articles as materialized (select distinct article_id from in_force),
entries as materialized (
    select length from (select article_id from articles where (select count(*) <= {mostEntries} from in_force) offset 0) a
    cross join lateral (select length from search_entry where article_id = a.article_id offset 0) e
    limit {mostEntries} + 1)
select array(select article_id from articles) as articles
where (select count(*) <= {mostEntries} from in_force)
    and (select count(*) <= {mostEntries} and coalesce(sum(length), 0) <= {mostWords} from entries)

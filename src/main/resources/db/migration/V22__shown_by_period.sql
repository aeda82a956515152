-- Each status as JSON, as it is shown, made when it is written: a list of twenty documents on a day reads twenty of them.

-- It had columns more. A new schema does not have it yet, and must not take away the one of another schema.
do $$
begin
    execute format('drop view if exists %I.section_status', current_schema());
end $$;

alter table force_period add column shown json;
update force_period p set shown = (select row_to_json(s) from (select p.status, p.since, p.until,
    case when p.status <> 'unknown' then f.known_until end as "knownUntil", p.effects[1:50] as effects) s)
from force f where f.article_id = p.article_id;
alter table force_period alter column shown set not null;

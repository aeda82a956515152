-- Stores events, given as a JSON array of rows: see vn.loa.effect.StoredEffect.
insert into effect (id, article_id, source, place, kind, target, target_key, target_type_key, target_issued_on, eid, part, named, phrase,
    replacement, acting, acting_key, acting_type_key, acting_issued_on, provisions, from_day, until_day, read_in, quote, quote_eid,
    quote_start, quote_end)
select id, article, source, place, kind, target, target_key, target_type_key, target_issued_on, eid, part, named, phrase,
    replacement, acting, acting_key, acting_type_key, acting_issued_on, provisions, from_day, until_day, read_in, quote, quote_eid,
    quote_start, quote_end
from json_to_recordset(:rows::json) as e (article uuid, id uuid, source text, place integer, kind text, target json, target_key text,
    target_type_key text, target_issued_on date, eid text, part text, named text, phrase text, replacement text, acting json,
    acting_key text, acting_type_key text, acting_issued_on date, provisions text[], from_day date, until_day date, read_in date,
    quote text, quote_eid text, quote_start integer, quote_end integer)

-- Stores relations, given as a JSON array of rows: see vn.loa.effect.StoredRelation.
insert into relation (article_id, place, kind, acting, acting_key, acting_type_key, acting_issued_on, document, document_key,
    document_type_key, document_issued_on, read_in, quote, quote_eid, quote_start, quote_end)
select article, place, kind, acting, acting_key, acting_type_key, acting_issued_on, document, document_key,
    document_type_key, document_issued_on, read_in, quote, quote_eid, quote_start, quote_end
from json_to_recordset(:rows::json) as r (article uuid, place integer, kind text, acting json, acting_key text, acting_type_key text,
    acting_issued_on date, document json, document_key text, document_type_key text, document_issued_on date, read_in date, quote text,
    quote_eid text, quote_start integer, quote_end integer)

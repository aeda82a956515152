-- An event that an editor says of an article's document. Editors' events have places of their own.
insert into effect (id, article_id, source, place, kind, eid, part, named, phrase, replacement, acting, acting_key, acting_type_key,
    acting_issued_on, provisions, from_day, until_day, read_in, quote, quote_eid, quote_start, quote_end, corrects)
select :id, :article, 'editor', coalesce(max(place), 0) + 1, :kind::text, :eId::text, :part::text, :named::text, :phrase::text,
    :replacement::text, :acting::json, :actingKey::text, :actingType::text, :actingIssuedOn::date, :provisions::text[], :from::date,
    :until::date, :sourceDate::date, :quote::text, :quoteEId::text, :quoteStart::integer, :quoteEnd::integer, :corrects::uuid
from effect
where article_id = :article and source = 'editor'

-- An editor says another thing instead.
update effect
set kind = :kind, eid = :eId::text, part = :part, named = :named::text, phrase = :phrase::text, replacement = :replacement::text,
    acting = :acting::json, acting_key = :actingKey::text, acting_type_key = :actingType::text, acting_issued_on = :actingIssuedOn::date,
    provisions = :provisions::text[], from_day = :from::date, until_day = :until::date, read_in = :sourceDate::date,
    quote = :quote::text, quote_eid = :quoteEId::text, quote_start = :quoteStart::integer, quote_end = :quoteEnd::integer,
    corrects = :corrects::uuid
where id = :id and article_id = :article and source = 'editor'

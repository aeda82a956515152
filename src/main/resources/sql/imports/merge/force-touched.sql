-- The documents of which texts of the other portal say something: those here that texts from there name, those from there that
-- texts here name, consolidated texts of either, those that have a number together, and what editors said there of articles that are here.
-- Those have a number together of which a text that gives no date may now mean one of several, as it could not where they were alone.
select d.article_id
from document d
join effect e on names_document_on(e.target_key, e.target_type_key, e.target_issued_on, coalesce(e.acting_issued_on, e.read_in),
    d.document_key, d.type_key, d.issued_on)
where (d.article_id in (select id from merging_fate where new)) <> (e.article_id in (select id from merging_fate where new))
union
select c.article_id
from force c
where c.consolidates_key is not null and (c.article_id in (select id from merging_fate where new)
    or c.consolidates_key in (select d.document_key from document d join merging_fate f on f.id = d.article_id and f.new)
    or c.consolidates_key in (select e.target_key from effect e join merging_fate f on f.id = e.article_id and f.new))
union
select t.article_id
from merging_effect t join merging_fate f on f.id = t.article_id and not f.new
where t.source = 'editor'
union
select article_id
from (
    select d.article_id, min(d.issued_on) over of_name as first, max(d.issued_on) over of_name as last,
        min(d.issued_on) over of_portal as own_first, max(d.issued_on) over of_portal as own_last
    from (
        select distinct target_key as key, target_type_key as type, coalesce(acting_issued_on, read_in) as day
        from effect
        where target_issued_on is null
            and target_key in (select n.document_key from document n join merging_fate f on f.id = n.article_id and f.new)) e
    join document d on names_document_on(e.key, e.type, null, e.day, d.document_key, d.type_key, d.issued_on)
    left join merging_fate f on f.id = d.article_id and f.new
    window of_name as (partition by e.key, e.type, e.day), of_portal as (partition by e.key, e.type, e.day, f.id is null)) d
where first < last and own_first is not distinct from own_last

-- The public documents with the numbers, or laws' names, that a text cites: at most five for each, first those that agree with the
-- type and the date, then the latest.
-- The parameters stand inside subqueries: with their values the planner would plan anew each time.
select w.n, f.same_type, f.same_date, p.revision_id, p.article_id, p.slug, p.state, p.article_title, p.type, p.number, p.issuer,
    p.issued_on, p.title
from unnest((select :keys::text[]), (select :types::text[]), (select :dates::date[]), (select :years::integer[]),
    (select :limits::date[])) with ordinality w (document_key, type_key, issued_on, year, not_after, n)
cross join lateral (
    select * from (
        select d.article_id, d.issued_on, w.type_key is null or coalesce(d.type_key = w.type_key, false) as same_type,
            (w.issued_on is null or d.issued_on is null or d.issued_on = w.issued_on)
            and (w.year is null or d.issued_on is null or extract(year from d.issued_on) = w.year)
            and (w.not_after is null or d.issued_on is null or d.issued_on <= w.not_after) as same_date
        from document d
        where d.document_key = w.document_key) d
    order by (d.same_type and d.same_date) desc, d.issued_on desc nulls last, d.article_id
    limit 5) f
join public_directive p on p.article_id = f.article_id
order by w.n, (f.same_type and f.same_date) desc, f.issued_on desc nulls last, f.article_id

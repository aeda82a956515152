-- The public directives that citations may mean, the latest first; a mere name means no law that is later than the text. Of many,
-- ten: a number that a hundred articles have would make each of a text's thousands of citations a hundred times as long.
-- The parameters stand inside subqueries: with their values the planner would plan anew each time.
select w.n, d.article_id, d.slug, d.title
from unnest((select :keys::text[]), (select :types::text[]), (select :dates::date[]), (select :limits::date[]))
    with ordinality w (document_key, type_key, issued_on, not_after, n)
cross join lateral (
    select article_id, slug, title, issued_on from document d
    where names_document(w.document_key, w.type_key, w.issued_on, d.document_key, d.type_key, d.issued_on)
      and (w.not_after is null or d.issued_on is null or d.issued_on <= w.not_after)
    order by d.issued_on desc nulls last, d.article_id
    limit 10) d
order by w.n, d.issued_on desc nulls last, d.article_id

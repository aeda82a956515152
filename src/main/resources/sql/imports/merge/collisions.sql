-- Reports what collides, before anything comes. Texts, drafts and planned steps of an article that is here are left out when it has
-- them; they are no collision when they are the same. Of texts that get other numbers, and of those that are left out because a newer
-- one is here, the newest stands for all: it is the one that readers would see.
insert into merge_collision (export_id, collision, subject_id, value, became)
select :export::uuid, found.collision, found.id, found.value, found.became
from (
    select 1 as place, 'slug' as collision, m.article_id as id, m.slug as value, m.becomes as became
    from merging_slug_to m join merging_fate f on f.id = m.article_id and f.new
    union all
    select 2, 'article', f.id, t.slug, case when f.theirs then 'theirs' else 'here' end
    from merging_fate f join merging_article t on t.id = f.id
    where not f.new and t.updated_at is distinct from f.updated_at
    union all
    select 3, 'revision', t.article_id, t.number::text, t.becomes::text
    from (
        select distinct on (r.article_id, b.id is null) r.article_id, r.number, b.number as becomes
        from merging_revision r join merging_fate f on f.id = r.article_id and not f.new
        left join merging_brought b on b.id = r.id
        where r.number is not null and b.number is distinct from r.number and not exists (
            select from revision h where h.article_id = r.article_id and h.number is not null and h.published_at = r.published_at)
        order by r.article_id, b.id is null, r.number desc) t
    union all
    select 4, 'draft', r.article_id, r.title, null
    from merging_revision r join merging_fate f on f.id = r.article_id and not f.new
    where r.number is null and not exists (select from merging_brought b where b.id = r.id)
        and not exists (select from revision h where h.article_id = r.article_id and h.number is null and h.updated_at = r.updated_at)
    union all
    select 5, 'schedule', s.article_id, s.action, null
    from merging_schedule s join merging_fate f on f.id = s.article_id and not f.new
    where s.status = 'pending' and not exists (select from schedule h where h.id = s.id)
    union all
    select 6, 'category', c.id, t.slug, k.slug
    from merging_category_to c join merging_category t on t.id = c.id join category k on k.id = c.becomes
    where c.id <> c.becomes
    union all
    select 7, 'category-slug', t.id, t.slug, k.slug
    from merging_category_to c join merging_category t on t.id = c.id join category k on k.id = c.becomes
    where c.id = c.becomes and c.created and k.slug <> t.slug
    union all
    select 8, 'old-address', coalesce(t.article_id, t.category_id, t.media_id), t.address, null
    from merging_old_address t join old_address h on h.address_key = t.address_key
    left join merging_category_to c on c.id = t.category_id
    where (h.article_id, h.category_id, h.media_id) is distinct from (t.article_id, c.becomes, t.media_id)
    union all
    select 9, 'import-source', coalesce(t.article_id, t.media_id), t.source_name || '/' || t.source, null
    from merging_import_source t join import_source h on h.source_name = t.source_name and h.source = t.source
    where (h.article_id, h.media_id) is distinct from (t.article_id, t.media_id)
    union all
    select 10, 'document', t.article_id, t.document_key, h.slug
    from merging_document t join merging_fate f on f.id = t.article_id and f.new
    join document h on h.document_key = t.document_key and h.type_key is not distinct from t.type_key
        and h.issued_on is not distinct from t.issued_on
    ) found
order by found.place, found.value

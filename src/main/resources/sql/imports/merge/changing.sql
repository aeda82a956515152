-- Articles that are here and become another one: by a newer text, or a later step. The words that came are those of a working copy
-- (other_words) where it is left out, and the text that it was made from is not.
select f.id, f.number, f.state in ('published', 'withdrawn') as public, not f.drafted
    and exists (select from merging_brought b where b.article_id = f.id and b.number is not null)
    and exists (select from merging_revision r where r.article_id = f.id and r.number is null
        and not exists (select from merging_brought b where b.id = r.id)) as other_words
from merging_fate f
where not f.new and (f.theirs or exists (select from merging_brought b where b.article_id = f.id and b.number is not null))
order by f.id

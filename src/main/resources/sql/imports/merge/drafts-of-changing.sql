-- Articles that are here and get a working copy: who edits the text that was there before is told.
update article a set version = a.version + 1
from merging_brought b join merging_fate f on f.id = b.article_id and not f.new
where a.id = b.article_id and b.number is null

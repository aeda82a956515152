-- What follows from a publish, a withdrawal and a removal is done by the steps in vn.loa.article.publish, where it can be
-- read in order: vn.loa.changes.ChangeLog appends to the log of changes, vn.loa.cache.OtherInstances sends NOTIFY.
drop trigger article_is_published on article;
drop trigger article_is_changed on article;
drop function record_change();

drop trigger public_article_is_told on article;
drop trigger public_article_change_is_told on article;
drop trigger articles_emptied on article;
drop trigger public_name_is_told on slug;
drop trigger public_name_change_is_told on slug;
drop function tell_public_change();

drop trigger next_change_is_planned on schedule;
drop trigger next_change_is_moved on schedule;
drop function tell_next_change();

-- Counters touch no other feature's rows. A foreign key made the first view of an article in an hour wait for whoever
-- was saving or publishing that article, and with it all hits of its batch. Articles that were ever public are never
-- deleted; what was taken over for one that was not is deleted with it by vn.loa.visitor.
alter table article_base  drop constraint article_base_article_id_fkey;
alter table article_day   drop constraint article_day_article_id_fkey;
alter table article_hour  drop constraint article_hour_article_id_fkey;
alter table article_views drop constraint article_views_article_id_fkey;

-- The sections of the text that the public reads of an article, in the form of the article's answer, so that a read of one article has
-- one row of them. Made of the revision's sections by text_as_shown; a text of another revision, or one that is missing here, is read
-- from its sections.
create table shown_text (
    article_id  uuid   primary key,
    revision_id bigint not null,
    -- by which the documents that the sections cite are found in document
    keys        text[] not null,
    -- see vn.loa.directive.ShownSections
    sections    text   not null
);

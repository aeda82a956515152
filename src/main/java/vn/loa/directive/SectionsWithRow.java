package vn.loa.directive;

import vn.loa.sql.ResultRow;

/**
 * The sections of the text that the public reads of an article, and the public directives that have the numbers which they cite, as
 * they were read with the article's row. For {@link RevisionTextRepository#sections(SectionsWithRow, vn.loa.directive.force.SectionForces)}.
 *
 * @param sections see {@link ShownSections}
 * @param cited see {@link CitedDocuments}; null for none
 */
public record SectionsWithRow(byte[] sections, byte[] cited) {

    /** For {@link #read}; they need {@link #JOIN}. */
    public static final String COLUMNS = ", shown.sections as text_sections, cited.documents as cited_documents";
    /** For an article {@code a} with a revision {@code r}. */
    public static final String JOIN = " left join shown_text shown on shown.article_id = a.id and shown.revision_id = r.id "
            + CitedDocuments.join("shown.keys", "cited");

    /** Null where they are to be read from the sections themselves: a long text, or one that the public does not read at present. */
    public static SectionsWithRow read(ResultRow row) {
        byte[] sections = row.utf8("text_sections");
        return sections == null ? null : new SectionsWithRow(sections, row.utf8("cited_documents"));
    }
}

package vn.loa.directive;

import java.util.List;
import vn.loa.sql.PackedValues;
import vn.loa.sql.ResultRow;

/**
 * The sections of a text, and the public directives that have the numbers which they cite, as they were read with the article's row:
 * in statements of their own they take half as long again. For {@link RevisionTextRepository#sections(SectionsWithRow)}.
 *
 * @param sections {@link PackedValues}; null for none
 * @param cited see {@link CitedDocuments}; null for none
 */
public record SectionsWithRow(byte[] sections, byte[] cited) {

    /** For {@link #read}; they need {@link #JOIN}. */
    public static final String COLUMNS = ", text.sections as text_sections, cited.documents as cited_documents";
    /** In bytes: more are read when memory has been reserved for them. */
    private static final int MOST_READ_WITH_ROW = 256 << 10;
    /** For a revision {@code r}. */
    public static final String JOIN = " left join lateral (select " + PackedValues.pack("p.position", List.of("s.eid",
            "s.parent_eid", "s.level", "s.kind", "s.number", "s.marker", "s.heading", "s.paragraphs", "s.citations", "s.notes")) + """
             as sections,
                string_agg(case when s.citations is not null then
                    (select string_agg(c ->> 'documentKey', E'\\n') from json_array_elements(s.citations) c) end, E'\\n') as keys
            from unnest(case when r.section_bytes::bigint + r.citation_bytes <= %d then r.section_ids end)
                with ordinality p (section_id, position)
            join section s on s.id = p.section_id) text on true
            """.formatted(MOST_READ_WITH_ROW) + CitedDocuments.join("text.keys", "cited");

    /** Null for more than are read with the row. */
    public static SectionsWithRow read(ResultRow row, TextSize size) {
        return size.sectionsWithCitations() > MOST_READ_WITH_ROW ? null
                : new SectionsWithRow(row.utf8("text_sections"), row.utf8("cited_documents"));
    }
}

package vn.loa.directive;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * A section as it was read, before it is known where its citations lead.
 *
 * @param position in document order, where that was asked for; else 0
 * @param eId null for the citations outside the sections, which stand in a row of their own
 */
record SectionRow(long position, String eId, String parentEId, int level, String kind, String number, String marker,
        String heading, List<ParagraphView> paragraphs, List<StoredCitation> citations, List<NoteView> notes) {

    SectionView view(List<CitationView> cited) {
        return new SectionView(eId, parentEId, level, kind, number, marker, heading, paragraphs, cited, notes);
    }

    SectionView view(Map<CitedDocument, List<CitationView.Target>> targets) {
        return view(Documents.views(citations, targets));
    }

    /** The citations of all these sections. */
    static List<StoredCitation> citations(List<SectionRow> rows) {
        List<StoredCitation> all = new ArrayList<>();
        rows.forEach(row -> all.addAll(row.citations));
        return all;
    }
}

package vn.loa.directive;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import vn.loa.directive.force.ForceView;

/**
 * A section as it was read, before it is known where its citations lead.
 *
 * @param position in document order, where that was asked for; else 0
 * @param eId null for the citations outside the sections, which stand in a row of their own
 * @param force null where it was not asked for
 */
record SectionRow(long position, String eId, String parentEId, int level, String kind, String number, String marker,
        String heading, List<ParagraphView> paragraphs, List<StoredCitation> citations, List<NoteView> notes,
        ForceView force) {

    SectionRow with(ForceView theForce) {
        return new SectionRow(position, eId, parentEId, level, kind, number, marker, heading, paragraphs, citations, notes, theForce);
    }

    SectionView view(List<CitationView> cited) {
        return new SectionView(eId, parentEId, level, kind, number, marker, heading, paragraphs, cited, notes, force);
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

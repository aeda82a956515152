package vn.loa.directive.edit;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import vn.loa.directive.SectionView;

/**
 * Ensures that every id occurs once in a document. Editors choose the eIds of sections and paragraphs, and may choose
 * one for both. The section then keeps it.
 */
public final class UniqueIds {

    private final Set<String> ofSections;
    private final Set<String> given = new HashSet<>();

    public UniqueIds(List<SectionView> sections) {
        ofSections = sections.stream().map(SectionView::eId).collect(Collectors.toSet());
    }

    /** The eId for the XML; null when the document already has it. */
    public String section(String eId) {
        return given.add(eId) ? eId : null;
    }

    /** The eId for the XML; null when the document already has it or a section has it. */
    public String paragraph(String eId) {
        return eId != null && !ofSections.contains(eId) && given.add(eId) ? eId : null;
    }

    /** A free id: the wanted one, or the wanted one with a number behind it. */
    public String free(String wanted) {
        String id = wanted;
        for (int n = 2; paragraph(id) == null; n++) {
            id = wanted + "_" + n;
        }
        return id;
    }
}

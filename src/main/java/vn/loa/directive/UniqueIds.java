package vn.loa.directive;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Gives every id in a document out once. Editors name sections and paragraphs themselves and may give both the same
 * name: the section keeps it.
 */
final class UniqueIds {

    private final Set<String> ofSections;
    private final Set<String> given = new HashSet<>();

    UniqueIds(List<SectionView> sections) {
        ofSections = sections.stream().map(SectionView::eId).collect(Collectors.toSet());
    }

    /** Null when it stands in the document already. */
    String section(String eId) {
        return given.add(eId) ? eId : null;
    }

    /** Null when it stands in the document already, or is a section's. */
    String paragraph(String eId) {
        return eId != null && !ofSections.contains(eId) && given.add(eId) ? eId : null;
    }

    /** One that nobody has, like this one. */
    String free(String wanted) {
        String id = wanted;
        for (int n = 2; paragraph(id) == null; n++) {
            id = wanted + "_" + n;
        }
        return id;
    }
}

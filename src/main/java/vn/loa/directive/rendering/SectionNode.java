package vn.loa.directive.rendering;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import vn.loa.directive.SectionView;
import vn.loa.text.structure.SectionKind;

/**
 * A section with those inside it. Read from the outside in, the nodes are in document order whatever the tree is like:
 * a section whose parent has been left already, or is not among those rendered, stands at the top.
 */
record SectionNode(SectionView section, List<SectionNode> inside) {

    private static final String ANNEX = SectionKind.ANNEX.wireName();

    /** @param sections in document order */
    static List<SectionNode> nest(List<SectionView> sections) {
        List<SectionNode> top = new ArrayList<>();
        Deque<SectionNode> open = new ArrayDeque<>();
        for (SectionView section : sections) {
            while (!open.isEmpty() && !open.peek().section.eId().equals(section.parentEId())) {
                open.pop();
            }
            SectionNode node = new SectionNode(section, new ArrayList<>());
            (open.isEmpty() ? top : open.peek().inside).add(node);
            open.push(node);
        }
        return top;
    }

    /** Of sections in document order the last one that is in no other one of them. */
    static SectionView lastTop(List<SectionView> sections) {
        List<SectionNode> top = nest(sections);
        return top.get(top.size() - 1).section;
    }

    boolean isAnnex() {
        return section.kind().equals(ANNEX);
    }

    /** Whether number and first paragraph are one line, as in {@code 3. Các cơ quan …}: it has no heading. */
    boolean isRunIn() {
        return section.heading() == null && !section.paragraphs().isEmpty();
    }

    /** {@code Điều 5. Phạm vi}; only the number when there is no heading. */
    String label() {
        return section.heading() == null ? section.marker() : section.marker() + " " + section.heading();
    }
}

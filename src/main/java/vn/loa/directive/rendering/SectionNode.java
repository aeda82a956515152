package vn.loa.directive.rendering;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Objects;
import vn.loa.directive.SectionView;
import vn.loa.directive.force.ForceView;
import vn.loa.text.structure.SectionKind;

/**
 * A section and the sections inside it, and its status where that is another one than that of what holds it and of the document. The nodes are always in document order: a section whose parent was closed
 * before it, or is not rendered, becomes a top-level section.
 */
record SectionNode(SectionView section, List<SectionNode> inside, ForceView force) {

    private static final String ANNEX = SectionKind.ANNEX.wireName();

    /** @param sections in document order */
    static List<SectionNode> nest(List<SectionView> sections) {
        List<SectionNode> top = new ArrayList<>();
        Deque<SectionNode> open = new ArrayDeque<>();
        for (SectionView section : sections) {
            while (!open.isEmpty() && !open.peek().section.eId().equals(section.parentEId())) {
                open.pop();
            }
            boolean same = !open.isEmpty() && Objects.equals(section.force(), open.peek().section.force());
            SectionNode node = new SectionNode(section, new ArrayList<>(), same ? null : section.force());
            (open.isEmpty() ? top : open.peek().inside).add(node);
            open.push(node);
        }
        return top;
    }

    /** The last section that is inside no other of these sections, which are in document order. */
    static SectionView lastTop(List<SectionView> sections) {
        List<SectionNode> top = nest(sections);
        return top.get(top.size() - 1).section;
    }

    boolean isAnnex() {
        return section.kind().equals(ANNEX);
    }

    /**
     * Whether the number and the first paragraph share a line, as in {@code 3. Các cơ quan …}: the section has no
     * heading, and does not begin with a table.
     */
    boolean isRunIn() {
        return section.heading() == null && !section.paragraphs().isEmpty() && !section.paragraphs().get(0).isTable();
    }

    /** {@code Điều 5. Phạm vi}; only the marker when there is no heading. */
    String label() {
        return section.heading() == null ? section.marker() : section.marker() + " " + section.heading();
    }
}

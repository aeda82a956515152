package vn.loa.text.consolidate;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import vn.loa.text.structure.EId;
import vn.loa.text.structure.Paragraph;
import vn.loa.text.structure.Section;

/** A section of a text that is being changed. */
final class Node {
    private static final Pattern REPEALED = Pattern.compile("\\((?:đã )?(?:được|bị) bãi bỏ\\)[.;]?");

    private Section section;
    private Node parent;
    private final List<Node> children = new ArrayList<>();
    /** The instruction that inserted it; null for the text's own sections. */
    private Object insertedBy;

    Node(Section section) {
        this.section = section;
    }

    Section section() {
        return section;
    }

    EId eId() {
        return section.eId();
    }

    Node parent() {
        return parent;
    }

    List<Node> children() {
        return children;
    }

    Object insertedBy() {
        return insertedBy;
    }

    void insertedBy(Object instruction) {
        insertedBy = instruction;
    }

    void add(Node child) {
        add(children.size(), child);
    }

    void add(int index, Node child) {
        children.add(index, child);
        child.parent = this;
    }

    void replaceWith(Section changed) {
        section = changed;
    }

    boolean isRepealed() {
        return children.isEmpty() && section.paragraphs().size() + (section.heading() == null ? 0 : 1) == 1
                && REPEALED.matcher(section.heading() == null ? section.paragraphs().get(0).text() : section.heading()).matches();
    }

    /** The sections of the tree, each at its level. */
    void collect(int level, List<Section> all) {
        if (section != null) {
            EId above = parent.section == null ? null : parent.eId();
            all.add(new Section(eId(), above, level, section.kind(), section.number(), section.marker(), section.heading(),
                    section.paragraphs(), section.notes()));
        }
        children.forEach(child -> child.collect(level + 1, all));
    }

    /** The section with everything below it. */
    List<Node> tree() {
        List<Node> all = new ArrayList<>(List.of(this));
        for (int i = 0; i < all.size(); i++) {
            all.addAll(all.get(i).children);
        }
        return all;
    }

    /** The words of the tree, a line for each heading and paragraph, in order. */
    String words() {
        StringBuilder words = new StringBuilder();
        words(words);
        return words.toString();
    }

    private void words(StringBuilder words) {
        boolean opens = true;
        if (section.heading() != null) {
            line(words, section.marker() + " " + section.heading());
            opens = false;
        }
        for (Paragraph paragraph : section.paragraphs()) {
            line(words, opens ? section.marker() + " " + paragraph.text() : paragraph.text());
            opens = false;
        }
        if (opens) {
            line(words, section.marker());
        }
        children.forEach(child -> child.words(words));
    }

    private static void line(StringBuilder words, String line) {
        words.append(words.length() == 0 ? "" : "\n").append(line);
    }
}

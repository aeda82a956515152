package vn.loa.text.consolidate;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import vn.loa.text.structure.EId;
import vn.loa.text.structure.Section;

/** The tree of a text that is being changed. */
final class Draft {
    private final Node root = new Node(null);
    private final Map<EId, Node> nodes = new HashMap<>();

    Draft(List<Section> sections) {
        for (Section section : sections) {
            Node parent = section.parentEId() == null ? root : nodes.getOrDefault(section.parentEId(), root);
            Node node = new Node(section);
            parent.add(node);
            nodes.put(section.eId(), node);
        }
    }

    Node root() {
        return root;
    }

    /** Null when the text has no such section. */
    Node at(EId eId) {
        return nodes.get(eId);
    }

    /** The section, which has words. */
    Node require(EId eId) {
        Node node = nodes.get(eId);
        if (node == null) {
            throw new RefusedException(Refusal.TARGET_NOT_FOUND);
        }
        if (nodes.containsKey(second(eId))) {
            throw new RefusedException(Refusal.TARGET_AMBIGUOUS);
        }
        if (node.isRepealed()) {
            throw new RefusedException(Refusal.TARGET_REPEALED);
        }
        return node;
    }

    /** The eId of the second section of this number, in a text that has a number twice; see {@code DirectiveText}. */
    private static EId second(EId eId) {
        return eId.value().length() > EId.MAX_LENGTH - 2 ? null : new EId(eId.value() + "_2");
    }

    /** Puts other sections instead of a section and all below it. The first of them has the same eId. */
    void replace(Node old, List<Section> sections) {
        List<Node> gone = old.tree();
        gone.forEach(node -> nodes.remove(node.eId()));
        if (taken(sections)) {
            gone.forEach(node -> nodes.put(node.eId(), node));
            throw new RefusedException(Refusal.TARGET_EXISTS);
        }
        Node parent = old.parent();
        int index = parent.children().indexOf(old);
        parent.children().remove(index);
        put(parent, index, sections);
    }

    /** @return the first of the new sections */
    Node insert(Node parent, int index, List<Section> sections) {
        if (taken(sections)) {
            throw new RefusedException(Refusal.TARGET_EXISTS);
        }
        return put(parent, index, sections);
    }

    private boolean taken(List<Section> sections) {
        return sections.stream().anyMatch(section -> nodes.containsKey(section.eId()));
    }

    private Node put(Node parent, int index, List<Section> sections) {
        Node first = null;
        for (Section section : sections) {
            Node node = new Node(section);
            if (first == null) {
                first = node;
                parent.add(index, node);
            } else {
                nodes.get(section.parentEId()).add(node);
            }
            nodes.put(section.eId(), node);
        }
        return first;
    }

    List<Section> sections() {
        List<Section> all = new ArrayList<>();
        root.collect(0, all);
        return all;
    }
}

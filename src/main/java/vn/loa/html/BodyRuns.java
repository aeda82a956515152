package vn.loa.html;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import vn.loa.text.fold.VietnameseText;

/**
 * Tidies the runs of words and pictures between blocks, from the innermost block outwards. A run of words between
 * blocks becomes a paragraph; only a list item, a cell or a quotation may begin with words outside a paragraph. Blocks
 * that show nothing are removed. White space between blocks becomes one line break or none, so that tidying a second
 * time changes nothing, even where an element was removed.
 */
final class BodyRuns {
    private final BodyNode block;
    private final List<BodyNode> done = new ArrayList<>();
    private List<BodyNode> run = new ArrayList<>();
    private boolean lineBreak;

    private BodyRuns(BodyNode block) {
        this.block = block;
    }

    static void tidy(BodyNode block) {
        if (block.isLeaf()) {
            block.children = joined(block.children);
            if (block.is("pre")) {
                // A parser drops a line break directly behind <pre>.
                block.children = withoutFirst(block.children, "\n");
            } else {
                block.children = trimmed(block.children);
            }
            if (block.children.stream().noneMatch(child -> child.shows(true))) {
                block.children = List.of();
            }
        } else {
            new BodyRuns(block).tidy();
        }
    }

    private void tidy() {
        for (BodyNode child : block.children) {
            if (!child.isBlock()) {
                run.add(child);
                continue;
            }
            flush();
            tidy(child);
            if (child.isVoid() || !child.children.isEmpty()) {
                addBlock(child);
            }
        }
        flush();
        if (lineBreak && !done.isEmpty() && done.get(done.size() - 1).isBlock() && !block.is("body")) {
            done.add(BodyNode.text("\n"));
        }
        block.children = done;
    }

    private void flush() {
        if (run.isEmpty()) {
            return;
        }
        List<BodyNode> words = joined(run);
        run = new ArrayList<>();
        boolean text = words.stream().anyMatch(node -> node.shows(false));
        if (!text && words.stream().noneMatch(node -> node.shows(true))) {
            lineBreak |= words.stream().anyMatch(node -> node.isText() && node.text.indexOf('\n') >= 0);
            return;
        }
        lineBreak |= breaksBefore(words);
        boolean breakBehind = breaksBehind(words);
        words = trimmed(words);
        if (text && !(block.mayBeginWithWords() && done.isEmpty())) {
            BodyNode paragraph = BodyNode.element("p", Map.of());
            paragraph.children = words;
            addBlock(paragraph);
        } else {
            if (lineBreak && !done.isEmpty()) {
                done.add(BodyNode.text("\n"));
            }
            done.addAll(words);
        }
        lineBreak = breakBehind;
    }

    private void addBlock(BodyNode child) {
        if (lineBreak && (!done.isEmpty() || !block.is("body"))) {
            done.add(BodyNode.text("\n"));
        }
        done.add(child);
        lineBreak = false;
    }

    private static boolean breaksBefore(List<BodyNode> words) {
        BodyNode first = words.get(0);
        return first.isText() && first.text.substring(0, first.text.length() - first.text.stripLeading().length())
                .indexOf('\n') >= 0;
    }

    private static boolean breaksBehind(List<BodyNode> words) {
        BodyNode last = words.get(words.size() - 1);
        return last.isText() && last.text.substring(last.text.stripTrailing().length()).indexOf('\n') >= 0;
    }

    /** Joins adjacent text nodes into one, normalised. */
    private static List<BodyNode> joined(List<BodyNode> nodes) {
        List<BodyNode> out = new ArrayList<>();
        StringBuilder text = new StringBuilder();
        for (BodyNode node : nodes) {
            if (node.isText()) {
                text.append(node.text);
                continue;
            }
            addText(text, out);
            node.children = joined(node.children);
            out.add(node);
        }
        addText(text, out);
        return out;
    }

    private static void addText(StringBuilder text, List<BodyNode> out) {
        if (text.length() > 0) {
            out.add(BodyNode.text(VietnameseText.normalise(text.toString())));
            text.setLength(0);
        }
    }

    private static List<BodyNode> trimmed(List<BodyNode> words) {
        List<BodyNode> out = new ArrayList<>(withoutFirst(words, " \n\t"));
        int last = out.size() - 1;
        if (last >= 0 && out.get(last).isText()) {
            String text = out.remove(last).text.stripTrailing();
            if (!text.isEmpty()) {
                out.add(BodyNode.text(text));
            }
        }
        return out;
    }

    /** The nodes without these characters at the start of the first text. */
    private static List<BodyNode> withoutFirst(List<BodyNode> nodes, String characters) {
        if (nodes.isEmpty() || !nodes.get(0).isText()) {
            return nodes;
        }
        String text = nodes.get(0).text;
        int start = 0;
        while (start < text.length() && characters.indexOf(text.charAt(start)) >= 0) {
            start++;
        }
        List<BodyNode> out = new ArrayList<>(nodes.subList(1, nodes.size()));
        if (start < text.length()) {
            out.add(0, BodyNode.text(text.substring(start)));
        }
        return out;
    }
}

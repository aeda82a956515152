package vn.loa.html;

import java.util.Map;
import org.jsoup.nodes.Entities;

/** Writes a body's tree as HTML. Text and attribute values are escaped as in imports. */
final class BodyWriter {
    /** Twice the default limit of a request, in characters, because every paragraph grows by its id. */
    static final int MAX_LENGTH = 8_000_000;

    private final StringBuilder out = new StringBuilder();

    private BodyWriter() {}

    static String write(BodyNode body) {
        BodyWriter writer = new BodyWriter();
        body.children.forEach(writer::node);
        return writer.out.toString();
    }

    static void checkLength(int length) {
        if (length > MAX_LENGTH) {
            throw new IllegalArgumentException("The body is longer than " + MAX_LENGTH + " characters.");
        }
    }

    private void node(BodyNode node) {
        checkLength(out.length());
        if (node.isText()) {
            out.append(Entities.escape(node.text));
            return;
        }
        out.append('<').append(node.name);
        if (node.attributes.containsKey("id")) {
            attribute("id", node.attributes.get("id"));
        }
        for (Map.Entry<String, String> attribute : node.attributes.entrySet()) {
            if (!attribute.getKey().equals("id")) {
                attribute(attribute.getKey(), attribute.getValue());
            }
        }
        out.append('>');
        if (!node.isVoid()) {
            node.children.forEach(this::node);
            out.append("</").append(node.name).append('>');
        }
    }

    private void attribute(String name, String value) {
        out.append(' ').append(name).append("=\"").append(Entities.escape(value)).append('"');
    }
}

package vn.loa.imports.archive.wordpress;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;

/**
 * A post or a page of WordPress.
 *
 * @param source its key: {@code post-123}
 * @param address where it stood; null for one that was never published
 * @param published whether the public could read it; drafts, private ones and those with a password must not be published
 * @param json the article as a line of an import has it; what is empty is left out
 * @param lost shortcodes of plug-ins in its body, whose effect is not known, and which were left out
 */
public record WordPressArticle(String source, String address, boolean published, ObjectNode json, List<String> lost) {
}

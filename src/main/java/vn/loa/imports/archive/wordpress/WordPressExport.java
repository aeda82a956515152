package vn.loa.imports.archive.wordpress;

import java.io.IOException;
import java.io.InputStream;
import java.util.Set;
import vn.loa.imports.archive.wordpress.ExportReader.Part;

/**
 * Reads an export of WordPress, twice: what its posts refer to may stand behind them. Posts, pages and types of plug-ins that
 * have words become articles; menus, revisions, templates and comments do not.
 */
public final class WordPressExport {

    /** Types that WordPress and its plug-ins keep for themselves. */
    private static final Set<String> INTERNAL = Set.of("attachment", "nav_menu_item", "revision", "custom_css", "customize_changeset",
            "oembed_cache", "user_request", "wp_block", "wp_template", "wp_template_part", "wp_global_styles", "wp_navigation",
            "wp_font_family", "wp_font_face", "acf-field", "acf-field-group", "elementor_library", "wpcf7_contact_form", "mc4wp-form",
            "shop_order", "scheduled-action", "popup", "blocks", "ngg_pictures", "amp_validated_url", "flamingo_inbound");
    private static final Set<String> GONE = Set.of("trash", "auto-draft", "inherit");

    /** In characters: an article's body has half as many. */
    private static final int LONGEST = 2_000_000;

    /** Opens the export, each time from its beginning. */
    @FunctionalInterface
    public interface Opening {
        InputStream open() throws IOException;
    }

    private WordPressExport() {
    }

    /**
     * Hands over all articles.
     *
     * @throws ExportFault when it is no export, or damaged; articles before the fault may have been handed over
     * @throws IOException what the bytes or the sink throw
     */
    public static void read(Opening export, WordPressSink sink) throws ExportFault, IOException {
        ExportIndex index = new ExportIndex();
        try (InputStream bytes = export.open()) {
            ExportReader.read(bytes, index::add);
        }
        try (InputStream bytes = export.open()) {
            ExportReader.read(bytes, part -> hand(part, index, sink));
        }
    }

    private static void hand(Part item, ExportIndex index, WordPressSink sink) throws IOException {
        String type = item.text("wp:post_type");
        if (!item.name().equals("item") || INTERNAL.contains(type)) {
            return;
        }
        String source = source(item);
        String status = item.text("wp:status");
        if (GONE.contains(status)) {
            sink.leftOut(source, "removed-before", "The export has it as " + status + ", which is no text of the site.");
        } else if (item.text("content:encoded").isEmpty()) {
            sink.leftOut(source, "empty", "It has no text.");
        } else if (item.text("content:encoded").length() > LONGEST) {
            sink.leftOut(source, "too-large", "Its text has more than " + LONGEST + " characters.");
        } else {
            sink.article(WordPressPost.read(item, source, index));
        }
    }

    /** By its number; an old export has only its permanent address. */
    private static String source(Part item) {
        String id = item.text("wp:post_id");
        String other = item.text("guid").isEmpty() ? item.text("link") : item.text("guid");
        return id.matches("[0-9]{1,18}") ? "post-" + id : other.isEmpty() ? item.text("title") : other;
    }
}

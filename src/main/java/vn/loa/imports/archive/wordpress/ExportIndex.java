package vn.loa.imports.archive.wordpress;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import vn.loa.imports.archive.wordpress.ExportReader.Part;

/** What the items of an export refer to: authors, categories, pictures. */
final class ExportIndex {

    /** Of each kind, so many are remembered. */
    private static final int MOST = 200_000;
    private static final int DEEPEST = 10;

    /** A category under its slug. */
    private record Category(String name, String parent) {
    }

    /**
     * A file of the library.
     *
     * @param post to which it was uploaded; empty for none
     */
    record Attachment(String address, String alternative, String title, String post) {
    }

    private final Map<String, String> authors = new HashMap<>();
    private final Map<String, Category> categories = new HashMap<>();
    private final Map<String, Attachment> attachments = new LinkedHashMap<>();

    void add(Part part) {
        switch (part.name()) {
            case "wp:author" -> put(authors, part.text("wp:author_login"), part.text("wp:author_display_name"));
            case "wp:category" -> put(categories, part.text("wp:category_nicename"),
                    new Category(part.text("wp:cat_name"), part.text("wp:category_parent")));
            case "wp:term" -> {
                if (part.text("wp:term_taxonomy").equals("category")) {
                    put(categories, part.text("wp:term_slug"), new Category(part.text("wp:term_name"), part.text("wp:term_parent")));
                }
            }
            case "item" -> addAttachment(part);
            default -> {
                // A tag: items name theirs.
            }
        }
    }

    private void addAttachment(Part item) {
        String address = item.text("wp:attachment_url");
        if (item.text("wp:post_type").equals("attachment") && !address.isEmpty()) {
            put(attachments, item.text("wp:post_id"), new Attachment(address,
                    item.meta().getOrDefault("_wp_attachment_image_alt", "").strip(), item.text("title"), item.text("wp:post_parent")));
        }
    }

    private static <T> void put(Map<String, T> map, String key, T value) {
        if (!key.isEmpty() && map.size() < MOST) {
            map.putIfAbsent(key, value);
        }
    }

    /** The name that readers see; the login where there is no other. */
    String author(String login) {
        String name = authors.getOrDefault(login, "");
        return name.isEmpty() ? login : name;
    }

    /** The names on the way to a category, the topmost first. A circle of parents ends where it closes. */
    List<String> path(String slug, String otherwise) {
        List<String> names = new ArrayList<>();
        List<String> slugs = new ArrayList<>();
        String at = slug;
        while (categories.containsKey(at) && !slugs.contains(at) && slugs.size() < DEEPEST) {
            slugs.add(at);
            names.add(0, categories.get(at).name());
            at = categories.get(at).parent();
        }
        return names.isEmpty() ? List.of(otherwise) : names;
    }

    /** Null when it is not known. */
    Attachment attachment(String id) {
        return attachments.get(id.strip());
    }

    /** The files that were uploaded to a post, in their order. */
    List<Attachment> attachmentsOf(String post) {
        return attachments.values().stream().filter(attachment -> attachment.post().equals(post)).toList();
    }
}

package vn.loa.imports.archive.wordpress;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import org.jsoup.Jsoup;
import org.jsoup.parser.Parser;
import vn.loa.imports.archive.wordpress.ExportReader.Part;
import vn.loa.imports.archive.wordpress.ExportReader.Term;

/** Makes an article of a post. */
final class WordPressPost {

    private static final DateTimeFormatter DATE = DateTimeFormatter.ofPattern("uuuu-MM-dd HH:mm:ss");
    private static final Pattern SLUG = Pattern.compile("[a-z0-9]++(?:-[a-z0-9]++)*+");
    private static final Pattern ADDRESS = Pattern.compile("https?://[^\\s/]+.*");
    private static final int LONGEST_SLUG = 120;
    private static final int LONGEST_TITLE = 500;
    private static final int LONGEST_SUMMARY = 2000;
    private static final int LONGEST_BYLINE = 300;
    private static final int LONGEST_TAG = 100;
    private static final int LONGEST_ALTERNATIVE = 500;
    private static final int MOST_TAGS = 50;
    /** The category of what has none, in WordPress's words. */
    private static final Set<String> NO_CATEGORY = Set.of("uncategorized", "chua-phan-loai", "chua-duoc-phan-loai", "khong-phan-loai");
    /** Where plug-ins keep how often a post was read. */
    private static final List<String> VIEWS = List.of("post_views_count", "views", "_post_views", "wpb_post_views_count");

    private final Part item;
    private final ExportIndex index;
    private final ObjectNode json = JsonNodeFactory.instance.objectNode();

    private WordPressPost(Part item, ExportIndex index) {
        this.item = item;
        this.index = index;
    }

    static WordPressArticle read(Part item, String source, ExportIndex index) {
        return new WordPressPost(item, index).read(source);
    }

    private WordPressArticle read(String source) {
        boolean published = item.text("wp:status").equals("publish") && item.text("wp:post_password").isEmpty();
        String link = item.text("link");
        String address = published && ADDRESS.matcher(link).matches() ? link : null;
        WordPressBody body = WordPressBody.of(item.texts().get("content:encoded"), item.text("wp:post_id"), index);
        put("source", source);
        put("address", address);
        put("title", cut(words(item.text("title")), LONGEST_TITLE));
        put("slug", slug());
        put("summary", cut(words(item.text("excerpt:encoded")), LONGEST_SUMMARY));
        put("byline", cut(words(index.author(item.text("dc:creator"))), LONGEST_BYLINE));
        put("body", body.html());
        classify();
        picture();
        if (published) {
            dates();
        }
        VIEWS.stream().map(key -> item.meta().getOrDefault(key, "").strip()).filter(views -> views.matches("[0-9]{1,12}"))
                .findFirst().ifPresent(views -> json.put("views", Long.parseLong(views)));
        strings("oldAddresses", published ? oldAddresses(address) : Set.of());
        return new WordPressArticle(source, address, published, json, body.lost());
    }

    private void put(String member, String value) {
        if (value != null && !value.isEmpty()) {
            json.put(member, value);
        }
    }

    private void strings(String member, Collection<String> values) {
        if (!values.isEmpty()) {
            values.forEach(json.putArray(member)::add);
        }
    }

    /** Plain words on one line. */
    private static String words(String html) {
        return Jsoup.parse(Parser.unescapeEntities(html, false)).text().strip();
    }

    private static String cut(String text, int longest) {
        return text.length() <= longest ? text : text.substring(0, text.offsetByCodePoints(0, text.codePointCount(0, longest - 1))) + "…";
    }

    /** One that was made of Vietnamese letters without their marks; others are made anew from the title. */
    private String slug() {
        String slug = item.text("wp:post_name");
        return slug.length() <= LONGEST_SLUG && SLUG.matcher(slug).matches() && !slug.matches("[0-9]+") ? slug : null;
    }

    /** The deepest category is the article's; the names of the others become tags, so that nothing is lost. */
    private void classify() {
        Set<String> tags = new LinkedHashSet<>();
        List<String> deepest = List.of();
        for (Term term : item.terms()) {
            if (term.domain().equals("category") && !NO_CATEGORY.contains(term.slug())) {
                List<String> path = index.path(term.slug(), term.name());
                if (path.size() > deepest.size()) {
                    deepest = path;
                }
                tags.add(words(term.name()));
            } else if (term.domain().equals("post_tag")) {
                tags.add(words(term.name()));
            }
        }
        if (!deepest.isEmpty()) {
            tags.remove(words(deepest.get(deepest.size() - 1)));
            // A slash divides the names.
            put("category", String.join("/", deepest.stream().map(name -> words(name).replaceAll("\\s*/\\s*", " - ")).toList()));
        }
        strings("tags", tags.stream().filter(tag -> !tag.isEmpty()).map(tag -> cut(tag, LONGEST_TAG)).limit(MOST_TAGS).toList());
    }

    private void picture() {
        ExportIndex.Attachment picture = index.attachment(item.meta().getOrDefault("_thumbnail_id", ""));
        if (picture != null) {
            String words = picture.alternative().isEmpty() ? picture.title() : picture.alternative();
            json.putObject("picture").put("source", picture.address())
                    .put("alternativeText", cut(words(words.isEmpty() ? item.text("title") : words), LONGEST_ALTERNATIVE));
        }
    }

    private void dates() {
        Instant first = date(item.text("wp:post_date_gmt"));
        first = first == null ? rfc(item.text("pubDate")) : first;
        Instant updated = date(item.text("wp:post_modified_gmt"));
        if (first != null) {
            json.put("firstPublishedAt", first.toString());
            if (updated != null && updated.isAfter(first)) {
                json.put("publicUpdatedAt", updated.toString());
            }
        }
    }

    /** Null when it is none: WordPress writes zeros then. */
    private static Instant date(String gmt) {
        try {
            return LocalDateTime.parse(gmt, DATE).toInstant(ZoneOffset.UTC);
        } catch (DateTimeException e) {
            return null;
        }
    }

    private static Instant rfc(String date) {
        try {
            Instant instant = OffsetDateTime.parse(date, DateTimeFormatter.RFC_1123_DATE_TIME).toInstant();
            return instant.isAfter(Instant.EPOCH) ? instant : null;
        } catch (DateTimeException e) {
            return null;
        }
    }

    /** Its permanent address and that by number, and the addresses of its former slugs; its own is known already. */
    private Set<String> oldAddresses(String address) {
        List<String> found = new ArrayList<>();
        found.add(item.text("guid"));
        String id = item.text("wp:post_id");
        if (address != null && id.matches("[0-9]{1,18}")) {
            found.add(address.replaceFirst("^(https?://[^/?#]+).*", "$1") + "/?p=" + id);
        }
        String name = item.text("wp:post_name");
        String former = item.meta().getOrDefault("_wp_old_slug", "").strip();
        if (address != null && !former.isEmpty() && !name.isEmpty() && address.contains("/" + name)) {
            int at = address.lastIndexOf("/" + name) + 1;
            found.add(address.substring(0, at) + former + address.substring(at + name.length()));
        }
        Set<String> addresses = new LinkedHashSet<>(found);
        addresses.removeIf(old -> !ADDRESS.matcher(old).matches() || old.equals(address) || old.length() > 2000);
        return addresses;
    }
}

package vn.loa.imports.job.find;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import jakarta.enterprise.context.ApplicationScoped;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import vn.loa.imports.job.store.ImportItem.Kind;
import vn.loa.imports.job.store.ImportItem;
import vn.loa.problem.FieldErrors;

/**
 * An item in JSON: {@code kind} ({@code article} unless it says otherwise), {@code source} and {@code address}; of an article its
 * content beside them; of a page or a file its content as {@code text}, or in Base64 as {@code bytes}.
 */
@ApplicationScoped
class ItemJson {

    static final int LONGEST_ADDRESS = 2000;
    private static final int LONGEST_NAME = 500;
    private static final String SOURCE = "source";
    private static final Set<String> OF_CONTENT = Set.of("mediaType", "fileName", "text", "bytes");

    private final ObjectMapper json;

    ItemJson(ObjectMapper json) {
        this.json = json;
    }

    /** The item's key; null when it has none that can be one. */
    static String sourceOf(ObjectNode item) {
        String source = item.path(SOURCE).textValue();
        return source != null && ImportItem.isWord(source, ImportItem.LONGEST_SOURCE) ? source : null;
    }

    /**
     * Reads an item, whose members it removes from the object.
     *
     * @throws vn.loa.problem.ProblemException 400 or 422 naming every field that is wrong
     */
    ImportItem read(ObjectNode item) {
        FieldErrors errors = new FieldErrors();
        String source = text(item, SOURCE, ImportItem.LONGEST_SOURCE, errors);
        if (source == null && !errors.has("/" + SOURCE)) {
            errors.add("/" + SOURCE, "required", "must be given: it is the item's key");
        }
        String address = text(item, "address", LONGEST_ADDRESS, errors);
        Kind kind = kind(text(item, "kind", LONGEST_NAME, errors), errors);
        ImportItem read = kind == Kind.ARTICLE ? article(item, source, address, errors) : content(item, kind, source, address, errors);
        errors.throwIfAny();
        return read;
    }

    private static Kind kind(String word, FieldErrors errors) {
        if (word == null || word.equals(Kind.ARTICLE.word())) {
            return Kind.ARTICLE;
        }
        if (word.equals(Kind.PAGE.word())) {
            return Kind.PAGE;
        }
        if (!word.equals(Kind.FILE.word())) {
            errors.add("/kind", "unknown-value", "must be article, page or file");
        }
        return Kind.FILE;
    }

    private ImportItem article(ObjectNode item, String source, String address, FieldErrors errors) {
        try {
            return new ImportItem(Kind.ARTICLE, source, address, keys(address), null, null, List.of(), json.writeValueAsBytes(item));
        } catch (JsonProcessingException e) {
            throw new UncheckedIOException(e);
        }
    }

    private ImportItem content(ObjectNode item, Kind kind, String source, String address, FieldErrors errors) {
        String mediaType = text(item, "mediaType", LONGEST_NAME, errors);
        String fileName = text(item, "fileName", LONGEST_NAME, errors);
        JsonNode text = item.path("text");
        JsonNode bytes = item.path("bytes");
        Set<String> unknown = new TreeSet<>();
        item.fieldNames().forEachRemaining(unknown::add);
        unknown.removeAll(OF_CONTENT);
        unknown.forEach(name -> errors.addMalformed("/" + name, "unknown-field", "is no field of a " + kind.word()));
        if (kind == Kind.PAGE && mediaType == null && !errors.has("/mediaType")) {
            errors.add("/mediaType", "required", "must be given: text/html, text/plain or a document's");
        }
        if (kind == Kind.FILE && fileName == null && !errors.has("/fileName")) {
            errors.add("/fileName", "required", "must be given");
        }
        if (text.isTextual() == bytes.isTextual()) {
            errors.add("/text", "required", "must be given, or bytes in its place");
            return null;
        }
        if (text.isTextual()) {
            return new ImportItem(kind, source, address, keys(address), withCharset(mediaType), fileName, List.of(),
                    text.textValue().getBytes(StandardCharsets.UTF_8));
        }
        try {
            return new ImportItem(kind, source, address, keys(address), mediaType, fileName, List.of(),
                    Base64.getDecoder().decode(bytes.textValue()));
        } catch (IllegalArgumentException e) {
            errors.add("/bytes", "wrong-form", "must be Base64");
            return null;
        }
    }

    /** A text that came in JSON is in UTF-8 whatever its markup says. */
    private static String withCharset(String mediaType) {
        return mediaType == null || !mediaType.startsWith("text/") ? mediaType : mediaType.replaceAll(";.*", "") + ";charset=UTF-8";
    }

    private static List<String> keys(String address) {
        return address == null ? List.of() : ItemKeys.ofAddress(address);
    }

    /** Null when it is missing or wrong. */
    private static String text(ObjectNode item, String member, int longest, FieldErrors errors) {
        if (!item.has(member)) {
            return null;
        }
        JsonNode value = item.path(member);
        if (!OF_CONTENT.contains(member)) {
            item.remove(member);
        }
        if (value.isNull()) {
            return null;
        }
        if (!value.isTextual()) {
            errors.addMalformed("/" + member, "wrong-type", "must be a text");
            return null;
        }
        if (!ImportItem.isWord(value.textValue(), longest)) {
            errors.add("/" + member, "wrong-form", "must have 1 to " + longest + " characters, and no control characters");
            return null;
        }
        return value.textValue();
    }
}

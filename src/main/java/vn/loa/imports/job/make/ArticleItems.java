package vn.loa.imports.job.make;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import jakarta.enterprise.context.ApplicationScoped;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import java.util.UUID;
import org.apache.commons.codec.digest.DigestUtils;
import vn.loa.article.Site;
import vn.loa.article.edit.ContentReader;
import vn.loa.imports.archive.LinkRewriter;
import vn.loa.imports.job.store.ImportItem;
import vn.loa.imports.job.store.ImportJob;
import vn.loa.imports.job.store.ImportSources;
import vn.loa.imports.job.store.ItemResult;
import vn.loa.imports.job.store.StoredItem;
import vn.loa.imports.legacy.OldAddresses;
import vn.loa.json.StrictJsonReader;
import vn.loa.problem.FieldErrors;
import vn.loa.text.structure.Warning;

/** Reads an item that is an article in JSON: what an editor may send, and what the article was elsewhere. */
@ApplicationScoped
class ArticleItems {

    private static final String SOURCE = "source";

    private final StrictJsonReader bodies;
    private final ContentReader contents;
    private final ImportSources sources;
    private final ItemCategories categories;
    private final ItemLinks links;
    private final Site site;
    private final Clock clock;
    private final ObjectMapper json;

    ArticleItems(StrictJsonReader bodies, ContentReader contents, ImportSources sources, ItemCategories categories, ItemLinks links, Site site, Clock clock,
            ObjectMapper json) {
        this.bodies = bodies;
        this.contents = contents;
        this.sources = sources;
        this.categories = categories;
        this.links = links;
        this.site = site;
        this.clock = clock;
        this.json = json.copy().enable(SerializationFeature.ORDER_MAP_ENTRIES_BY_KEYS);
    }

    /** @throws vn.loa.problem.ProblemException 400 or 422 naming every field that is wrong */
    ItemContent read(ImportJob job, StoredItem item) {
        ObjectNode article = parse(item.content());
        ObjectNode facts = article.objectNode();
        ArticleFacts.MEMBERS.stream().filter(article::has).forEach(member -> facts.set(member, article.remove(member)));
        FieldErrors errors = new FieldErrors();
        ArticleFacts read = bodies.read(facts, ArticleFacts.class, errors);
        Instant now = clock.instant();
        if (read != null) {
            read.check(job.admin(), now, LocalDate.ofInstant(now, site.zone()), errors);
        }
        List<Warning> warnings = new ArrayList<>();
        item.notes().forEach(note -> warnings.add(new Warning("import-note", note, null)));
        requireStorable(article, errors);
        nameFiles(job, article, errors, warnings);
        JsonNode given = article.path("body");
        linkBody(job, article, item);
        if (article.path("category").isTextual()) {
            String category = categories.slug(article.path("category").textValue(), job.options().createCategories(), errors);
            article.put("category", category);
        }
        errors.throwIfAny();
        ContentReader.Result result = contents.read(article);
        warnings.addAll(result.warnings());
        List<String> addresses = read.oldAddresses() == null ? List.of() : read.oldAddresses();
        String stood = item.address() != null && OldAddresses.isAddress(item.address()) ? item.address() : null;
        article.setAll(facts);
        // Where its links lead is no part of what was sent: that follows by itself.
        if (!given.isMissingNode()) {
            article.set("body", given);
        }
        return new ItemContent(result.content(), read.firstPublishedAt(), read.publicUpdatedAt(), read.views(), read.days(), addresses,
                stood, Boolean.TRUE.equals(read.draft()), warnings, fingerprint(article, item.address()));
    }

    /**
     * The names by which the database is asked for something. Other texts are cleaned, or have a form.
     *
     * @throws vn.loa.problem.ProblemException when one cannot be asked for: the statement would end the transaction
     */
    private static void requireStorable(ObjectNode article, FieldErrors errors) {
        requireStorable(article.path("category"), "/category", errors);
        requireStorable(article.path("picture").path(SOURCE), "/picture/" + SOURCE, errors);
        JsonNode attachments = article.path("attachments");
        for (int i = 0; i < attachments.size() && !errors.isFull(); i++) {
            requireStorable(attachments.path(i).path(SOURCE), "/attachments/" + i + "/" + SOURCE, errors);
        }
        errors.throwIfAny();
    }

    private static void requireStorable(JsonNode name, String pointer, FieldErrors errors) {
        if (name.isTextual() && !ImportItem.isStorable(name.textValue())) {
            errors.add(pointer, "wrong-form", "may not have the character U+0000, nor half a surrogate pair");
        }
    }

    private ObjectNode parse(byte[] content) {
        try {
            return (ObjectNode) json.readTree(content);
        } catch (IOException e) {
            throw new UncheckedIOException("what was parsed when it was found is parsed again", e);
        }
    }

    private byte[] fingerprint(ObjectNode article, String address) {
        try {
            return DigestUtils.sha256(json.writeValueAsString(json.treeToValue(article, Object.class)) + '\n' + address);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Links of the body lead to other items of the job; files among them are attached, because readers would not get them otherwise. */
    private void linkBody(ImportJob job, ObjectNode article, StoredItem item) {
        String body = article.path("body").textValue();
        if (body == null || !body.contains("=")) {
            return;
        }
        ItemLinks.Linked linked = links.link(job, body, LinkRewriter.of(body, item.path(), item.address()));
        if (linked.addresses().isEmpty()) {
            return;
        }
        article.put("body", linked.html());
        if (linked.files().isEmpty()) {
            return;
        }
        ArrayNode attachments = article.path("attachments") instanceof ArrayNode given ? given : article.putArray("attachments");
        linked.files().stream().map(UUID::toString).filter(id -> !attachments.findValuesAsText("id").contains(id))
                .forEach(id -> attachments.addObject().put("id", id));
    }

    /** Puts the identities of files in the place of the keys of the items that bring them. */
    private void nameFiles(ImportJob job, ObjectNode article, FieldErrors errors, List<Warning> warnings) {
        TreeSet<String> wanted = new TreeSet<>();
        collect(article.path("picture"), wanted);
        article.path("attachments").forEach(attachment -> collect(attachment, wanted));
        if (wanted.isEmpty()) {
            return;
        }
        Map<String, ImportSources.NamedFile> found = new HashMap<>(sources.files(job, wanted));
        wanted.removeAll(found.keySet());
        found.putAll(links.files(job, wanted));
        leaveOut(article, found, warnings);
        if (article.path("picture") instanceof ObjectNode picture
                && !name(picture, "mediaId", "/picture", job, found, errors)) {
            article.remove("picture");
        }
        if (article.path("attachments") instanceof ArrayNode attachments) {
            ArrayNode named = attachments.arrayNode();
            for (int i = 0; i < attachments.size(); i++) {
                if (!(attachments.get(i) instanceof ObjectNode file) || name(file, "id", "/attachments/" + i, job, found, errors)) {
                    named.add(attachments.get(i));
                }
            }
            article.set("attachments", named);
        }
    }

    /** A picture of another site is not fetched: without it, the article is imported all the same. */
    private static void leaveOut(ObjectNode article, Map<String, ImportSources.NamedFile> found, List<Warning> warnings) {
        String source = article.path("picture").path(SOURCE).textValue();
        if (source != null && !found.containsKey(source) && OldAddresses.isAddress(source)) {
            article.remove("picture");
            warnings.add(new Warning("picture-left-out", "The picture is not among the files of the job.", source));
        }
    }

    private static void collect(JsonNode file, TreeSet<String> wanted) {
        if (file.path(SOURCE).isTextual()) {
            wanted.add(file.path(SOURCE).textValue());
        }
    }

    /** @return false when the file is not there because this is a dry run */
    private static boolean name(ObjectNode file, String member, String pointer, ImportJob job,
            Map<String, ImportSources.NamedFile> found, FieldErrors errors) {
        if (!file.path(SOURCE).isTextual()) {
            return true;
        }
        ImportSources.NamedFile named = found.get(file.remove(SOURCE).textValue());
        boolean there = named != null && !named.status().equals(ItemResult.Status.FAILED.word());
        if (!there) {
            errors.add(pointer + "/" + SOURCE, "not-found", named == null ? "is the key of no file" : "is the key of a file that was not imported");
        } else {
            file.put(member, named.id().toString());
        }
        return !there || !job.options().dryRun() || named.status().equals(ItemResult.Status.UNCHANGED.word());
    }
}

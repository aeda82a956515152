package vn.loa.search.index;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.ObjectReader;
import io.quarkus.runtime.Startup;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.ArrayList;
import java.util.Objects;
import java.util.LinkedHashMap;
import java.util.HashMap;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicReference;
import java.util.stream.Collectors;
import vn.loa.directive.ParagraphView;
import vn.loa.search.index.LiveText.NewEntry;
import vn.loa.sql.NamedSql;
import vn.loa.sql.SqlFile;

/**
 * Makes the entries of articles true: none unless the public can read it. Entries of sections that the text had before, and
 * an article's own that has not changed, stay as they are, and their texts are not read.
 */
@Startup
@ApplicationScoped
class EntryWriter {

    /** The statements on a table of entries. */
    static final class Table {

        private final String name;
        private final NamedSql stored;
        private final NamedSql delete;
        private final NamedSql insert;

        private Table(String name) {
            this.name = name;
            stored = NamedSql.of("select id, article_id, coalesce(section_id, " + NO_SECTION + ") as section, digest from " + name
                    + " where article_id = any (:articles)");
            delete = NamedSql.of("delete from " + name + " where id = any(:ids)");
            insert = SqlFile.read("search/insert-entries", Map.of("table", name));
        }

        @Override
        public String toString() {
            return name;
        }
    }

    private static final long NO_SECTION = -1;
    /** Between entries in a statement: no lexeme has a control character. An array of texts is read ten times as slowly. */
    private static final String SEPARATOR = "\u001e";
    /** The characters of lexemes that one statement inserts, about. */
    private static final int BATCH = 1_000_000;
    /** The sections whose texts are read at once. */
    private static final int SECTIONS_AT_ONCE = 1_000;

    /** The entries that searches read. */
    static final Table PRESENT = new Table("search_entry");
    /** The entries of a rebuild. */
    static final Table NEXT = new Table("search_entry_next");
    private static final NamedSql LIVE_TEXT = SqlFile.read("search/live-text");
    private static final NamedSql SECTIONS = SqlFile.read("search/sections-to-index");

    private final ObjectReader paragraphs;
    /** Knows the words of the texts before; whoever finds it taken begins without. */
    private final AtomicReference<Lexemes> spare = new AtomicReference<>();

    EntryWriter(ObjectMapper json) {
        paragraphs = json.readerForListOf(ParagraphView.class);
    }

    /** What decides whether an entry may stay. */
    private record Key(UUID article, long section, UUID digest) {
    }

    private record Stored(long id, Key key) {
    }

    /** @return whether the index is being built anew, so that the articles must be remembered for that */
    boolean write(Table table, Collection<UUID> articles, IndexDatabase database) {
        Lexemes known = spare.getAndSet(null);
        Lexemes lexemes = known == null ? new Lexemes() : known;
        boolean rebuilding = write(table, articles, lexemes, database);
        spare.set(lexemes);
        return rebuilding;
    }

    private boolean write(Table table, Collection<UUID> articles, Lexemes lexemes, IndexDatabase database) {
        record Found(boolean rebuilding, LiveText text) {
        }
        List<Found> found = database.read(LIVE_TEXT.with("articles", articles),
                row -> new Found(row.get("rebuilding", Boolean.class), LiveText.read(row)));
        Map<UUID, LiveText> texts = new LinkedHashMap<>();
        found.stream().map(Found::text).filter(Objects::nonNull).forEach(text -> texts.put(text.id(), text));
        Set<Key> kept = keep(table, articles, texts.values().stream().flatMap(text -> keys(text).stream()).collect(Collectors.toSet()), database);
        addMissing(table, texts, kept, lexemes, database);
        return found.get(0).rebuilding;
    }

    private static Set<Key> keys(LiveText text) {
        Set<Key> keys = new HashSet<>();
        keys.add(new Key(text.id(), NO_SECTION, text.digest()));
        UUID digest = text.digestOfSections();
        text.sectionIds().forEach(section -> keys.add(new Key(text.id(), section, digest)));
        return keys;
    }

    /** Deletes all but the wanted entries; returns which of these there are. */
    private static Set<Key> keep(Table table, Collection<UUID> articles, Set<Key> wanted, IndexDatabase database) {
        List<Stored> stored = database.read(table.stored.with("articles", articles), row -> new Stored(row.get("id", Long.class),
                new Key(row.get("article_id", UUID.class), row.get("section", Long.class), row.get("digest", UUID.class))));
        Set<Key> kept = new HashSet<>();
        List<Long> gone = new ArrayList<>();
        for (Stored entry : stored) {
            if (wanted.contains(entry.key)) {
                kept.add(entry.key);
            } else {
                gone.add(entry.id);
            }
        }
        if (!gone.isEmpty()) {
            database.update(table.delete.with("ids", gone));
        }
        return kept;
    }

    private void addMissing(Table table, Map<UUID, LiveText> texts, Set<Key> kept, Lexemes lexemes, IndexDatabase database) {
        List<NewEntry> made = new ArrayList<>();
        List<Long> missing = new ArrayList<>();
        texts.values().forEach(text -> {
            if (!kept.contains(new Key(text.id(), NO_SECTION, text.digest()))) {
                made.addAll(text.entries(lexemes));
            }
            UUID digest = text.digestOfSections();
            text.sectionIds().stream().filter(section -> !kept.contains(new Key(text.id(), section, digest))).forEach(missing::add);
        });
        for (int start = 0; start < missing.size(); start += SECTIONS_AT_ONCE) {
            List<Long> some = missing.subList(start, Math.min(start + SECTIONS_AT_ONCE, missing.size()));
            database.read(SECTIONS.with("ids", some), row ->
                    made.addAll(texts.get(row.get("article_id", UUID.class)).entriesOfSection(row, paragraphs, lexemes)));
            insert(table, texts, made, database);
            made.clear();
        }
        insert(table, texts, made, database);
    }

    private static void insert(Table table, Map<UUID, LiveText> texts, List<NewEntry> entries, IndexDatabase database) {
        List<UUID> articles = List.copyOf(texts.keySet());
        Map<UUID, Long> places = new HashMap<>();
        articles.forEach(article -> places.put(article, places.size() + 1L));
        NamedSql ofArticles = table.insert.with("articles", articles)
                .with("publishedAt", texts.values().stream().map(text -> text.publishedAt().toString()).toList())
                .with("labels", texts.values().stream().map(text -> text.labels().line()).toList());
        int start = 0;
        while (start < entries.size()) {
            int end = start;
            for (int length = 0; end < entries.size() && length < BATCH; end++) {
                length += entries.get(end).entry().lexemes().length();
            }
            List<NewEntry> batch = entries.subList(start, end);
            database.update(ofArticles
                    .with("places", batch.stream().map(each -> places.get(each.article())).toList())
                    .with("sections", batch.stream().map(each -> each.sectionId() == null ? NO_SECTION : each.sectionId()).toList())
                    .with("parts", batch.stream().map(each -> (long) each.part()).toList())
                    .with("digests", batch.stream().map(NewEntry::digest).toList())
                    .with("lengths", batch.stream().map(each -> (long) each.entry().length()).toList())
                    .with("words", batch.stream().map(each -> each.entry().lexemes()).collect(Collectors.joining(SEPARATOR))));
            start = end;
        }
    }
}

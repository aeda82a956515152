package vn.loa.changes.chunk;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import jakarta.enterprise.context.ApplicationScoped;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;
import vn.loa.article.read.LegalDay;
import vn.loa.changes.chunk.ChunkRepository.ChunkArticle;
import vn.loa.changes.chunk.ChunkRepository.ChunkSection;
import vn.loa.changes.chunk.ChunkRepository.Outline;
import vn.loa.changes.chunk.ChunkRepository.Place;
import vn.loa.changes.chunk.ChunkRepository.Places;
import vn.loa.directive.force.ForceView;
import vn.loa.directive.force.Forces;
import vn.loa.directive.force.SectionForces;
import vn.loa.html.PlainText;
import vn.loa.http.ApiPaths;
import vn.loa.http.Fingerprint;
import vn.loa.http.answer.AnswerBudget;
import vn.loa.listing.Cursor;
import vn.loa.problem.Problem;
import vn.loa.problem.ProblemType;
import vn.loa.sql.ReadServers;
import vn.loa.text.fold.VietnameseText;

/**
 * Makes pages of chunks. A pass goes by the articles' ids over everything, or over what changed since a place in the log of
 * changes; where it stands is in the cursor alone, so that any instance makes any page.
 */
@ApplicationScoped
class ChunkPages {

    /** Changes whose articles make up one pass. */
    private static final int CHANGES = 50;
    /** Of an article more of whose sections went, all chunks are said to be removed before the present ones come. */
    private static final int MOST_GONE = 1_000;
    /** The text of a page; a longer chunk has a page to itself. */
    private static final long PAGE_BYTES = 2 << 20;
    /** In the answer, for a chunk without its text. */
    private static final int CHUNK_BYTES = 1_200;
    private static final int HASH_CHARACTERS = 22;
    private static final String BODY = "body";

    private final ChunkRepository chunks;
    private final ReadServers servers;
    private final Forces forces;
    private final LegalDay today;
    private final AnswerBudget budget;
    private final Counter sent;

    ChunkPages(ChunkRepository chunks, ReadServers servers, Forces forces, LegalDay today, AnswerBudget budget, MeterRegistry metrics) {
        this.chunks = chunks;
        this.servers = servers;
        this.forces = forces;
        this.today = today;
        this.budget = budget;
        this.sent = Counter.builder("loa.chunks.sent").description("Chunks that were sent").register(metrics);
    }

    /** The first page of everything. */
    ChunksView first(ChunkFilter filter, int size) {
        return page(new ChunkCursor(chunks.newestChange(), null, ChunkCursor.FIRST, -1), filter, size);
    }

    /** The first page of what changed after a place in the log. */
    ChunksView changed(long since, ChunkFilter filter, int size) {
        // Whoever was told of a change by another instance finds it here.
        servers.allowReplicaWithoutPrimary();
        ChunkRepository.Changed changed = known(chunks.changed(since, null, CHANGES), since);
        return ofChanges(new ChunkCursor(changed.end(), since, ChunkCursor.FIRST, -1), changed, filter, size);
    }

    ChunksView page(ChunkCursor cursor, ChunkFilter filter, int size) {
        if (cursor.changedAfter() != null) {
            servers.allowReplicaWithoutPrimary();
            ChunkRepository.Changed changed = known(chunks.changed(cursor.changedAfter(), cursor.log(), CHANGES), cursor.changedAfter());
            return ofChanges(cursor, changed, filter, size);
        }
        // A page from before the place in the log where the pass began would hide what changed between.
        servers.requireAtReplica(() -> chunks.newestChange() >= cursor.log());
        return page(cursor, filter.articles(), List.of(), filter, size, false);
    }

    /** A number beyond the last one was lost when the database was restored from a backup. */
    private ChunkRepository.Changed known(ChunkRepository.Changed changed, long since) {
        if (since > changed.last() && servers.isAtReplica()) {
            throw Problem.of(ProblemType.UNAVAILABLE, "Changes that followed this cursor are not known before the database is back.")
                    .asException();
        }
        if (since < changed.deletedTo() || since > changed.last()) {
            throw Problem.of(ProblemType.CURSOR_EXPIRED, "Changes that followed this cursor are not known here any more.").asException();
        }
        return changed;
    }

    private ChunksView ofChanges(ChunkCursor cursor, ChunkRepository.Changed changed, ChunkFilter filter, int size) {
        List<UUID> articles = changed.articles().stream()
                .filter(article -> filter.article() == null || filter.article().equals(article)).toList();
        boolean begins = cursor.position() < 0 && cursor.article().equals(ChunkCursor.FIRST);
        return page(cursor, articles, begins ? removed(articles, filter) : List.of(), filter, size, changed.last() > cursor.log());
    }

    private List<RemovedChunkView> removed(List<UUID> articles, ChunkFilter filter) {
        List<RemovedChunkView> removed = new ArrayList<>();
        if (!articles.isEmpty()) {
            Map<UUID, List<String>> gone = chunks.gone(articles, filter, MOST_GONE + 1);
            for (UUID article : articles) {
                List<String> eIds = gone.get(article);
                if (eIds == null || eIds.size() > MOST_GONE) {
                    removed.add(new RemovedChunkView(article.toString(), article, null));
                } else {
                    eIds.forEach(eId -> removed.add(new RemovedChunkView(id(article, eId), article, eId)));
                }
            }
        }
        return removed;
    }

    /** @param articles null for all */
    private ChunksView page(ChunkCursor cursor, List<UUID> articles, List<RemovedChunkView> removed, ChunkFilter filter, int size,
            boolean laterChanges) {
        Places found = articles != null && articles.isEmpty() ? new Places(List.of(), null) : chunks.places(articles, filter, cursor, size);
        List<Place> places = fitting(found.places(), size);
        budget.reserve(places.stream().mapToLong(place -> CHUNK_BYTES + 2 * place.bytes()).sum() + 100L * removed.size());
        List<RemovedChunkView> gone = new ArrayList<>(removed);
        List<ChunkView> items = views(places, filter, cursor.changedAfter() != null ? gone : null);
        sent.increment(items.size());
        Place last = places.isEmpty() ? null : places.get(places.size() - 1);
        ChunkCursor next = places.size() < found.places().size() ? cursor.at(last.articleId(), last.position())
                : found.scannedTo() != null ? cursor.at(found.scannedTo(), Integer.MAX_VALUE) : null;
        return new ChunksView(items, gone, next == null ? null : next.toString(), since(cursor.log()), next != null || laterChanges);
    }

    static String since(long log) {
        return Cursor.of(log).toString();
    }

    private static List<Place> fitting(List<Place> places, int size) {
        long bytes = 0;
        for (int i = 0; i < places.size(); i++) {
            bytes += places.get(i).bytes();
            if (i == size || i > 0 && bytes > PAGE_BYTES) {
                return places.subList(0, i);
            }
        }
        return places;
    }

    /** @param left takes what the filter by status leaves out; null where nothing was sent before */
    private List<ChunkView> views(List<Place> places, ChunkFilter filter, List<RemovedChunkView> left) {
        List<ChunkView> views = new ArrayList<>();
        if (places.isEmpty()) {
            return views;
        }
        Map<Long, ChunkArticle> articles = chunks.articles(places);
        Map<Long, Map<String, ChunkSection>> sections = chunks.sections(places);
        Map<Long, String> eIds = new HashMap<>();
        sections.values().forEach(all -> all.values().forEach(section -> eIds.put(section.id(), section.outline().eId())));
        LocalDate day = today.of(filter.inForceOn());
        Map<UUID, SectionForces> statuses = forces.sections(Set.copyOf(places.stream().map(Place::articleId).toList()),
                places.stream().map(place -> eIds.get(place.sectionId())).filter(Objects::nonNull).distinct().toList(), day);
        for (Place place : places) {
            ChunkArticle article = articles.get(place.revisionId());
            String eId = place.sectionId() == null ? null : eIds.get(place.sectionId());
            // An article that was removed since the places were read comes as a change.
            if (article != null && (place.sectionId() == null || eId != null)) {
                ForceView force = article.document() == null ? null : eId == null ? statuses.get(place.articleId()).document()
                        : statuses.get(place.articleId()).of(eId);
                ChunkView view = eId == null ? body(article, force) : section(article, sections.get(place.revisionId()), eId, force);
                if (view != null && filter.admits(force)) {
                    views.add(view);
                } else if (left != null) {
                    left.add(new RemovedChunkView(id(place.articleId(), eId), place.articleId(), eId));
                }
            }
        }
        return views;
    }

    /** Null when it has no words. */
    private static ChunkView body(ChunkArticle article, ForceView force) {
        String text = VietnameseText.lines(PlainText.of(article.body()).replaceAll("\\s*\\n\\s*", "\n"));
        return text == null ? null : view(article, null, List.of(article.article().title()),
                article.document() == null ? null : ChunkCitation.of(article.document(), List.of()), text, List.of(), force);
    }

    private static ChunkView section(ChunkArticle article, Map<String, ChunkSection> sections, String eId, ForceView force) {
        LinkedList<Outline> fromTheTop = new LinkedList<>();
        for (ChunkSection at = sections.get(eId); at != null; at = sections.get(at.outline().parentEId())) {
            fromTheTop.addFirst(at.outline());
        }
        ChunkSection section = sections.get(eId);
        List<String> path = fromTheTop.stream().map(outline -> Stream.of(outline.marker(), outline.heading())
                .filter(words -> words != null && !words.isEmpty()).reduce((one, other) -> one + " " + other).orElse(outline.eId())).toList();
        return view(article, eId, path, article.document() == null ? null : ChunkCitation.of(article.document(), fromTheTop), section.text(),
                section.notes(), force);
    }

    private static ChunkView view(ChunkArticle article, String eId, List<String> path, String citation, String text, List<String> notes,
            ForceView force) {
        UUID id = article.article().id();
        return new ChunkView(id(id, eId), article.article(), article.document(), article.revision(), eId, path, citation, text, notes, force,
                Fingerprint.of("", text.getBytes(StandardCharsets.UTF_8), HASH_CHARACTERS),
                ApiPaths.ARTICLES + "/" + id + (eId == null ? "" : "/sections/" + eId));
    }

    private static String id(UUID article, String eId) {
        return article + "#" + (eId == null ? BODY : eId);
    }
}

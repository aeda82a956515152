package vn.loa.imports.job.make;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import vn.loa.article.ChangeNote;
import vn.loa.article.Draft;
import vn.loa.article.State;
import vn.loa.article.edit.ChangeBody;
import vn.loa.article.edit.DraftRepository;
import vn.loa.article.publish.Publish;
import vn.loa.imports.archive.LinkRewriter;
import vn.loa.imports.archive.PageLink;
import vn.loa.imports.job.store.ImportSources;
import vn.loa.imports.job.store.ItemRepository;
import vn.loa.imports.job.store.OpenLinks;

/** Changes where the links of an imported article lead, so that it counts as unchanged afterwards. Joins the caller's transaction. */
@ApplicationScoped
class LinkedBodies {

    /** An article as an import left it, locked. */
    record Unchanged(Draft draft, OpenLinks.Imported imported) {
    }

    private final OpenLinks links;
    private final ItemRepository items;
    private final ImportSources sources;
    private final DraftRepository drafts;
    private final ChangeBody changeBody;
    private final Publish publish;
    private final Clock clock;

    LinkedBodies(OpenLinks links, ItemRepository items, ImportSources sources, DraftRepository drafts, ChangeBody changeBody, Publish publish,
            Clock clock) {
        this.links = links;
        this.items = items;
        this.sources = sources;
        this.drafts = drafts;
        this.changeBody = changeBody;
        this.publish = publish;
        this.clock = clock;
    }

    /** Empty when it was changed or deleted here since. It is locked all the same. */
    Optional<Unchanged> lock(String sourceName, UUID article) {
        Optional<OpenLinks.Imported> imported = links.imported(sourceName, article);
        imported.ifPresent(found -> sources.lock(sourceName, List.of(found.source())));
        Draft draft = drafts.lock(article).orElse(null);
        // Read again, now that nobody else can change it.
        return links.imported(sourceName, article).filter(now -> draft != null && draft.etag().getValue().equals(now.known().tag()))
                .map(now -> new Unchanged(draft, now));
    }

    /** A published article is published anew; a draft stays one. */
    void relink(String sourceName, Unchanged article, Function<PageLink, Optional<String>> replacement) {
        Draft draft = article.draft();
        ImportSources.Known known = article.imported().known();
        boolean published = draft.article().state() == State.PUBLISHED && draft.workingCopy() == null;
        Draft led = changeBody.change(draft, body -> LinkRewriter.of(body, null, null).rewritten(replacement));
        Draft done = published ? publish.publish(led, new ChangeNote(null, true), null) : led;
        String tag = done.etag().getValue();
        UUID id = draft.article().id();
        sources.record(sourceName, article.imported().source(), new ImportSources.Known(id, null, known.sha256(), tag), clock.instant());
        items.retag(sourceName, article.imported().source(), id, known.tag(), tag);
    }
}

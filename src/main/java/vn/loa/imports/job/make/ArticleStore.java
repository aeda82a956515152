package vn.loa.imports.job.make;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import vn.loa.article.ArticleRepository;
import vn.loa.article.ChangeNote;
import vn.loa.article.Draft;
import vn.loa.article.PublicationDates;
import vn.loa.article.Revision;
import vn.loa.article.State;
import vn.loa.article.edit.CreateArticle;
import vn.loa.article.edit.DraftRepository;
import vn.loa.article.edit.SaveDraft;
import vn.loa.article.publish.Publish;
import vn.loa.http.ApiPaths;
import vn.loa.imports.archive.LinkRewriter;
import vn.loa.imports.archive.PageLink;
import vn.loa.imports.job.store.ImportJob;
import vn.loa.imports.job.store.ImportSources;
import vn.loa.imports.job.store.ItemResult;
import vn.loa.imports.job.store.OpenLinks;
import vn.loa.imports.job.store.StoredItem;
import vn.loa.imports.legacy.OldAddresses;
import vn.loa.problem.Problem;
import vn.loa.problem.ProblemType;
import vn.loa.text.structure.Warning;

/** Makes an article of an item, or a further revision of the article that an earlier job made. Joins the caller's transaction. */
@ApplicationScoped
class ArticleStore {

    /** Of one article that may lead elsewhere later. */
    private static final int MOST_LINKS = 100;

    private final CreateArticle createArticle;
    private final SaveDraft saveDraft;
    private final Publish publish;
    private final ArticleRepository articles;
    private final DraftRepository drafts;
    private final ImportSources sources;
    private final OpenLinks links;
    private final OldAddresses addresses;
    private final ItemCounters counters;
    private final Clock clock;

    ArticleStore(CreateArticle createArticle, SaveDraft saveDraft, Publish publish, ArticleRepository articles, DraftRepository drafts,
            ImportSources sources, OpenLinks links, OldAddresses addresses, ItemCounters counters, Clock clock) {
        this.createArticle = createArticle;
        this.saveDraft = saveDraft;
        this.publish = publish;
        this.articles = articles;
        this.drafts = drafts;
        this.sources = sources;
        this.links = links;
        this.addresses = addresses;
        this.counters = counters;
        this.clock = clock;
    }

    /** Locks the articles that earlier jobs made, in an order that is the same for all. */
    void lock(Collection<ImportSources.Known> known) {
        known.stream().map(ImportSources.Known::article).filter(Objects::nonNull).sorted().forEach(articles::lock);
    }

    /**
     * @param known what has the item's key, which is locked
     * @throws vn.loa.problem.ProblemException when the content breaks a rule that is known only now
     */
    ItemResult store(ImportJob job, StoredItem item, ItemContent content, Optional<ImportSources.Known> known) {
        if (known.isEmpty()) {
            return create(job, item, content);
        }
        UUID id = known.get().article();
        Draft draft = id == null ? null : drafts.lock(id).orElse(null);
        if (draft == null) {
            return ItemResult.changedHere(id == null ? item.target() : id, conflict(known.get().file() == null
                    ? "The article that was imported under this key was deleted here." : "A file was imported under this key."));
        }
        if (!draft.etag().getValue().equals(known.get().tag())) {
            return ItemResult.changedHere(id, conflict("The article was changed here since it was imported."));
        }
        boolean published = draft.article().state() == State.PUBLISHED && draft.workingCopy() == null;
        if (Arrays.equals(content.sha256(), known.get().sha256()) && (published || !isPublished(job, content))) {
            return new ItemResult(ItemResult.Status.UNCHANGED, id, null, content.warnings(), published, null, null);
        }
        return update(job, item, content, draft);
    }

    private static Problem conflict(String detail) {
        return Problem.of(ProblemType.CONFLICT, detail);
    }

    private ItemResult create(ImportJob job, StoredItem item, ItemContent content) {
        Revision text = createArticle.create(item.target(), content.content(), dates(content));
        Draft draft = new Draft(text.article(), text, false);
        return finish(job, item, content, publishIfWanted(job, content, draft, PublicationDates.NONE), ItemResult.Status.CREATED, null);
    }

    private ItemResult update(ImportJob job, StoredItem item, ItemContent content, Draft draft) {
        Integer former = draft.article().liveNumber();
        // The dates are set once: when it is first published.
        PublicationDates dates = former == null ? dates(content) : PublicationDates.NONE;
        return finish(job, item, content, publishIfWanted(job, content, saveDraft.save(draft, content.content()), dates), ItemResult.Status.UPDATED,
                former);
    }

    private static PublicationDates dates(ItemContent content) {
        return new PublicationDates(content.firstPublishedAt(), content.publicUpdatedAt());
    }

    private static boolean isPublished(ImportJob job, ItemContent content) {
        return job.options().publish() && !content.draft();
    }

    private Draft publishIfWanted(ImportJob job, ItemContent content, Draft draft, PublicationDates dates) {
        // What a dry run publishes would hold up other publishes.
        return isPublished(job, content) && !job.options().dryRun() ? publish.publish(draft, ChangeNote.NONE, dates, null) : draft;
    }

    /** Links to pages of the article's own site: those that the job has lead to articles already. */
    private static List<PageLink> openLinks(StoredItem item, ItemContent content) {
        String body = content.content().body();
        return body == null || !body.contains("<a ") ? List.of() : LinkRewriter.of(body, item.path(), content.stood()).ownLinks().stream()
                .filter(link -> !link.written().startsWith(ApiPaths.V1)).limit(MOST_LINKS).toList();
    }

    private ItemResult finish(ImportJob job, StoredItem item, ItemContent content, Draft draft, ItemResult.Status status, Integer former) {
        UUID id = draft.article().id();
        addresses.recordImported(content.addresses(), id, null);
        List<Warning> warnings = new ArrayList<>(content.warnings());
        if (content.stood() != null && !addresses.recordWhereItStood(content.stood(), id)) {
            warnings.add(new Warning("old-address-in-use", "The address where it stood leads to something else already.", content.stood()));
        }
        String tag = draft.etag().getValue();
        sources.record(job.options().sourceName(), item.source(), new ImportSources.Known(id, null, content.sha256(), tag), clock.instant());
        counters.put(id, content);
        List<PageLink> open = openLinks(item, content);
        if (!open.isEmpty() || status == ItemResult.Status.UPDATED) {
            links.put(job.options().sourceName(), id, open);
        }
        return new ItemResult(status, id, null, warnings, isPublished(job, content), former, tag);
    }
}

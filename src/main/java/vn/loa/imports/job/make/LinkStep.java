package vn.loa.imports.job.make;

import io.quarkus.narayana.jta.QuarkusTransaction;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jboss.logging.Logger;
import vn.loa.article.ChangeNote;
import vn.loa.article.Draft;
import vn.loa.article.PortalLinks;
import vn.loa.article.State;
import vn.loa.article.edit.ChangeBody;
import vn.loa.article.edit.DraftRepository;
import vn.loa.article.publish.Publish;
import vn.loa.http.ApiPaths;
import vn.loa.imports.archive.LinkRewriter;
import vn.loa.imports.job.store.ImportJob;
import vn.loa.imports.job.store.ImportSources;
import vn.loa.imports.job.store.ItemRepository;
import vn.loa.imports.job.store.OpenLinks;
import vn.loa.problem.ProblemException;
import vn.loa.sql.DatabaseTrouble;

/**
 * Lets links of earlier articles lead to what a job has imported: pages that came later, or that failed and were sent again. An
 * article in each transaction; one that was changed here since it was imported stays as it is.
 */
@ApplicationScoped
public class LinkStep {

    private static final Logger LOG = Logger.getLogger(LinkStep.class);
    private static final int LONGEST_SECONDS = (int) Duration.ofMinutes(10).toSeconds();

    private final OpenLinks links;
    private final ItemRepository items;
    private final ImportSources sources;
    private final DraftRepository drafts;
    private final ChangeBody changeBody;
    private final Publish publish;
    private final PortalLinks portal;
    private final Clock clock;

    LinkStep(OpenLinks links, ItemRepository items, ImportSources sources, DraftRepository drafts, ChangeBody changeBody, Publish publish,
            PortalLinks portal, Clock clock) {
        this.links = links;
        this.items = items;
        this.sources = sources;
        this.drafts = drafts;
        this.changeBody = changeBody;
        this.publish = publish;
        this.portal = portal;
        this.clock = clock;
    }

    /** Once all items are done. What two workers find is done by one of them. */
    public void run(ImportJob job) {
        List<UUID> articles = job.options().dryRun() ? List.of() : links.articles(job);
        for (UUID article : articles) {
            try {
                QuarkusTransaction.requiringNew().timeout(LONGEST_SECONDS).run(() -> lead(job, article, true));
            } catch (RuntimeException e) {
                if (DatabaseTrouble.of(e).isPresent()) {
                    throw e;
                }
                // Any fault of one article: the others go on.
                if (!(e instanceof ProblemException)) {
                    LOG.errorf(e, "Links of article %s could not be led to what import job %s has imported", article, job.id());
                }
                QuarkusTransaction.requiringNew().run(() -> lead(job, article, false));
            }
        }
    }

    /** @param changed false when the article stays as it is, and its links are forgotten */
    private void lead(ImportJob job, UUID article, boolean changed) {
        String name = job.options().sourceName();
        Optional<OpenLinks.Imported> imported = links.imported(name, article);
        imported.ifPresent(found -> sources.lock(name, List.of(found.source())));
        Draft draft = drafts.lock(article).orElse(null);
        // Read again, now that nobody else can change it.
        OpenLinks.Imported now = links.imported(name, article).orElse(null);
        Map<String, OpenLinks.Target> targets = links.take(job, article);
        if (!changed || targets.isEmpty() || draft == null || now == null || !draft.etag().getValue().equals(now.known().tag())) {
            return;
        }
        boolean published = draft.article().state() == State.PUBLISHED && draft.workingCopy() == null;
        Draft led = changeBody.change(draft, body -> LinkRewriter.of(body, null, null)
                .rewritten(link -> Optional.ofNullable(targets.get(link.written())).map(this::address)));
        Draft done = published ? publish.publish(led, new ChangeNote(null, true), null) : led;
        String tag = done.etag().getValue();
        sources.record(name, now.source(), new ImportSources.Known(article, null, now.known().sha256(), tag), clock.instant());
        items.retag(name, now.source(), article, now.known().tag(), tag);
    }

    private String address(OpenLinks.Target target) {
        return target.isFile() ? portal.api(ApiPaths.FILES + "/" + target.id()) : portal.article(target.id(), target.id().toString());
    }
}

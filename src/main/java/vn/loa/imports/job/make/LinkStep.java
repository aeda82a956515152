package vn.loa.imports.job.make;

import io.quarkus.narayana.jta.QuarkusTransaction;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jboss.logging.Logger;
import vn.loa.article.PortalLinks;
import vn.loa.http.ApiPaths;
import vn.loa.imports.job.store.ImportJob;
import vn.loa.imports.job.store.ImportJobRepository;
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

    private final ImportJobRepository jobs;
    private final OpenLinks links;
    private final LinkedBodies bodies;
    private final PortalLinks portal;

    LinkStep(ImportJobRepository jobs, OpenLinks links, LinkedBodies bodies, PortalLinks portal) {
        this.jobs = jobs;
        this.links = links;
        this.bodies = bodies;
        this.portal = portal;
    }

    /** Once all items are done. What two workers find is done by one of them. */
    public void run(ImportJob job) {
        List<UUID> articles = job.options().dryRun() ? List.of() : links.articles(job);
        try {
            articles.forEach(article -> lead(job, article));
        } catch (JobEndedException e) {
            LOG.debugf("Import job %s was cancelled while links were led to what it has imported", job.id());
        }
    }

    private void lead(ImportJob job, UUID article) {
        try {
            QuarkusTransaction.requiringNew().timeout(LONGEST_SECONDS).run(() -> lead(job, article, true));
        } catch (RuntimeException e) {
            if (e instanceof JobEndedException || DatabaseTrouble.of(e).isPresent()) {
                throw e;
            }
            // Any fault of one article: the others go on.
            if (!(e instanceof ProblemException)) {
                LOG.errorf(e, "Links of article %s could not be led to what import job %s has imported", article, job.id());
            }
            QuarkusTransaction.requiringNew().run(() -> lead(job, article, false));
        }
    }

    /** @param changed false when the article stays as it is, and its links are forgotten */
    private void lead(ImportJob job, UUID article, boolean changed) {
        String name = job.options().sourceName();
        Optional<LinkedBodies.Unchanged> unchanged = bodies.lock(name, article);
        Map<String, OpenLinks.Target> targets = links.take(job, article);
        if (changed && !targets.isEmpty()) {
            unchanged.ifPresent(found -> bodies.relink(name, found,
                    link -> Optional.ofNullable(targets.get(link.written())).map(this::address)));
        }
        // Last, in the order of locks in which items are stored. An undo leads back the links that it finds, and no later ones.
        if (!jobs.hold(job.id(), ImportJob.Phase.ARTICLES)) {
            throw new JobEndedException();
        }
    }

    private String address(OpenLinks.Target target) {
        return target.isFile() ? portal.api(ApiPaths.FILES + "/" + target.id()) : portal.article(target.id(), target.id().toString());
    }
}

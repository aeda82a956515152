package vn.loa.imports.job.make;

import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.runtime.Startup;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jboss.logging.Logger;
import vn.loa.article.Draft;
import vn.loa.article.PortalLinks;
import vn.loa.http.ApiPaths;
import vn.loa.imports.archive.LinkKeys;
import vn.loa.imports.archive.PageLink;
import vn.loa.imports.job.store.ImportJob;
import vn.loa.imports.job.store.ItemRepository;
import vn.loa.imports.job.store.OpenLinks;
import vn.loa.problem.ProblemException;
import vn.loa.sql.DatabaseTrouble;
import vn.loa.sql.NamedSql;
import vn.loa.sql.SqlFile;
import vn.loa.sql.SqlReader;

/**
 * Lets links to what an undo took away lead to where it stood, as before the job: in articles of other jobs of its source, in a
 * transaction each. Articles that were changed here since stay as they are, and the report names them.
 */
@Startup
@ApplicationScoped
class UnlinkStep {

    private static final Logger LOG = Logger.getLogger(UnlinkStep.class);
    /** One look at all texts of the source. */
    private static final Duration LONGEST_SEARCH = Duration.ofMinutes(30);
    private static final int LONGEST_SECONDS = (int) Duration.ofMinutes(10).toSeconds();
    /** Articles that a note names. */
    private static final int MOST_NAMED = 20;
    private static final NamedSql LEFT = SqlFile.read("imports/import-links-left");

    /**
     * A link to what is not there any more.
     *
     * @param article whose text has the link
     * @param address where the target stood; null when that is not known
     * @param number of the target's item
     */
    private record Left(UUID article, UUID target, String address, long number) {
    }

    private final SqlReader rows;
    private final OpenLinks links;
    private final ItemRepository items;
    private final LinkedBodies bodies;
    private final PortalLinks portal;

    UnlinkStep(SqlReader rows, OpenLinks links, ItemRepository items, LinkedBodies bodies, PortalLinks portal) {
        this.rows = rows;
        this.links = links;
        this.items = items;
        this.bodies = bodies;
        this.portal = portal;
    }

    /** Once everything is taken back. What two workers find is done by one of them. */
    void run(ImportJob job) {
        Map<UUID, List<Left>> byArticle = find(job).stream().collect(Collectors.groupingBy(Left::article, LinkedHashMap::new,
                Collectors.toList()));
        Map<Long, List<UUID>> staying = new TreeMap<>();
        byArticle.forEach((article, all) -> {
            List<Left> back = all.stream().filter(this::hasWayBack).toList();
            boolean led = !back.isEmpty() && leadBack(job, article, back);
            all.stream().filter(left -> !led || !back.contains(left))
                    .forEach(left -> staying.computeIfAbsent(left.number, item -> new ArrayList<>()).add(article));
        });
        QuarkusTransaction.requiringNew().run(() -> staying.forEach((number, articles) -> items.noteUndone(job.id(), number, note(articles))));
    }

    private List<Left> find(ImportJob job) {
        return QuarkusTransaction.requiringNew().timeout((int) LONGEST_SEARCH.toSeconds()).call(() -> {
            rows.allowLongStatements(LONGEST_SEARCH);
            return rows.read(LEFT.with("job", job.id()).with("sourceName", job.options().sourceName()), row -> new Left(
                    row.get("article_id", UUID.class), row.get("target", UUID.class), row.text("address"), row.get("number", Long.class)));
        });
    }

    /** Pages that are named by a fragment cannot be told from each other in a text. */
    private boolean hasWayBack(Left left) {
        return left.address != null && !LinkKeys.ofAddress(left.address).isEmpty() && page(left).indexOf('#') < 0;
    }

    private String page(Left left) {
        return portal.article(left.target, left.target.toString());
    }

    /** @return false when the article stays as it is */
    private boolean leadBack(ImportJob job, UUID article, List<Left> back) {
        try {
            return QuarkusTransaction.requiringNew().timeout(LONGEST_SECONDS).call(() -> relink(job, article, back));
        } catch (RuntimeException e) {
            if (DatabaseTrouble.of(e).isPresent()) {
                throw e;
            }
            // Any fault of one article: the others go on.
            if (!(e instanceof ProblemException)) {
                LOG.errorf(e, "Links of article %s could not be led back when import job %s was undone", article, job.id());
            }
            return false;
        }
    }

    private boolean relink(ImportJob job, UUID article, List<Left> back) {
        String name = job.options().sourceName();
        Optional<LinkedBodies.Unchanged> unchanged = bodies.lock(name, article);
        // Otherwise another worker has done it.
        unchanged.filter(found -> links(found.draft(), back)).ifPresent(found -> {
            Map<String, String> addresses = new HashMap<>();
            back.forEach(left -> addresses.put(page(left), left.address));
            List<PageLink> written = new ArrayList<>();
            bodies.relink(name, found, link -> {
                Optional<String> address = Optional.ofNullable(addresses.get(link.written().replaceFirst("#.*", "")));
                address.ifPresent(stood -> written.add(link.leadingTo(stood)));
                return address;
            });
            // Sent again, the target is led to again.
            links.add(name, article, written);
        });
        return unchanged.isPresent();
    }

    private static boolean links(Draft draft, List<Left> to) {
        String body = draft.text().body();
        return to.stream().anyMatch(left -> body.contains(ApiPaths.ARTICLES + "/" + left.target));
    }

    private static String note(List<UUID> articles) {
        String named = articles.stream().distinct().limit(MOST_NAMED).map(UUID::toString).collect(Collectors.joining(", "));
        long more = articles.stream().distinct().count() - MOST_NAMED;
        return "Articles that link to it still: " + named + (more > 0 ? " and " + more + " more." : ".");
    }
}

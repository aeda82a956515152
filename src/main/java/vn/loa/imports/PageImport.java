package vn.loa.imports;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import jakarta.transaction.TransactionSynchronizationRegistry;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import vn.loa.article.CountersImported;
import vn.loa.article.Revision;
import vn.loa.article.Site;
import vn.loa.article.publish.Publishing;
import vn.loa.article.read.ArticleView;
import vn.loa.directive.RevisionTextRepository;
import vn.loa.problem.Problem;
import vn.loa.problem.ProblemType;

/** Stores a page as an article, in one transaction. */
@ApplicationScoped
class PageImport {

    /**
     * The options of an import.
     *
     * @param dryRun does everything and stores nothing
     * @param publish publishes the article at once, instead of storing a draft
     * @param visitors adds the page's total of visits to the site's counter
     * @param views adds the page's views to the article's counter
     */
    record Options(boolean dryRun, boolean publish, boolean visitors, boolean views) {
    }

    private final Publishing articles;
    private final RevisionTextRepository revisionTexts;
    private final ImportedPages pages;
    private final Event<CountersImported> counters;
    private final TransactionSynchronizationRegistry transaction;
    private final Site site;
    private final Clock clock;

    PageImport(Publishing articles, RevisionTextRepository revisionTexts, ImportedPages pages,
            Event<CountersImported> counters, TransactionSynchronizationRegistry transaction, Site site, Clock clock) {
        this.articles = articles;
        this.revisionTexts = revisionTexts;
        this.pages = pages;
        this.counters = counters;
        this.transaction = transaction;
        this.site = site;
        this.clock = clock;
    }

    /** @throws vn.loa.problem.ProblemException 409 when the page has been imported before and this is not a dry run */
    @Transactional
    ImportReport run(PortalPage page, Options options) {
        // Before the first statement, so that reading a long page does not hold a connection.
        PageArticle pageArticle = PageArticle.of(page, site.zone(), clock.instant());
        byte[] fingerprint = ImportedPages.fingerprint(page);
        Optional<ImportedPages.ImportedArticle> earlier = pages.find(fingerprint);
        if (earlier.isPresent() && !options.dryRun()) {
            throw alreadyImported(earlier.get());
        }

        Revision text = articles.create(pageArticle.content(), pageArticle.publishedAt());
        if (options.publish()) {
            articles.publish(text);
        }
        articles.flush();
        if (options.dryRun()) {
            ImportReport report = report(page, pageArticle, text, earlier, options);
            transaction.setRollbackOnly();
            return report;
        }
        if (!pages.add(fingerprint, text.article().id(), clock.instant())) {
            throw alreadyImported(pages.find(fingerprint).orElseThrow());
        }
        counters.fire(new CountersImported(text.article().id(), options.views() ? page.counters().views() : null,
                options.visitors() ? page.counters().total() : null));
        return report(page, pageArticle, text, Optional.empty(), options);
    }

    /** Publishes a later version of an article's page. */
    @Transactional
    void revise(UUID article, PortalPage page, String changeNote) {
        articles.revise(article, PageArticle.of(page, site.zone(), clock.instant()).content(), changeNote);
    }

    private static RuntimeException alreadyImported(ImportedPages.ImportedArticle article) {
        return Problem.of(ProblemType.ALREADY_IMPORTED, "This page was imported before, as the article " + article.id() + ".")
                .with("article", article).asException();
    }

    private ImportReport report(PortalPage page, PageArticle pageArticle, Revision text,
            Optional<ImportedPages.ImportedArticle> earlier, Options options) {
        RevisionTextRepository.SectionsAndCitations stored = revisionTexts.whole(text.id());
        ArticleView article = ArticleView.of(text.article(), text).including(stored.sections(), stored.citations());
        List<ImportReport.Notice> warnings = new ArrayList<>();
        earlier.ifPresent(origin -> warnings.add(new ImportReport.Notice("already-imported",
                "This page was imported before; importing it again would be refused.", null, null,
                origin.id())));
        if (page.counters().views() != null && !options.views()) {
            warnings.add(new ImportReport.Notice("views-left-out", "The number of views was left out: only a caller with the "
                    + "role admin decides what the counters begin with.", null, null, null));
        }
        pageArticle.warnings().stream().map(ImportReport.Notice::of).forEach(warnings::add);
        ImportReport.FoundOnPage found = new ImportReport.FoundOnPage(page.site(), pageArticle.publishedAt(),
                page.counters().views(), ImportReport.Counters.of(page.counters()),
                pageArticle.selfReferences().stream().map(ImportReport.Self::of).toList());
        return new ImportReport(article, found, warnings);
    }
}

package vn.loa.imports;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.TransactionSynchronizationRegistry;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import vn.loa.article.Attachment;
import vn.loa.article.ChangeNote;
import vn.loa.article.Draft;
import vn.loa.article.Revision;
import vn.loa.article.Site;
import vn.loa.article.edit.CreateArticle;
import vn.loa.article.edit.DraftRepository;
import vn.loa.article.edit.SaveDraft;
import vn.loa.article.publish.Publish;
import vn.loa.article.read.PublicArticles;
import vn.loa.media.MediaFiles;
import vn.loa.problem.Problem;
import vn.loa.problem.ProblemException;
import vn.loa.problem.ProblemType;
import vn.loa.visitor.imported.ImportedCounters;

/** Makes an article of a page, in one transaction. */
@ApplicationScoped
class PageImport {

    /**
     * The options of an import.
     *
     * @param dryRun does everything and stores nothing
     * @param publish publishes the article at once, instead of storing a draft
     * @param visitors adds the page's total of visits to the site's counter
     * @param date takes the page's publication date over, instead of leaving it out
     * @param views adds the page's views to the article's counter
     * @param id that the article shall have; null for a new one
     */
    record Options(boolean dryRun, boolean publish, boolean visitors, boolean date, boolean views, UUID id) {
    }

    private final CreateArticle createArticle;
    private final SaveDraft saveDraft;
    private final Publish publish;
    private final DraftRepository drafts;
    private final ImportedPages pages;
    private final MediaFiles files;
    private final ImportedCounters counters;
    private final PageImportReports reports;
    private final TransactionSynchronizationRegistry transaction;
    private final Site site;
    private final Clock clock;

    PageImport(CreateArticle createArticle, SaveDraft saveDraft, Publish publish, DraftRepository drafts, ImportedPages pages,
            MediaFiles files, ImportedCounters counters, PageImportReports reports, TransactionSynchronizationRegistry transaction, Site site,
            Clock clock) {
        this.createArticle = createArticle;
        this.saveDraft = saveDraft;
        this.publish = publish;
        this.drafts = drafts;
        this.pages = pages;
        this.files = files;
        this.counters = counters;
        this.reports = reports;
        this.transaction = transaction;
        this.site = site;
        this.clock = clock;
    }

    /** The article that is made of the page. Reading a long page takes seconds, and needs no transaction. */
    PageArticle read(PortalPage page) {
        return PageArticle.of(page, site.zone(), clock.instant());
    }

    /** @throws vn.loa.problem.ProblemException 409 when the page has been imported before and this is not a dry run */
    @Transactional
    ImportReport run(PortalPage page, PageArticle pageArticle, Options options) {
        return run(page, pageArticle, options, null);
    }

    /**
     * @param original that the article shall carry; null for none
     * @throws vn.loa.problem.ProblemException 409 when the page has been imported before and this is not a dry run
     */
    @Transactional
    ImportReport run(PortalPage page, PageArticle withoutFile, Options options, OriginalFile original) {
        byte[] fingerprint = ImportedPages.fingerprint(page);
        Optional<ImportedPages.ImportedArticle> earlier = pages.find(fingerprint);
        if (earlier.isPresent() && !options.dryRun()) {
            throw alreadyImported(earlier.get());
        }
        PageArticle pageArticle = original == null ? withoutFile
                : withoutFile.withFiles(List.of(new Attachment(files.add(original.name(), original.bytes()), null)), null);
        Instant publishedAt = options.date() ? pageArticle.publishedAt() : null;
        Revision text = options.id() == null ? createArticle.create(pageArticle.content(), publishedAt)
                : createArticle.create(options.id(), pageArticle.content(), publishedAt);
        if (options.publish()) {
            publish.publish(text);
        }
        ImportReport report = reports.of(page, pageArticle, text, earlier, options);
        if (options.dryRun()) {
            transaction.setRollbackOnly();
            return report;
        }
        remember(fingerprint, text.article().id());
        takeCountersOver(page.counters(), text.article().id(), options);
        return report;
    }

    /** Two imports of one page at once: the second waits for the first, and is refused. */
    private void remember(byte[] fingerprint, UUID article) {
        if (!pages.add(fingerprint, article, clock.instant())) {
            throw alreadyImported(pages.find(fingerprint).orElseThrow());
        }
    }

    private void takeCountersOver(PageCounters found, UUID article, Options options) {
        if (options.views() && found.views() != null) {
            counters.putArticleBase(article, found.views());
        }
        if (options.visitors() && found.total() != null) {
            counters.putBase(found.total());
        }
    }

    /** Publishes a later version of an article's page, in the category of the earlier one. */
    @Transactional
    void revise(UUID article, PageArticle pageArticle, String changeNote) {
        Draft draft = drafts.lock(article).orElseThrow(PublicArticles::notFound);
        publish.publish(saveDraft.save(draft, pageArticle.content().in(draft.text().category())), new ChangeNote(changeNote, false), null);
    }

    static ProblemException alreadyImported(ImportedPages.ImportedArticle article) {
        return Problem.of(ProblemType.ALREADY_IMPORTED, "This page was imported before, as the article " + article.id() + ".")
                .with("article", article).asException();
    }
}

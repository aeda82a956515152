package vn.loa.imports;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import vn.loa.article.ArticleRepository;
import vn.loa.article.AttachmentList;
import vn.loa.article.Revision;
import vn.loa.article.read.ArticleView;
import vn.loa.directive.RevisionTextRepository;

/** Says what was made of a page: reads the article as it was stored, in the transaction of the import. */
@ApplicationScoped
class PageImportReports {

    private final ArticleRepository articles;
    private final RevisionTextRepository texts;
    private final AttachmentList attachments;

    PageImportReports(ArticleRepository articles, RevisionTextRepository texts, AttachmentList attachments) {
        this.attachments = attachments;
        this.articles = articles;
        this.texts = texts;
    }

    /** @param earlier the article that an earlier import made of the page: only of a dry run */
    ImportReport of(PortalPage page, PageArticle pageArticle, Revision text, Optional<ImportedPages.ImportedArticle> earlier,
            PageImport.Options options) {
        // Sections and citations are read by SQL: what was just stored must be in the database.
        articles.flush();
        RevisionTextRepository.SectionsAndCitations stored = texts.whole(text.id());
        ArticleView article = ArticleView.of(text.article(), text).including(stored.sections(), stored.citations())
                .including(attachments.of(text.attachments()));
        ImportReport.FoundOnPage found = new ImportReport.FoundOnPage(page.site(), pageArticle.publishedAt(), page.counters().views(),
                ImportReport.Counters.of(page.counters()), page.category(), page.picture(), pageArticle.files(), page.leftOut(),
                pageArticle.selfReferences().stream().map(ImportReport.Self::of).toList());
        return new ImportReport(article, found, notices(page, pageArticle, earlier, options));
    }

    private static List<ImportReport.Notice> notices(PortalPage page, PageArticle pageArticle,
            Optional<ImportedPages.ImportedArticle> earlier, PageImport.Options options) {
        List<ImportReport.Notice> notices = new ArrayList<>();
        earlier.ifPresent(origin -> notices.add(new ImportReport.Notice("already-imported",
                "This page was imported before; importing it again would be refused.", null, null, origin.id())));
        if (pageArticle.publishedAt() != null && !options.date()) {
            notices.add(new ImportReport.Notice("date-left-out", "The publication date was left out: only a caller with the role "
                    + "publisher takes it over.", null, null, null));
        }
        if (page.counters().views() != null && !options.views()) {
            notices.add(new ImportReport.Notice("views-left-out", "The number of views was left out: only a caller with the "
                    + "role admin decides what the counters begin with.", null, null, null));
        }
        pageArticle.warnings().stream().map(ImportReport.Notice::of).forEach(notices::add);
        return notices;
    }
}

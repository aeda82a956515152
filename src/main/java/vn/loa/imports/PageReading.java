package vn.loa.imports;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.UnaryOperator;
import vn.loa.article.ArticleContent;
import vn.loa.article.Site;
import vn.loa.imports.file.FileReading;
import vn.loa.imports.file.FileText;
import vn.loa.problem.Problem;
import vn.loa.problem.ProblemException;
import vn.loa.text.structure.Warning;

/** Reads pages and documents for import jobs, and remembers them, so that none becomes two articles. */
@ApplicationScoped
public class PageReading {

    /**
     * What was read.
     *
     * @param publishedAt the page's publication stamp; null when it has none
     * @param views that the page counts; null when it does not
     * @param picture the address of the picture that stands for the article; null for none
     */
    public record ReadPage(ArticleContent content, Instant publishedAt, Long views, String picture, List<Warning> warnings, byte[] fingerprint) {
    }

    private final FileReading files;
    private final ImportedPages pages;
    private final Site site;
    private final Clock clock;

    PageReading(FileReading files, ImportedPages pages, Site site, Clock clock) {
        this.files = files;
        this.pages = pages;
        this.site = site;
        this.clock = clock;
    }

    /**
     * @param linking puts other links into the page's HTML
     * @throws ProblemException 400, 415 or 422 when there is no article in it; 503 when too many files are being read
     */
    public ReadPage read(byte[] body, String contentType, UnaryOperator<String> linking) {
        FileText file = OriginalFile.isRead(contentType) ? files.read(body) : null;
        PageBody text = file == null ? PageBody.of(body, contentType) : null;
        if (text != null && text.html()) {
            text = new PageBody(linking.apply(text.text()), true, text.warnings());
        }
        PortalPage page = file == null ? text.page() : PageBody.page(file);
        PageArticle article = PageArticle.of(page, site.zone(), clock.instant())
                .withWarnings(file == null ? text.warnings() : file.warnings());
        return new ReadPage(article.content(), article.publishedAt(), page.counters().views(),
                page.picture(), article.warnings(), ImportedPages.fingerprint(page));
    }

    /** Why no new article is made of the page; empty when none was made of it before. */
    public Optional<Problem> earlier(ReadPage page) {
        return pages.find(page.fingerprint).map(earlier -> PageImport.alreadyImported(earlier).problem());
    }

    /**
     * Notes that the article was made of the page. Joins the caller's transaction.
     *
     * @throws ProblemException 409 when another article was
     */
    public void remember(ReadPage page, UUID article) {
        if (!pages.add(page.fingerprint, article, clock.instant())) {
            ImportedPages.ImportedArticle earlier = pages.find(page.fingerprint).orElseThrow();
            if (!earlier.id().equals(article)) {
                throw PageImport.alreadyImported(earlier);
            }
        }
    }
}

package vn.loa.article.read;

import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.HttpHeaders;
import java.time.LocalDate;
import java.util.List;
import org.jboss.resteasy.reactive.RestResponse;
import vn.loa.article.ArticleAddress;
import vn.loa.article.AttachmentList;
import vn.loa.cache.PublicAnswer;
import vn.loa.directive.RevisionTextRepository;
import vn.loa.directive.RevisionTextRepository.SectionsAndCitations;
import vn.loa.directive.TocEntry;
import vn.loa.directive.rendering.RevisionText;
import vn.loa.http.ApiPaths;
import vn.loa.http.CacheTagged;
import vn.loa.http.answer.AnswerBudget;

/** An article as a page for people, with its contents and links: for browsers without scripts, and portals without pages. */
@Path(ApiPaths.ARTICLES + "/{article}/html")
@PublicAnswer
public class ArticlePageResource {

    private static final String HTML = "text/html";

    private final PublicArticles articles;
    private final RevisionTextRepository revisionTexts;
    private final Renderings renderings;
    private final ArticleViews views;
    private final AttachmentList attachments;
    private final ArticlePage page;
    private final AnswerBudget budget;

    ArticlePageResource(PublicArticles articles, RevisionTextRepository revisionTexts, Renderings renderings, ArticleViews views,
            AttachmentList attachments, ArticlePage page, AnswerBudget budget) {
        this.articles = articles;
        this.revisionTexts = revisionTexts;
        this.renderings = renderings;
        this.views = views;
        this.attachments = attachments;
        this.page = page;
        this.budget = budget;
    }

    @GET
    @Produces(HTML)
    public RestResponse<String> get(@PathParam("article") ArticleAddress address, @QueryParam("at") String at,
            @QueryParam("inForceOn") LocalDate inForceOn) {
        PublicArticle found = articles.get(address, at, inForceOn);
        budget.reserve(found.size().body() + found.sectionBytes());
        SectionsAndCitations whole = revisionTexts.whole(found.revisionId());
        RevisionText text = renderings.document(found.view(), inForceOn, views.body(found), whole.outside(),
                views.shown(found, inForceOn, whole.sections()));
        List<TocEntry> contents = TocEntry.nest(whole.sections());
        return RestResponse.ResponseBuilder.ok(page.of(found.view(), text, contents, attachments.of(found.files())))
                .header(HttpHeaders.CONTENT_TYPE, HTML + ";charset=UTF-8")
                .header(CacheTagged.HEADER, String.join(" ", text.cacheTags())).build();
    }
}

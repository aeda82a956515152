package vn.loa.article.read;

import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import java.time.LocalDate;
import java.util.List;
import org.jboss.resteasy.reactive.RestResponse;
import vn.loa.article.ArticleAddress;
import vn.loa.cache.PublicAnswer;
import vn.loa.directive.RevisionTextRepository;
import vn.loa.directive.RevisionTextRepository.SectionsAndCitations;
import vn.loa.directive.SectionRange;
import vn.loa.directive.SectionView;
import vn.loa.directive.rendering.Rendering;
import vn.loa.http.ApiPaths;
import vn.loa.http.answer.AnswerBudget;
import vn.loa.text.structure.EId;

/**
 * A directive, a range of its sections, or one section with what is inside it, as a document. Each form has an address of its
 * own, so that each operation answers one type.
 */
@Path(ApiPaths.ARTICLES + "/{article}")
@PublicAnswer
public class RenderedTextResource {

    private static final String HTML = "text/html";
    private static final String TEXT = "text/plain";
    private static final String MARKDOWN = "text/markdown";
    private static final String AKN = "application/akn+xml";

    private final PublicArticles articles;
    private final RevisionTextRepository revisionTexts;
    private final Renderings renderings;
    private final ArticleViews views;
    private final AnswerBudget budget;

    RenderedTextResource(PublicArticles articles, RevisionTextRepository revisionTexts, Renderings renderings,
            ArticleViews views, AnswerBudget budget) {
        this.articles = articles;
        this.revisionTexts = revisionTexts;
        this.renderings = renderings;
        this.views = views;
        this.budget = budget;
    }

    @GET
    @Path("/directive/html")
    @Produces(HTML)
    public RestResponse<String> directiveHtml(@PathParam("article") ArticleAddress address, @QueryParam("first") String first,
            @QueryParam("last") String last, @QueryParam("at") String at,
            @QueryParam("inForceOn") LocalDate inForceOn) {
        return directive(Rendering.HTML, address, first, last, at, inForceOn);
    }

    @GET
    @Path("/directive/text")
    @Produces(TEXT)
    public RestResponse<String> directiveText(@PathParam("article") ArticleAddress address, @QueryParam("first") String first,
            @QueryParam("last") String last, @QueryParam("at") String at,
            @QueryParam("inForceOn") LocalDate inForceOn) {
        return directive(Rendering.TEXT, address, first, last, at, inForceOn);
    }

    @GET
    @Path("/directive/markdown")
    @Produces(MARKDOWN)
    public RestResponse<String> directiveMarkdown(@PathParam("article") ArticleAddress address, @QueryParam("first") String first,
            @QueryParam("last") String last, @QueryParam("at") String at,
            @QueryParam("inForceOn") LocalDate inForceOn) {
        return directive(Rendering.MARKDOWN, address, first, last, at, inForceOn);
    }

    @GET
    @Path("/directive/akn")
    @Produces(AKN)
    public RestResponse<String> directiveAkn(@PathParam("article") ArticleAddress address, @QueryParam("first") String first,
            @QueryParam("last") String last, @QueryParam("at") String at,
            @QueryParam("inForceOn") LocalDate inForceOn) {
        return directive(Rendering.AKN, address, first, last, at, inForceOn);
    }

    @GET
    @Path("/sections/{eId}/html")
    @Produces(HTML)
    public RestResponse<String> sectionHtml(@PathParam("article") ArticleAddress address, @PathParam("eId") String eId,
            @QueryParam("at") String at, @QueryParam("inForceOn") LocalDate inForceOn) {
        return section(Rendering.HTML, address, eId, at, inForceOn);
    }

    @GET
    @Path("/sections/{eId}/text")
    @Produces(TEXT)
    public RestResponse<String> sectionText(@PathParam("article") ArticleAddress address, @PathParam("eId") String eId,
            @QueryParam("at") String at, @QueryParam("inForceOn") LocalDate inForceOn) {
        return section(Rendering.TEXT, address, eId, at, inForceOn);
    }

    @GET
    @Path("/sections/{eId}/markdown")
    @Produces(MARKDOWN)
    public RestResponse<String> sectionMarkdown(@PathParam("article") ArticleAddress address, @PathParam("eId") String eId,
            @QueryParam("at") String at, @QueryParam("inForceOn") LocalDate inForceOn) {
        return section(Rendering.MARKDOWN, address, eId, at, inForceOn);
    }

    @GET
    @Path("/sections/{eId}/akn")
    @Produces(AKN)
    public RestResponse<String> sectionAkn(@PathParam("article") ArticleAddress address, @PathParam("eId") String eId,
            @QueryParam("at") String at, @QueryParam("inForceOn") LocalDate inForceOn) {
        return section(Rendering.AKN, address, eId, at, inForceOn);
    }

    private RestResponse<String> directive(Rendering form, ArticleAddress address, String first, String last, String at,
            LocalDate inForceOn) {
        PublicArticle found = articles.get(address, at, inForceOn);
        DirectiveTextResource.requireDirective(found);
        budget.reserve(found.size().body() + found.sectionBytes());
        SectionsAndCitations whole = revisionTexts.whole(found.revisionId());
        String body = first == null && last == null ? views.body(found) : null;
        return Renderings.rendered(form, renderings.document(found.view(), inForceOn, body, whole.outside(),
                views.shown(found, inForceOn, SectionRange.of(whole.sections(), first, last))));
    }

    private RestResponse<String> section(Rendering form, ArticleAddress address, String eId, String at, LocalDate inForceOn) {
        PublicArticle article = articles.get(address, at, inForceOn);
        String section = EId.parse(eId).map(EId::value).orElseThrow(SectionResource::noSuchSection);
        if (article.sectionBytes() > SectionResource.NOT_MEASURED_BELOW) {
            budget.reserve(revisionTexts.bytesOfSubtree(article.id(), article.revisionId(), section) + article.forceBytes());
        }
        List<SectionView> found = revisionTexts.subtree(article.id(), article.revisionId(), section);
        if (found.isEmpty()) {
            throw SectionResource.noSuchSection();
        }
        return Renderings.rendered(form, renderings.document(article.view(), inForceOn, null, List.of(),
                views.shown(article, inForceOn, found)));
    }
}

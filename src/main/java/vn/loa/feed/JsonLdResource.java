package vn.loa.feed;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.ObjectWriter;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jboss.resteasy.reactive.RestResponse;
import vn.loa.article.ArticleAddress;
import vn.loa.article.PortalLinks;
import vn.loa.article.Site;
import vn.loa.article.State;
import vn.loa.article.read.ArticleView;
import vn.loa.article.read.PublicArticle;
import vn.loa.article.read.PublicArticles;
import vn.loa.cache.PublicAnswer;
import vn.loa.directive.CitationRepository;
import vn.loa.directive.CitationView;
import vn.loa.directive.force.Forces;
import vn.loa.http.ApiPaths;
import vn.loa.http.CacheTagged;
import vn.loa.http.answer.AnswerBudget;

/** An article's structured data for search engines, ready for a {@code script} element of its page. */
@Path(ApiPaths.ARTICLES + "/{article}/jsonld")
@PublicAnswer
public class JsonLdResource {

    private static final String MEDIA_TYPE = "application/ld+json";

    private final PublicArticles articles;
    private final CitationRepository citations;
    private final Site site;
    private final PortalLinks links;
    private final AnswerBudget budget;
    private final ObjectWriter json;
    private final Forces forces;

    JsonLdResource(PublicArticles articles, CitationRepository citations, Site site, PortalLinks links,
            AnswerBudget budget, ObjectMapper json, Forces forces) {
        this.forces = forces;
        this.budget = budget;
        this.articles = articles;
        this.citations = citations;
        this.site = site;
        this.links = links;
        this.json = json.writer(new ScriptEscapes());
    }

    @GET
    @Produces({MEDIA_TYPE, MediaType.APPLICATION_JSON})
    public RestResponse<byte[]> get(
            @PathParam("article") ArticleAddress address) {
        PublicArticle article = articles.get(address);
        budget.reserve(article.size().citations());
        List<CitationView> all = citations.all(article.revisionId());
        return RestResponse.ResponseBuilder.ok(write(view(article, cited(all))).getBytes(StandardCharsets.UTF_8))
                .header(CacheTagged.HEADER, Stream.concat(CacheTagged.tagsOf(article.view().category()).stream(),
                        CacheTagged.ofAll(all).stream()).collect(Collectors.joining(" ")))
                .header(HttpHeaders.CONTENT_TYPE, MEDIA_TYPE + ";charset=UTF-8").build();
    }

    private NewsArticle view(PublicArticle found, List<Legislation> cited) {
        ArticleView article = found.view();
        String url = links.article(article.id(), article.slug());
        Legislation directive = article.directive() == null ? null
                : Legislation.carried(article.directive(), article.force(), article.force().isUnknown() ? null
                        : forces.coverage(article.id()).orElse(null), article.language(), url, cited);
        return new NewsArticle(NewsArticle.CONTEXT, NewsArticle.TYPE, "urn:uuid:" + article.id(), url, url, article.title(),
                article.summary(), NewsArticle.Image.of(article.picture()), article.firstPublishedAt(), article.publicUpdatedAt(),
                article.language(), article.tags(), article.category() == null ? null : article.category().title(),
                article.byline() == null ? null : NewsArticle.Agent.person(article.byline()),
                NewsArticle.Agent.organization(site.name(), links.home()),
                article.state() == State.WITHDRAWN ? NewsArticle.WITHDRAWN : null, directive,
                directive == null ? cited : List.of());
    }

    /** Each cited document once, in the order of the text. */
    private List<Legislation> cited(List<CitationView> all) {
        Set<UUID> found = new LinkedHashSet<>();
        Set<Legislation> documents = new LinkedHashSet<>();
        for (CitationView citation : all) {
            CitationView.Target target = citation.target();
            if (!citation.role().equals("subject") && (target == null || found.add(target.articleId()))) {
                documents.add(Legislation.cited(citation,
                        target == null ? null : links.article(target.articleId(), target.slug())));
            }
        }
        return List.copyOf(documents);
    }

    private String write(NewsArticle view) {
        try {
            return json.writeValueAsString(view);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException(e);
        }
    }
}

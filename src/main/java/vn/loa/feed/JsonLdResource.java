package vn.loa.feed;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.ObjectWriter;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.core.HttpHeaders;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestResponse;
import vn.loa.article.ArticleView;
import vn.loa.article.PublicArticle;
import vn.loa.article.PublicArticles;
import vn.loa.article.State;
import vn.loa.directive.CitationRepository;
import vn.loa.directive.CitationView;
import vn.loa.web.AnswerBudget;
import vn.loa.web.Api;
import vn.loa.web.PublicAnswer;

/** What search engines want to know of an article, ready to be put into its page. */
@Path(Api.V1 + "/articles/{id}/jsonld")
@Tag(name = "feeds")
@PublicAnswer
public class JsonLdResource {

    private static final String MEDIA_TYPE = "application/ld+json";

    private final PublicArticles articles;
    private final CitationRepository citations;
    private final FeedConfig config;
    private final FeedLinks links;
    private final AnswerBudget budget;
    private final ObjectWriter json;

    JsonLdResource(PublicArticles articles, CitationRepository citations, FeedConfig config, FeedLinks links,
            AnswerBudget budget, ObjectMapper json) {
        this.budget = budget;
        this.articles = articles;
        this.citations = citations;
        this.config = config;
        this.links = links;
        this.json = json.writer(new ScriptEscapes());
    }

    @GET
    @Operation(operationId = "getJsonLd", summary = "An article as JSON-LD",
            description = "A `NewsArticle` of schema.org, about the `Legislation` that it carries, with the documents "
                    + "that it cites. `<`, `>` and `&` are escaped: it can be put into a `script` element as it is.")
    @APIResponse(responseCode = "200", description = "The article.", content = @Content(mediaType = MEDIA_TYPE,
            schema = @Schema(implementation = NewsArticle.class)))
    @APIResponse(responseCode = "410", ref = "Problem410")
    public RestResponse<byte[]> get(
            @Parameter(description = "The article's id.", example = Api.EXAMPLE_ID) @PathParam("id") UUID id) {
        return RestResponse.ResponseBuilder.ok(write(view(articles.get(id))).getBytes(StandardCharsets.UTF_8))
                .header(HttpHeaders.CONTENT_TYPE, MEDIA_TYPE + ";charset=UTF-8").build();
    }

    private NewsArticle view(PublicArticle found) {
        ArticleView article = found.view();
        String url = links.article(article.id(), article.slug());
        budget.reserve(found.size().citations());
        List<Legislation> cited = cited(citations.all(found.revisionId()));
        Legislation directive = article.directive() == null ? null
                : Legislation.carried(article.directive(), article.language(), url, cited);
        return new NewsArticle(NewsArticle.CONTEXT, NewsArticle.TYPE, "urn:uuid:" + article.id(), url, url, article.title(),
                article.summary(), article.firstPublishedAt(), article.publicUpdatedAt(), article.language(), article.tags(),
                article.byline() == null ? null : NewsArticle.Agent.person(article.byline()),
                NewsArticle.Agent.organization(config.title(), links.home()),
                article.state() == State.WITHDRAWN ? NewsArticle.WITHDRAWN : null, directive,
                directive == null ? cited : List.of());
    }

    /** Each document once, in the order of the text. */
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

package vn.loa.article.revision;

import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.UriInfo;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jboss.resteasy.reactive.RestResponse;
import vn.loa.article.ArticleAddress;
import vn.loa.article.ArticleRepository;
import vn.loa.article.Revision;
import vn.loa.article.read.ArticleView;
import vn.loa.article.read.ArticleViews;
import vn.loa.article.read.Include;
import vn.loa.article.read.PublicArticles;
import vn.loa.cache.PublicAnswer;
import vn.loa.category.ArticleCategories;
import vn.loa.category.ArticleCategory;
import vn.loa.directive.RevisionTextRepository;
import vn.loa.http.ApiPaths;
import vn.loa.http.CacheTagged;
import vn.loa.http.answer.AnswerBudget;
import vn.loa.http.client.RequestCost;
import vn.loa.listing.Page;
import vn.loa.listing.PageParameters;
import vn.loa.listing.PageQuery;
import vn.loa.sql.PublicRead;

/** The published revisions of an article. */
@Path(ApiPaths.ARTICLES + "/{article}/revisions")
@PublicAnswer
public class RevisionResource {

    private final PublicArticles articles;
    private final RevisionRepository revisions;
    private final ArticleRepository texts;
    private final ArticleViews views;
    private final RevisionTextRepository revisionTexts;
    private final ArticleCategories categories;
    private final AnswerBudget budget;
    private final PublicRead read;

    RevisionResource(PublicArticles articles, RevisionRepository revisions, ArticleRepository texts, ArticleViews views,
            RevisionTextRepository revisionTexts, ArticleCategories categories, AnswerBudget budget, PublicRead read) {
        this.articles = articles;
        this.revisions = revisions;
        this.texts = texts;
        this.views = views;
        this.revisionTexts = revisionTexts;
        this.categories = categories;
        this.budget = budget;
        this.read = read;
    }

    @GET
    public RestResponse<Page<RevisionView>> list(
            @PathParam("article") ArticleAddress address,
            @BeanParam PageParameters paging,
            UriInfo uri) {
        PageQuery query = paging.of(uri, RevisionRepository.LATEST_FIRST);
        ArticleView article = articles.get(address).view();
        return query.page(revisions.publishedUpTo(article.revision(), article.id(), query), article.revision()::longValue,
                revision -> List.of(revision.number())).answer(uri);
    }

    @GET
    @Path("/{number}")
    public ArticleView get(
            @PathParam("article") ArticleAddress address,
            @PathParam("number") Integer number,
            @QueryParam("include") List<String> include) {
        Set<Include> included = Include.parse(include);
        return views.view(articles.get(address, number), true, included);
    }

    @GET
    @Path("/{number}/diff/{other}")
    @RequestCost(5)
    public RestResponse<RevisionDiff> compare(
            @PathParam("article") ArticleAddress address,
            @PathParam("number") Integer number,
            @PathParam("other") Integer other) {
        // Revisions are read as entities, and so at the primary.
        read.readAtPrimary();
        UUID id = articles.get(address).id();
        budget.reserve(revisions.bytes(id, number, other));
        Revision before = find(id, number);
        Revision after = find(id, other);
        Map<Long, RevisionTextRepository.SectionsAndCitations> parts = revisionTexts.texts(List.of(before.id(), after.id()));
        Map<UUID, ArticleCategory> named = categories.find(Stream.of(before, after).map(Revision::category)
                .filter(Objects::nonNull).collect(Collectors.toSet()));
        return RestResponse.ResponseBuilder.ok(RevisionDiff.of(before, parts.get(before.id()).sections(), after,
                        parts.get(after.id()).sections(), named))
                .header(CacheTagged.HEADER, String.join(" ", CacheTagged.ofAll(named.values()))).build();
    }

    private Revision find(UUID id, int number) {
        return texts.revision(id, number).orElseThrow(() -> PublicArticles.noRevision(number));
    }
}

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
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jboss.resteasy.reactive.RestResponse;
import vn.loa.article.ArticleAddress;
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

/** The published revisions of an article. */
@Path(ApiPaths.ARTICLES + "/{article}/revisions")
@PublicAnswer
public class RevisionResource {

    private final PublicArticles articles;
    private final RevisionRepository revisions;
    private final ArticleViews views;
    private final RevisionTextRepository revisionTexts;
    private final ArticleCategories categories;
    private final AnswerBudget budget;

    RevisionResource(PublicArticles articles, RevisionRepository revisions, ArticleViews views,
            RevisionTextRepository revisionTexts, ArticleCategories categories, AnswerBudget budget) {
        this.articles = articles;
        this.revisions = revisions;
        this.views = views;
        this.revisionTexts = revisionTexts;
        this.categories = categories;
        this.budget = budget;
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
        UUID id = articles.get(address).id();
        budget.reserve(revisions.bytes(id, number, other));
        Map<Integer, ComparedRevision> found = revisions.compared(id, number, other);
        ComparedRevision before = find(found, number);
        ComparedRevision after = find(found, other);
        Map<Long, RevisionTextRepository.SectionsAndCitations> parts = revisionTexts.texts(List.of(before.id(), after.id()));
        Map<UUID, ArticleCategory> named = categories.find(Stream.of(before, after).map(ComparedRevision::category)
                .filter(Objects::nonNull).collect(Collectors.toSet()));
        return RestResponse.ResponseBuilder.ok(RevisionDiff.of(before, parts.get(before.id()).sections(), after,
                        parts.get(after.id()).sections(), named))
                .header(CacheTagged.HEADER, String.join(" ", CacheTagged.ofAll(named.values()))).build();
    }

    private static ComparedRevision find(Map<Integer, ComparedRevision> found, int number) {
        return Optional.ofNullable(found.get(number)).orElseThrow(() -> PublicArticles.noRevision(number));
    }
}

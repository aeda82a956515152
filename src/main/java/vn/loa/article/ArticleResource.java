package vn.loa.article;

import jakarta.transaction.Transactional;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.UriInfo;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestResponse;
import vn.loa.web.Api;
import vn.loa.web.Cursor;
import vn.loa.web.Page;
import vn.loa.web.PageRequest;
import vn.loa.web.Problem;

/** Published articles. The same answer for everyone, with or without a key. */
@Path(Api.V1 + "/articles")
@Tag(name = "articles")
@Transactional
public class ArticleResource {

    private static final String BY_VIEWS = "-views";

    private final ArticleRepository articles;
    private final PublicTexts texts;
    private final ArticleViews views;

    ArticleResource(ArticleRepository articles, PublicTexts texts, ArticleViews views) {
        this.articles = articles;
        this.texts = texts;
        this.views = views;
    }

    @GET
    @Operation(operationId = "listArticles", summary = "Articles, newest first",
            description = "Without their bodies. Page by number, or walk the whole list by `cursor`: a walk neither "
                    + "skips nor repeats an article that was there throughout, whatever is published meanwhile. "
                    + "`sort=-views` puts the most read first; that order changes while people read, and is paged by "
                    + "number only.")
    @APIResponse(responseCode = "200", description = "A page of articles.")
    public RestResponse<Page<ArticleView>> list(
            @BeanParam PageRequest paging,
            @Parameter(description = "Continue after the place where `page.nextCursor` was given. Not with `page`.")
            @QueryParam("cursor") String cursor,
            @Parameter(description = "The order: the newest first, or the most read.", schema = @Schema(
                    type = SchemaType.STRING, enumeration = {"-publishedAt", BY_VIEWS}, defaultValue = "-publishedAt"))
            @QueryParam("sort") String sort,
            UriInfo uri) {
        if (isByViews(sort)) {
            return mostViewed(paging, cursor, uri);
        }
        if (cursor != null && paging.page() != null) {
            throw Problem.invalidParameter("cursor", "exclusive", "may not be used together with 'page'").asException();
        }
        // One more than asked for tells whether anything follows.
        List<Article> found = cursor == null
                ? articles.newest(paging.offset(), paging.limit() + 1)
                : articles.newestAfter(Cursor.parse(cursor, 2), paging.limit() + 1);
        List<ArticleView> items = found.stream().limit(paging.limit()).map(ArticleView::ofList).toList();
        long total = articles.countPublic();
        Page<ArticleView> page = cursor == null
                ? Page.of(items, total, paging) : Page.after(items, total, paging.limit());
        return page.continuing(found.size() > paging.limit(), ArticleRepository::cursorAt).answer(uri);
    }

    private static boolean isByViews(String sort) {
        if (sort != null && !sort.equals(BY_VIEWS) && !sort.equals("-publishedAt")) {
            throw Problem.invalidParameter("sort", "unknown-value", "must be -publishedAt or " + BY_VIEWS).asException();
        }
        return BY_VIEWS.equals(sort);
    }

    private RestResponse<Page<ArticleView>> mostViewed(PageRequest paging, String cursor, UriInfo uri) {
        if (cursor != null) {
            throw Problem.invalidParameter("cursor", "exclusive", "may not be used with this order").asException();
        }
        List<ArticleView> items = articles.mostViewed(paging.offset(), paging.limit()).stream().map(ArticleView::ofList).toList();
        return Page.of(items, articles.countPublic(), paging).answer(uri);
    }

    @GET
    @Path("/{id}")
    @Operation(operationId = "getArticle", summary = "One article, by id",
            description = "The id never changes, so keep this one.")
    @APIResponse(responseCode = "200", description = "The article.")
    @APIResponse(responseCode = "301", ref = "Moved")
    @APIResponse(responseCode = "410", ref = "Problem410")
    public ArticleView get(
            @Parameter(description = "The article's id.", example = "01a206d2-563a-7e8e-8a6a-736bf594a420")
            @PathParam("id") UUID id,
            @Parameter(description = Include.DESCRIPTION, example = "sections,citations")
            @QueryParam("include") String include,
            @Parameter(description = PublicTexts.AT, example = "2022-08-01")
            @QueryParam("at") String at) {
        Set<Include> included = Include.parse(include);
        Article article = texts.get(id);
        return views.view(article, texts.text(article, at), included);
    }

    @GET
    @Path("/by-slug/{slug}")
    @Operation(operationId = "getArticleBySlug", summary = "One article, by slug",
            description = "For addresses that people see. A name that the article had before leads to the present one.")
    @APIResponse(responseCode = "200", description = "The article.")
    @APIResponse(responseCode = "301", ref = "Moved")
    @APIResponse(responseCode = "410", ref = "Problem410")
    public ArticleView getBySlug(
            @Parameter(description = "The article's slug.", example = "bao-dam-an-toan-giao-thong-hoc-duong-ngay-tu-dau-nam-hoc-moi")
            @PathParam("slug") String slug,
            @Parameter(description = Include.DESCRIPTION, example = "sections,citations")
            @QueryParam("include") String include,
            @Parameter(description = PublicTexts.AT, example = "2022-08-01")
            @QueryParam("at") String at) {
        Set<Include> included = Include.parse(include);
        Article article = texts.get(slug);
        return views.view(article, texts.text(article, at), included);
    }
}

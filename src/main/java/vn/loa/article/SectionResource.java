package vn.loa.article;

import jakarta.transaction.Transactional;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.UriInfo;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestResponse;
import vn.loa.directive.DirectiveRepository;
import vn.loa.directive.SectionView;
import vn.loa.directive.TocEntry;
import vn.loa.text.EId;
import vn.loa.web.Api;
import vn.loa.web.Page;
import vn.loa.web.PageRequest;
import vn.loa.web.Problem;
import vn.loa.web.ProblemType;

/** The sections of the directive that a published article carries. An article without one has no sections. */
@Path(Api.V1 + "/articles/{id}")
@Tag(name = "sections")
@Transactional
public class SectionResource {

    /** A directive's sections as a tree. */
    @Schema(description = "The sections of a directive, nested.")
    public record TableOfContents(@Schema(description = "The top-level sections.", required = true)
            List<TocEntry> entries) {
    }

    private final ArticleRepository articles;
    private final PublicTexts texts;
    private final DirectiveRepository directives;

    SectionResource(ArticleRepository articles, PublicTexts texts, DirectiveRepository directives) {
        this.articles = articles;
        this.texts = texts;
        this.directives = directives;
    }

    @GET
    @Path("/sections")
    @Operation(operationId = "listSections", summary = "A directive's sections",
            description = "Flat, in document order: `parentEId` and `level` give the tree.")
    @APIResponse(responseCode = "200", description = "A page of sections.")
    @APIResponse(responseCode = "410", ref = "Problem410")
    public RestResponse<Page<SectionView>> list(
            @Parameter(description = "The article's id.", example = "01a206d2-563a-7e8e-8a6a-736bf594a420")
            @PathParam("id") UUID id,
            @Parameter(description = PublicTexts.AT, example = "2022-08-01") @QueryParam("at") String at,
            @BeanParam PageRequest paging,
            UriInfo uri) {
        long revision = revision(id, at);
        return Page.of(directives.sections(revision, paging.offset(), paging.limit()), directives.count(revision), paging)
                .answer(uri);
    }

    @GET
    @Path("/sections/{eId}")
    @Operation(operationId = "getSection", summary = "One section, by its address",
            description = "Its paragraphs, and the documents they cite.")
    @APIResponse(responseCode = "200", description = "The section.")
    @APIResponse(responseCode = "410", ref = "Problem410")
    public SectionView get(
            @Parameter(description = "The article's id.", example = "01a206d2-563a-7e8e-8a6a-736bf594a420")
            @PathParam("id") UUID id,
            @Parameter(description = "The section's address inside the article.", example = "sec_3")
            @PathParam("eId") String eId,
            @Parameter(description = PublicTexts.AT, example = "2022-08-01") @QueryParam("at") String at) {
        long revision = revision(id, at);
        return EId.parse(eId)
                .flatMap(address -> directives.section(revision, address.value()))
                .orElseThrow(() -> Problem.of(ProblemType.NOT_FOUND, "The article has no section of this address.")
                        .asException());
    }

    @GET
    @Path("/toc")
    @Operation(operationId = "getTableOfContents", summary = "A directive's table of contents",
            description = "Nested, without the text.")
    @APIResponse(responseCode = "200", description = "The table of contents.")
    @APIResponse(responseCode = "410", ref = "Problem410")
    public TableOfContents tableOfContents(
            @Parameter(description = "The article's id.", example = "01a206d2-563a-7e8e-8a6a-736bf594a420")
            @PathParam("id") UUID id,
            @Parameter(description = PublicTexts.AT, example = "2022-08-01") @QueryParam("at") String at) {
        return new TableOfContents(directives.tableOfContents(revision(id, at)));
    }

    private long revision(UUID id, String at) {
        return texts.text(articles.getPublic(id), at).id();
    }
}

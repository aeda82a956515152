package vn.loa.article;

import jakarta.transaction.Transactional;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
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
    private final DirectiveRepository directives;

    SectionResource(ArticleRepository articles, DirectiveRepository directives) {
        this.articles = articles;
        this.directives = directives;
    }

    @GET
    @Path("/sections")
    @Operation(operationId = "listSections", summary = "A directive's sections",
            description = "Flat, in document order: `parentEId` and `level` give the tree.")
    @APIResponse(responseCode = "200", description = "A page of sections.")
    public RestResponse<Page<SectionView>> list(
            @Parameter(description = "The article's id.", example = "01a206d2-563a-7e8e-8a6a-736bf594a420")
            @PathParam("id") UUID id,
            @BeanParam PageRequest paging,
            UriInfo uri) {
        long revision = liveRevision(id);
        return Page.of(directives.sections(revision, paging.offset(), paging.limit()), directives.count(revision), paging)
                .answer(uri);
    }

    @GET
    @Path("/sections/{eId}")
    @Operation(operationId = "getSection", summary = "One section, by its address",
            description = "Its paragraphs, and the documents they cite.")
    @APIResponse(responseCode = "200", description = "The section.")
    public SectionView get(
            @Parameter(description = "The article's id.", example = "01a206d2-563a-7e8e-8a6a-736bf594a420")
            @PathParam("id") UUID id,
            @Parameter(description = "The section's address inside the article.", example = "sec_3")
            @PathParam("eId") String eId) {
        long revision = liveRevision(id);
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
    public TableOfContents tableOfContents(
            @Parameter(description = "The article's id.", example = "01a206d2-563a-7e8e-8a6a-736bf594a420")
            @PathParam("id") UUID id) {
        return new TableOfContents(directives.tableOfContents(liveRevision(id)));
    }

    private long liveRevision(UUID id) {
        return articles.getPublic(id).live().id();
    }
}

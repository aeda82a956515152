package vn.loa.article;

import jakarta.transaction.Transactional;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.UriInfo;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.ExampleObject;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestResponse;
import vn.loa.directive.DirectiveRepository;
import vn.loa.directive.EditionRepository;
import vn.loa.directive.SectionView;
import vn.loa.directive.TocEntry;
import vn.loa.text.EId;
import vn.loa.web.Api;
import vn.loa.web.Page;
import vn.loa.web.PageRequest;
import vn.loa.web.Problem;
import vn.loa.web.ProblemException;
import vn.loa.web.ProblemType;
import vn.loa.web.PublicAnswer;

/** The sections of the directive that a published article carries. An article without one has no sections. */
@Path(Api.V1 + "/articles/{id}")
@Tag(name = "sections")
@Transactional
@PublicAnswer
public class SectionResource {

    /** A directive's sections as a tree. */
    @Schema(description = "The sections of a directive, nested.")
    public record TableOfContents(@Schema(description = "The top-level sections.", required = true)
            List<TocEntry> entries) {
    }

    private final ArticleRepository articles;
    private final PublicTexts texts;
    private final DirectiveRepository directives;
    private final EditionRepository editions;
    private final Renderings renderings;

    SectionResource(ArticleRepository articles, PublicTexts texts, DirectiveRepository directives,
            EditionRepository editions, Renderings renderings) {
        this.articles = articles;
        this.texts = texts;
        this.directives = directives;
        this.editions = editions;
        this.renderings = renderings;
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
        EditionRepository.PartOfSections part = editions.part(revision, paging.offset(), paging.limit());
        return Page.of(part.sections(), part.total(), paging).answer(uri);
    }

    @GET
    @Path("/sections/{eId}")
    @Operation(operationId = "getSection", summary = "One section, by its address",
            description = "As JSON, its own paragraphs and the documents they cite; in the other forms, with the sections "
                    + "inside it." + Renderings.FORMS)
    @APIResponse(responseCode = "200", description = "The section.",
            content = {
                @Content(mediaType = "application/json", schema = @Schema(implementation = SectionView.class)),
                @Content(mediaType = "text/html", schema = @Schema(type = SchemaType.STRING), examples =
                        @ExampleObject(name = RenderingExamples.NAME, value = RenderingExamples.HTML)),
                @Content(mediaType = "text/plain", schema = @Schema(type = SchemaType.STRING), examples =
                        @ExampleObject(name = RenderingExamples.NAME, value = RenderingExamples.TEXT)),
                @Content(mediaType = "text/markdown", schema = @Schema(type = SchemaType.STRING), examples =
                        @ExampleObject(name = RenderingExamples.NAME, value = RenderingExamples.MARKDOWN)),
                @Content(mediaType = "application/akn+xml", schema = @Schema(type = SchemaType.STRING), examples =
                        @ExampleObject(name = RenderingExamples.NAME, value = RenderingExamples.AKN))})
    @APIResponse(responseCode = "410", ref = "Problem410")
    public RestResponse<Object> get(
            @Parameter(description = "The article's id.", example = "01a206d2-563a-7e8e-8a6a-736bf594a420")
            @PathParam("id") UUID id,
            @Parameter(description = "The section's address inside the article.", example = "sec_3")
            @PathParam("eId") String eId,
            @Parameter(description = Renderings.FORMAT, schema = @Schema(type = SchemaType.STRING,
                    enumeration = {"json", "html", "text", "markdown", "akn"})) @QueryParam("format") String format,
            @Parameter(description = PublicTexts.AT, example = "2022-08-01") @QueryParam("at") String at,
            @Context HttpHeaders request) {
        Renderings.Choice choice = Renderings.choose(format, request);
        Article article = articles.getPublic(id);
        Revision text = texts.text(article, at);
        String address = EId.parse(eId).map(EId::value).orElseThrow(SectionResource::noSuchSection);
        List<SectionView> found = choice.isJson() ? directives.section(text.id(), address).stream().toList()
                : editions.part(text.id(), address);
        if (found.isEmpty()) {
            throw noSuchSection();
        }
        return Renderings.answer(choice, () -> found.get(0),
                () -> renderings.edition(article, text, null, List.of(), found));
    }

    private static ProblemException noSuchSection() {
        return Problem.of(ProblemType.NOT_FOUND, "The article has no section of this address.").asException();
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

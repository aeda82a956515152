package vn.loa.imports;

import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import java.net.URI;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.headers.Header;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.security.SecurityRequirement;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestResponse;
import vn.loa.web.Api;

/** Pages in, articles out. */
@Path(Api.V1 + "/imports")
@Tag(name = "imports")
public class ImportResource {

    private final PageImport imports;

    ImportResource(PageImport imports) {
        this.imports = imports;
    }

    @POST
    @RolesAllowed("editor")
    @Consumes({MediaType.TEXT_PLAIN, MediaType.TEXT_HTML})
    @SecurityRequirement(name = Api.BEARER)
    @Operation(operationId = "importPage", summary = "Imports a portal's article page",
            description = "Reads title, byline, publication stamp, counters, the directive with its sections, and its "
                    + "citations, and makes an article of them. A page that was imported before is refused.")
    @RequestBody(description = "The page, as HTML or as the text of it.", required = true)
    @APIResponse(responseCode = "200", description = "With `dryRun=true`: what would be stored. Nothing was.",
            content = @Content(mediaType = MediaType.APPLICATION_JSON,
                    schema = @Schema(implementation = ImportReport.class)))
    @APIResponse(responseCode = "201", description = "The article is stored.",
            headers = @Header(name = HttpHeaders.LOCATION, description = "The article's address.",
                    schema = @Schema(type = org.eclipse.microprofile.openapi.annotations.enums.SchemaType.STRING)),
            content = @Content(mediaType = MediaType.APPLICATION_JSON,
                    schema = @Schema(implementation = ImportReport.class)))
    public RestResponse<ImportReport> run(
            byte[] body,
            @Parameter(description = "Only report what would be stored.")
            @QueryParam("dryRun") @DefaultValue("false") Boolean dryRun,
            @Parameter(description = "Publish the article at once, under the page's publication date, instead of "
                    + "keeping it as a draft.")
            @QueryParam("publish") @DefaultValue("false") Boolean publish,
            @Parameter(description = "Take over the page's total of visits as the base of the site's.")
            @QueryParam("visitors") @DefaultValue("false") Boolean visitors,
            HttpHeaders headers) {
        Page page = PageBody.read(body, headers.getMediaType());
        ImportReport report = imports.run(page, new PageImport.Options(dryRun, publish, visitors));
        if (dryRun) {
            return RestResponse.ok(new ImportReport(report.article().withoutId(), report.found(), report.warnings()));
        }
        return RestResponse.ResponseBuilder.<ImportReport>create(RestResponse.Status.CREATED).entity(report)
                .location(URI.create(Api.V1 + "/articles/" + report.article().id())).build();
    }
}

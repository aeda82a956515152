package vn.loa.imports;

import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.security.ForbiddenException;
import io.quarkus.security.identity.SecurityIdentity;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.headers.Header;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.ExampleObject;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestResponse;
import vn.loa.http.ApiPaths;
import vn.loa.http.Roles;
import vn.loa.http.answer.AnswerBudget;
import vn.loa.http.body.LargeBody;
import vn.loa.http.idempotency.Idempotency;

/** Imports a portal's page as an article. */
@Path(ApiPaths.V1 + "/imports")
@Tag(name = "imports")
public class ImportResource {

    private static final String PLAIN_PAGE = """
            Củng cố tổ hòa giải ở ấp, khu vực

            Ngày 10:15:30 18-04-2024 - Lượt xem: 51

            Lâm Ngọc Hân

            Ngày 12 tháng 4 năm 2024, Ủy ban nhân dân tỉnh ban hành Kế hoạch số 112/KH-UBND về củng cố tổ hòa giải.

            1. Ủy ban nhân dân cấp xã rà soát từng tổ hòa giải.

            2. Sở Tư pháp biên soạn sổ tay tình huống theo Luật Hòa giải ở cơ sở số 35/2013/QH13./.
            """;
    private static final String HTML_PAGE = """
            <article><h1>Củng cố tổ hòa giải ở ấp, khu vực</h1>
            <time datetime="2024-04-18T10:15:30+07:00">18/04/2024</time>
            <p>Mỗi tổ hòa giải có từ 05 đến 07 người, trong đó có ít nhất một hòa giải viên nữ.</p></article>
            """;

    private final PageImport imports;
    private final ImportQueue queue;
    private final Idempotency idempotency;
    private final AnswerBudget budget;
    private final SecurityIdentity caller;

    ImportResource(PageImport imports, ImportQueue queue, Idempotency idempotency, AnswerBudget budget,
            SecurityIdentity caller) {
        this.imports = imports;
        this.queue = queue;
        this.idempotency = idempotency;
        this.budget = budget;
        this.caller = caller;
    }

    @POST
    @RolesAllowed(Roles.EDITOR)
    @Consumes({MediaType.TEXT_PLAIN, MediaType.TEXT_HTML})
    @LargeBody(LargeBody.Kind.DOCUMENT)
    @Operation(operationId = "importPage", summary = "Imports a portal's article page",
            description = "Reads title, byline, publication stamp, counters, the directive with its sections, and its "
                    + "citations, and makes an article of them. A page that was imported before is refused. The page's number of views "
                    + "becomes the base of the article's when the caller has the role `admin`; otherwise it is left out, "
                    + "with a warning.")
    @RequestBody(description = "The page, as HTML or as the text of it.", required = true, content = {
        @Content(mediaType = MediaType.TEXT_PLAIN, schema = @Schema(type = SchemaType.STRING),
                examples = @ExampleObject(name = "example", value = PLAIN_PAGE)),
        @Content(mediaType = MediaType.TEXT_HTML, schema = @Schema(type = SchemaType.STRING),
                examples = @ExampleObject(name = "example", value = HTML_PAGE))})
    @APIResponse(responseCode = "200", description = "With `dryRun=true`: what would be stored. Nothing was.",
            content = @Content(mediaType = MediaType.APPLICATION_JSON,
                    schema = @Schema(implementation = ImportReport.class)))
    @APIResponse(responseCode = "201", description = "The article is stored.",
            headers = @Header(name = HttpHeaders.LOCATION, description = "The article's address, or its draft's.",
                    schema = @Schema(type = SchemaType.STRING)),
            content = @Content(mediaType = MediaType.APPLICATION_JSON,
                    schema = @Schema(implementation = ImportReport.class)))
    @APIResponse(responseCode = "409", ref = "Problem409")
    @APIResponse(responseCode = "422", ref = "Problem422")
    public RestResponse<ImportReport> run(
            byte[] body,
            @Parameter(description = "Only report what would be stored.", schema = @Schema(type = SchemaType.BOOLEAN, defaultValue = "false"))
            @QueryParam("dryRun") Boolean dryRun,
            @Parameter(description = "Publish the article at once, under the page's publication date, instead of "
                    + "keeping it as a draft. Needs the role `publisher`.", schema = @Schema(type = SchemaType.BOOLEAN, defaultValue = "false"))
            @QueryParam("publish") Boolean publish,
            @Parameter(description = "Take over the page's total of visits as the base of the site's. Needs "
                    + "the role `admin`.",
                    schema = @Schema(type = SchemaType.BOOLEAN, defaultValue = "false"))
            @QueryParam("visitors") Boolean visitors,
            HttpHeaders headers) {
        boolean admin = caller.hasRole(Roles.ADMIN);
        PageImport.Options options = new PageImport.Options(isOn(dryRun), isOn(publish), isOn(visitors), admin);
        if (options.publish() && !caller.hasRole(Roles.PUBLISHER)) {
            throw new ForbiddenException("an editor imports drafts");
        }
        if (options.visitors() && !admin) {
            throw new ForbiddenException("what the counters begin with is the admin's business");
        }
        String contentType = headers.getHeaderString(HttpHeaders.CONTENT_TYPE);
        // The caller holds no database connection while it waits.
        return queue.run(() -> options.dryRun() ? importPage(body, contentType, options)
                : idempotency.<ImportReport>recorded().orElseGet(() -> importPage(body, contentType, options)));
    }

    private RestResponse<ImportReport> importPage(byte[] body, String contentType, PageImport.Options options) {
        PortalPage page = PageBody.read(body, contentType);
        PageArticle article = imports.read(page);
        budget.reserve(article.content().size().all());
        return options.dryRun() ? store(page, article, options)
                : QuarkusTransaction.requiringNew().call(() -> idempotency.once(() -> store(page, article, options)));
    }

    private RestResponse<ImportReport> store(PortalPage page, PageArticle article, PageImport.Options options) {
        ImportReport report = imports.run(page, article, options);
        if (options.dryRun()) {
            return RestResponse.ok(new ImportReport(report.article().withoutId(), report.found(), report.warnings()));
        }
        String address = ApiPaths.V1 + "/articles/" + report.article().id() + (options.publish() ? "" : "/draft");
        return RestResponse.ResponseBuilder.<ImportReport>create(RestResponse.Status.CREATED).entity(report)
                .header(HttpHeaders.LOCATION, address).build();
    }

    private static boolean isOn(Boolean parameter) {
        return Boolean.TRUE.equals(parameter);
    }
}

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
import org.jboss.resteasy.reactive.RestResponse;
import vn.loa.http.ApiPaths;
import vn.loa.http.MayBeMinimal;
import vn.loa.http.Roles;
import vn.loa.http.answer.AnswerBudget;
import vn.loa.http.body.LargeBody;
import vn.loa.http.idempotency.Idempotency;
import vn.loa.imports.file.FileReading;
import vn.loa.imports.file.FileText;

/** Imports a portal's page, or a file, as an article. */
@Path(ApiPaths.V1 + "/imports")
public class ImportResource {

    private final PageImport imports;
    private final FileReading files;
    private final ImportQueue queue;
    private final Idempotency idempotency;
    private final AnswerBudget budget;
    private final SecurityIdentity caller;

    ImportResource(PageImport imports, FileReading files, ImportQueue queue, Idempotency idempotency, AnswerBudget budget,
            SecurityIdentity caller) {
        this.imports = imports;
        this.files = files;
        this.queue = queue;
        this.idempotency = idempotency;
        this.budget = budget;
        this.caller = caller;
    }

    @POST
    @RolesAllowed(Roles.EDITOR)
    @Consumes({MediaType.TEXT_PLAIN, MediaType.TEXT_HTML, "application/pdf",
            "application/vnd.openxmlformats-officedocument.wordprocessingml.document", "application/msword"})
    @LargeBody(LargeBody.Kind.PAGE_OR_FILE)
    @MayBeMinimal
    public RestResponse<ImportReport> run(
            byte[] body,
            @QueryParam("dryRun") Boolean dryRun,
            @QueryParam("publish") Boolean publish,
            @QueryParam("visitors") Boolean visitors,
            @QueryParam("keepOriginal") Boolean keepOriginal,
            @QueryParam("fileName") String fileName,
            HttpHeaders headers) {
        boolean admin = caller.hasRole(Roles.ADMIN);
        PageImport.Options options = new PageImport.Options(isOn(dryRun), isOn(publish), isOn(visitors), admin, null);
        if (options.publish() && !caller.hasRole(Roles.PUBLISHER)) {
            throw new ForbiddenException("an editor imports drafts");
        }
        if (options.visitors() && !admin) {
            throw new ForbiddenException("what the counters begin with is the admin's business");
        }
        String contentType = headers.getHeaderString(HttpHeaders.CONTENT_TYPE);
        OriginalFile original = OriginalFile.of(body, contentType, isOn(keepOriginal), fileName);
        return options.dryRun() ? importPage(body, contentType, original, options)
                : idempotency.<ImportReport>recorded().orElseGet(() -> importPage(body, contentType, original, options));
    }

    /** The caller holds no database connection while it waits. */
    private RestResponse<ImportReport> importPage(byte[] body, String contentType, OriginalFile original, PageImport.Options options) {
        FileText file = OriginalFile.isRead(contentType) ? files.read(body) : null;
        return queue.run(() -> {
            PageBody text = file == null ? PageBody.of(body, contentType) : null;
            PortalPage page = file == null ? text.page() : PageBody.page(file);
            PageArticle article = imports.read(page).withWarnings(file == null ? text.warnings() : file.warnings());
            budget.reserve(article.content().size().all());
            return options.dryRun() ? store(page, article, original, options)
                    : QuarkusTransaction.requiringNew().call(() -> idempotency.once(() -> store(page, article, original, options)));
        });
    }

    private RestResponse<ImportReport> store(PortalPage page, PageArticle article, OriginalFile original, PageImport.Options options) {
        ImportReport report = imports.run(page, article, options, original);
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

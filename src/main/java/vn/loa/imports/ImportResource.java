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
import vn.loa.imports.archive.LinkRewriter;
import vn.loa.imports.file.FileReading;
import vn.loa.imports.file.FileText;
import vn.loa.imports.legacy.OldAddresses;
import vn.loa.problem.Problem;

/** Imports a portal's page, or a file, as an article. */
@Path(ApiPaths.V1 + "/imports")
public class ImportResource {

    private final PageImport imports;
    private final OldAddresses addresses;
    private final FileReading files;
    private final ImportQueue queue;
    private final Idempotency idempotency;
    private final AnswerBudget budget;
    private final SecurityIdentity caller;

    ImportResource(PageImport imports, OldAddresses addresses, FileReading files, ImportQueue queue, Idempotency idempotency, AnswerBudget budget,
            SecurityIdentity caller) {
        this.imports = imports;
        this.addresses = addresses;
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
            @QueryParam("address") String address,
            HttpHeaders headers) {
        boolean publisher = caller.hasRole(Roles.PUBLISHER);
        boolean admin = caller.hasRole(Roles.ADMIN);
        PageImport.Options options = new PageImport.Options(isOn(dryRun), isOn(publish), isOn(visitors), publisher, admin, null);
        if (options.publish() && !publisher) {
            throw new ForbiddenException("an editor imports drafts");
        }
        if (options.visitors() && !admin) {
            throw new ForbiddenException("what the counters begin with is the admin's business");
        }
        String contentType = headers.getHeaderString(HttpHeaders.CONTENT_TYPE);
        if (address != null && !OldAddresses.isAddress(address)) {
            throw Problem.invalidParameter("address", "wrong-form", "must be an address of http or https").asException();
        }
        OriginalFile original = OriginalFile.of(body, contentType, isOn(keepOriginal), fileName);
        return options.dryRun() ? importPage(body, contentType, original, address, options)
                : idempotency.<ImportReport>recorded().orElseGet(() -> importPage(body, contentType, original, address, options));
    }

    /** The caller holds no database connection while it waits. */
    private RestResponse<ImportReport> importPage(byte[] body, String contentType, OriginalFile original, String address,
            PageImport.Options options) {
        FileText file = OriginalFile.isRead(contentType) ? files.read(body) : null;
        return queue.run(() -> {
            PageBody text = file == null ? PageBody.of(body, contentType) : null;
            PortalPage page = file == null ? text.page() : PageBody.page(file);
            PageArticle article = imports.read(page).withWarnings(file == null ? text.warnings() : file.warnings());
            budget.reserve(article.content().size().all());
            String stood = address != null || text == null || !text.html() ? address : LinkRewriter.of(text.text(), null, null).address();
            return options.dryRun() ? store(page, article, original, stood, options)
                    : QuarkusTransaction.requiringNew().call(() -> idempotency.once(() -> store(page, article, original, stood, options)));
        });
    }

    private RestResponse<ImportReport> store(PortalPage page, PageArticle article, OriginalFile original, String stood,
            PageImport.Options options) {
        ImportReport report = imports.run(page, article, options, original);
        if (options.dryRun()) {
            return RestResponse.ok(new ImportReport(report.article().withoutId(), report.found(), report.warnings()));
        }
        if (stood != null && OldAddresses.isAddress(stood) && caller.hasRole(Roles.PUBLISHER)
                && !addresses.recordWhereItStood(stood, report.article().id())) {
            report.warnings().add(new ImportReport.Notice("old-address-in-use", "The address where it stood leads to something else already.",
                    stood, null, null));
        }
        String address = ApiPaths.V1 + "/articles/" + report.article().id() + (options.publish() ? "" : "/draft");
        return RestResponse.ResponseBuilder.<ImportReport>create(RestResponse.Status.CREATED).entity(report)
                .header(HttpHeaders.LOCATION, address).build();
    }

    private static boolean isOn(Boolean parameter) {
        return Boolean.TRUE.equals(parameter);
    }
}

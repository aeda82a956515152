package vn.loa.imports.job;

import io.quarkus.narayana.jta.QuarkusTransaction;
import jakarta.annotation.security.RolesAllowed;
import jakarta.transaction.Transactional;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.UriInfo;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.jboss.resteasy.reactive.RestResponse;
import vn.loa.article.ChangeNote;
import vn.loa.http.ApiPaths;
import vn.loa.http.MediaTypes;
import vn.loa.http.Roles;
import vn.loa.http.body.LargeBody;
import vn.loa.http.idempotency.Idempotency;
import vn.loa.imports.job.store.ImportItem;
import vn.loa.imports.job.store.ImportContent;
import vn.loa.imports.job.store.ImportJob;
import vn.loa.imports.job.store.ImportJobRepository;
import vn.loa.imports.job.store.ImportUploads;
import vn.loa.listing.Page;
import vn.loa.listing.PageParameters;
import vn.loa.problem.Problem;

/** Import jobs: made, fed, watched, and taken back. */
@Path(ImportJobResource.PATH)
@RolesAllowed(Roles.PUBLISHER)
public class ImportJobResource {

    static final String PATH = ApiPaths.V1 + "/import-jobs";
    private static final int LONGEST_NAME = 100;
    /** What readers are told when nobody says more. */
    private static final String UNDONE = "Imported by mistake, and taken back.";

    private final ImportJobs jobs;
    private final ImportJobRepository repository;
    private final Idempotency idempotency;

    ImportJobResource(ImportJobs jobs, ImportJobRepository repository, Idempotency idempotency) {
        this.jobs = jobs;
        this.repository = repository;
        this.idempotency = idempotency;
    }

    @GET
    @Transactional
    public RestResponse<Page<ImportJobView>> list(@BeanParam PageParameters paging, UriInfo uri) {
        Page<ImportJob> page = repository.list(paging.of(uri, ImportJobRepository.NEWEST_FIRST));
        return page.withItems(page.items().stream().map(ImportJobView::of).toList()).answer(uri);
    }

    @POST
    @Consumes({ImportContent.LINES, ImportContent.TABLE, ImportContent.ZIP, ImportContent.TAR, ImportContent.GZIP})
    @LargeBody(LargeBody.Kind.FILE)
    public RestResponse<ImportJobView> create(
            byte[] body,
            @QueryParam("sourceName") String sourceName,
            @QueryParam("contentType") String contentType,
            @QueryParam("publish") Boolean publish,
            @QueryParam("dryRun") Boolean dryRun,
            @QueryParam("createCategories") Boolean createCategories,
            HttpHeaders headers) {
        ImportJob.Options options = new ImportJob.Options(name(sourceName), isOn(publish), isOn(dryRun), isOn(createCategories));
        boolean inParts = body == null || body.length == 0;
        String type = inParts ? typeOfParts(contentType) : MediaTypes.name(headers.getHeaderString(HttpHeaders.CONTENT_TYPE));
        if (!inParts && contentType != null) {
            throw Problem.invalidParameter("contentType", "exclusive", "is for jobs whose content comes in parts").asException();
        }
        return idempotency.<ImportJobView>recorded().orElseGet(() ->
                QuarkusTransaction.requiringNew().timeout(600).call(() -> idempotency.once(() -> {
                    ImportJob job = jobs.create(options, type);
                    if (inParts) {
                        return accepted(job);
                    }
                    jobs.put(job.id(), 1, body);
                    return accepted(jobs.start(job.id()));
                })));
    }

    private static RestResponse<ImportJobView> accepted(ImportJob job) {
        return RestResponse.ResponseBuilder.<ImportJobView>create(RestResponse.Status.ACCEPTED).entity(ImportJobView.of(job))
                .header(HttpHeaders.LOCATION, PATH + "/" + job.id()).build();
    }

    private static String name(String sourceName) {
        if (sourceName == null) {
            return "default";
        }
        if (!ImportItem.isWord(sourceName, LONGEST_NAME)) {
            throw Problem.invalidParameter("sourceName", "wrong-form", "must have 1 to " + LONGEST_NAME + " characters").asException();
        }
        return sourceName;
    }

    private static String typeOfParts(String contentType) {
        if (contentType == null) {
            throw Problem.invalidParameter("contentType", "required", "must be given where there is no body").asException();
        }
        if (!ImportContent.ALL.contains(contentType)) {
            throw Problem.invalidParameter("contentType", "unknown-value", "must be one of " + String.join(", ", ImportContent.ALL))
                    .asException();
        }
        return contentType;
    }

    @GET
    @Path("/{id}")
    public ImportJobView get(@PathParam("id") UUID id) {
        return ImportJobView.of(repository.get(id));
    }

    @DELETE
    @Path("/{id}")
    @Transactional
    public void delete(@PathParam("id") UUID id) {
        jobs.delete(id);
    }

    @GET
    @Path("/{id}/parts")
    @Transactional
    public ImportPartsView parts(@PathParam("id") UUID id) {
        return ImportPartsView.of(jobs.parts(id));
    }

    @PUT
    @Path("/{id}/parts/{number}")
    @Consumes(MediaType.APPLICATION_OCTET_STREAM)
    @LargeBody(LargeBody.Kind.FILE)
    @Transactional
    public ImportJobView put(byte[] body, @PathParam("id") UUID id, @PathParam("number") Integer number, HttpHeaders headers) {
        if (number < 1 || number > ImportUploads.MOST_PARTS) {
            throw Problem.invalidParameter("number", "out-of-range", "must be between 1 and " + ImportUploads.MOST_PARTS).asException();
        }
        List<String> digests = new ArrayList<>(headers.getRequestHeader("Content-Digest"));
        digests.addAll(headers.getRequestHeader("Repr-Digest"));
        ContentDigest.require(digests, body == null ? new byte[0] : body);
        return ImportJobView.of(jobs.put(id, number, body == null ? new byte[0] : body));
    }

    @POST
    @Path("/{id}/start")
    @Transactional
    public RestResponse<ImportJobView> start(@PathParam("id") UUID id) {
        return accepted(jobs.start(id));
    }

    @POST
    @Path("/{id}/pause")
    @Transactional
    public ImportJobView pause(@PathParam("id") UUID id) {
        return ImportJobView.of(jobs.pause(id));
    }

    @POST
    @Path("/{id}/resume")
    @Transactional
    public ImportJobView resume(@PathParam("id") UUID id) {
        return ImportJobView.of(jobs.resume(id));
    }

    @POST
    @Path("/{id}/cancel")
    @Transactional
    public ImportJobView cancel(@PathParam("id") UUID id) {
        return ImportJobView.of(jobs.cancel(id));
    }

    @POST
    @Path("/{id}/undo")
    @Transactional
    public RestResponse<ImportJobView> undo(@PathParam("id") UUID id, @QueryParam("explanation") String explanation) {
        Problem.requireAtMost(ChangeNote.LONGEST, "explanation", explanation);
        String cleaned = ChangeNote.clean(explanation);
        return accepted(jobs.undo(id, cleaned == null || cleaned.isEmpty() ? UNDONE : cleaned));
    }

    private static boolean isOn(Boolean parameter) {
        return Boolean.TRUE.equals(parameter);
    }
}

package vn.loa.media;

import io.vertx.core.http.HttpServerResponse;
import jakarta.annotation.security.RolesAllowed;
import jakarta.transaction.Transactional;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Request;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jboss.resteasy.reactive.RestResponse;
import vn.loa.article.PictureWidths;
import vn.loa.cache.ReadsAtReplica;
import vn.loa.http.ApiPaths;
import vn.loa.http.Roles;
import vn.loa.http.StoredTypes;
import vn.loa.http.answer.ByteRange;
import vn.loa.http.answer.FileConditions;
import vn.loa.http.answer.LongBody;
import vn.loa.problem.Problem;
import vn.loa.problem.ProblemType;

/**
 * One file: its bytes, for the public and for editors, and its metadata. The methods that return bytes declare no media
 * type, because the framework would choose a writer before the entity is known.
 */
@Path(ApiPaths.FILES + "/{id}")
public class FileResource {

    /** Short, because an article can be removed, and its files with it. */
    private static final String PUBLIC_CACHE_CONTROL = "public, max-age=60";
    /** Forbids scripts and requests, however a browser interprets the file. Browsers still show images and PDFs. */
    private static final String SANDBOX_POLICY = "default-src 'none'; sandbox";

    private final MediaRepository media;
    private final MediaFiles files;
    private final ScaledPictures pictures;
    private final MediaStore store;

    FileResource(MediaRepository media, MediaFiles files, ScaledPictures pictures, MediaStore store) {
        this.media = media;
        this.pictures = pictures;
        this.store = store;
        this.files = files;
    }

    @GET
    @ReadsAtReplica
    @StoredTypes({"application/pdf", "image/png", "image/jpeg", "image/gif", "image/webp",
            "application/vnd.openxmlformats-officedocument.wordprocessingml.document", "application/msword"})
    public RestResponse<LongBody> get(
            @PathParam("id") UUID id,
            @QueryParam("download") Boolean download,
            @QueryParam("width") Integer width,
            @Context Request request, @Context HttpHeaders headers, @Context HttpServerResponse response) {
        requireServed(width);
        ServedFile file = served(media.findPublic(id).orElseThrow(() ->
                Problem.of(ProblemType.NOT_FOUND, "No published file has this address.").asException()), width);
        sandbox(response);
        // Frontends of any origin may show the file, also in frames.
        response.headers().remove("X-Frame-Options").set("Cross-Origin-Resource-Policy", "cross-origin");
        FileConditions conditions = new FileConditions(headers, file.etag(), file.uploadedAt());
        if (conditions.isNotModified()) {
            return validators(RestResponse.ResponseBuilder.create(RestResponse.Status.NOT_MODIFIED), file, conditions)
                    .build();
        }
        boolean isHead = isHead(request);
        // Only GET has ranges (RFC 9110, section 14.2).
        ByteRange range = isHead || !conditions.allowsRange() ? null : range(headers, file.size());
        if (range != null && range.length() == 0) {
            response.putHeader("Content-Range", "bytes */" + file.size());
            throw Problem.of(ProblemType.RANGE_NOT_SATISFIABLE, "The file has " + file.size() + " bytes.")
                    .asException();
        }
        RestResponse.ResponseBuilder<LongBody> builder = bytes(file, range, isHead, Boolean.TRUE.equals(download))
                .header("Accept-Ranges", "bytes");
        return validators(builder, file, conditions).build();
    }

    @GET
    @Path("/preview")
    @RolesAllowed(Roles.EDITOR)
    @StoredTypes({"application/pdf", "image/png", "image/jpeg", "image/gif", "image/webp",
            "application/vnd.openxmlformats-officedocument.wordprocessingml.document", "application/msword"})
    public RestResponse<LongBody> preview(
            @PathParam("id") UUID id,
            @QueryParam("width") Integer width,
            @Context Request request, @Context HttpServerResponse response) {
        requireServed(width);
        ServedFile file = served(find(id), width);
        sandbox(response);
        return bytes(file, null, isHead(request), false).header(HttpHeaders.CACHE_CONTROL, ApiPaths.PRIVATE).build();
    }

    @GET
    @Path("/info")
    @Transactional
    @RolesAllowed(Roles.EDITOR)
    public RestResponse<MediaView> info(
            @PathParam("id") UUID id) {
        Media file = find(id);
        return RestResponse.ResponseBuilder.ok(MediaView.of(file, !media.publicAmong(Set.of(id)).isEmpty()))
                .header(HttpHeaders.CACHE_CONTROL, ApiPaths.PRIVATE).build();
    }

    @DELETE
    @Transactional
    @RolesAllowed(Roles.EDITOR)
    public void delete(@PathParam("id") UUID id) {
        files.delete(id);
    }

    private static void requireServed(Integer width) {
        if (width != null && !PictureWidths.ALL.contains(width)) {
            throw Problem.invalidParameter("width", "unknown-value", "must be one of "
                    + PictureWidths.ALL.stream().map(String::valueOf).collect(Collectors.joining(", "))).asException();
        }
    }

    /** Not in a transaction: making an image in a width takes time. */
    private ServedFile served(Media file, Integer width) {
        return width == null ? ServedFile.of(file) : pictures.at(file, width);
    }

    private Media find(UUID id) {
        return media.findByIdOptional(id).orElseThrow(MediaFiles::notFound);
    }

    /**
     * Replaces the general Content-Security-Policy on the raw response; a header of the framework's response would be
     * added to it.
     */
    private static void sandbox(HttpServerResponse response) {
        response.headers().set("Content-Security-Policy", SANDBOX_POLICY);
    }

    private static ByteRange range(HttpHeaders headers, long size) {
        String range = headers.getHeaderString("Range");
        return range == null ? null : ByteRange.parse(range, size).orElse(null);
    }

    private static boolean isHead(Request request) {
        return request.getMethod().equals("HEAD");
    }

    /** @param range null for the whole file */
    private RestResponse.ResponseBuilder<LongBody> bytes(ServedFile file, ByteRange range, boolean isHead,
            boolean download) {
        ByteRange sent = range == null ? ByteRange.whole(file.size()) : range;
        RestResponse.ResponseBuilder<LongBody> builder = RestResponse.ResponseBuilder
                .<LongBody>create(range == null ? RestResponse.Status.OK : RestResponse.Status.PARTIAL_CONTENT)
                .type(file.mediaType())
                .header(HttpHeaders.CONTENT_DISPOSITION,
                        file.name().disposition(download ? "attachment" : "inline"));
        if (isHead) {
            return builder.header(HttpHeaders.CONTENT_LENGTH, sent.length());
        }
        builder.entity(new LongBody((offset, length) -> store.read(file.sha256(), offset, length), sent));
        return range == null ? builder : builder.header("Content-Range", range.contentRange(file.size()));
    }

    private static RestResponse.ResponseBuilder<LongBody> validators(RestResponse.ResponseBuilder<LongBody> builder,
            ServedFile file, FileConditions conditions) {
        return builder.header(HttpHeaders.ETAG, file.etag()).header(HttpHeaders.LAST_MODIFIED, conditions.lastModified())
                .header(HttpHeaders.CACHE_CONTROL, PUBLIC_CACHE_CONTROL);
    }
}

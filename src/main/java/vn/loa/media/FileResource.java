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
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.enums.ParameterIn;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.headers.Header;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestResponse;
import vn.loa.http.ApiPaths;
import vn.loa.http.Roles;
import vn.loa.problem.Problem;
import vn.loa.problem.ProblemType;

/**
 * One file: its bytes, for the public and for editors, and its metadata. The methods that return bytes declare no media
 * type, because the framework would choose a writer before the entity is known.
 */
@Path(ApiPaths.FILES + "/{id}")
@Tag(name = "media")
@Transactional
public class FileResource {

    /** Short, because an article can be removed, and its files with it. */
    private static final String PUBLIC_CACHE_CONTROL = "public, max-age=60";
    /** Forbids scripts and requests, however a browser interprets the file. Browsers still show images and PDFs. */
    private static final String SANDBOX_POLICY = "default-src 'none'; sandbox";
    private static final String ID = "The file's id.";
    private static final String ID_EXAMPLE = "01a206d2-563a-7e8e-8a6a-736bf594a421";
    private static final String IMAGES = "image/*";

    private final MediaRepository media;
    private final MediaFiles files;

    FileResource(MediaRepository media, MediaFiles files) {
        this.media = media;
        this.files = files;
    }

    @GET
    @Operation(operationId = "getMedia", summary = "A file",
            description = "The bytes of a file that a published article carries, or carried in an earlier revision. "
                    + "They never change; that everybody may read them can.")
    @Parameter(name = HttpHeaders.IF_NONE_MATCH, in = ParameterIn.HEADER, description = "`ETag` of the copy at hand.",
            schema = @Schema(type = SchemaType.STRING))
    @Parameter(name = "Range", in = ParameterIn.HEADER, description = "One part of the file (RFC 9110). A request "
            + "for several is answered with the whole.", schema = @Schema(type = SchemaType.STRING),
            example = "bytes=0-1023")
    @Parameter(name = "If-Range", in = ParameterIn.HEADER, description = "`ETag` of the copy that the part continues.",
            schema = @Schema(type = SchemaType.STRING))
    @APIResponse(responseCode = "200", description = "The file.", headers = {
        @Header(name = HttpHeaders.ETAG, description = "The SHA-256 of the file.",
                schema = @Schema(type = SchemaType.STRING)),
        @Header(name = "Accept-Ranges", description = "`bytes`", schema = @Schema(type = SchemaType.STRING)),
        @Header(name = HttpHeaders.CONTENT_DISPOSITION, description = "The file's name (RFC 6266).",
                schema = @Schema(type = SchemaType.STRING))},
            content = {@Content(mediaType = "application/pdf"), @Content(mediaType = IMAGES)})
    @APIResponse(responseCode = "206", description = "The part of the file that `Range` asks for.",
            headers = {
                @Header(name = HttpHeaders.ETAG, description = "The SHA-256 of the whole file.",
                        schema = @Schema(type = SchemaType.STRING)),
                @Header(name = "Content-Range", description = "Which part of how many bytes: `bytes 0-1023/20480`.",
                        schema = @Schema(type = SchemaType.STRING))},
            content = {@Content(mediaType = "application/pdf"), @Content(mediaType = IMAGES)})
    @APIResponse(responseCode = "304", description = "The copy at hand is the file.",
            headers = @Header(name = HttpHeaders.ETAG, description = "The SHA-256 of the file.",
                    schema = @Schema(type = SchemaType.STRING)))
    @APIResponse(responseCode = "416", ref = "Problem416")
    public RestResponse<FileBody> get(
            @Parameter(description = ID, example = ID_EXAMPLE) @PathParam("id") UUID id,
            @Parameter(description = "Save it instead of showing it.",
                    schema = @Schema(type = SchemaType.BOOLEAN, defaultValue = "false"))
            @QueryParam("download") Boolean download,
            @Context Request request, @Context HttpHeaders headers, @Context HttpServerResponse response) {
        Media file = media.findPublic(id).orElseThrow(() ->
                Problem.of(ProblemType.NOT_FOUND, "No published file has this address.").asException());
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
        RestResponse.ResponseBuilder<FileBody> builder = bytes(file, range, isHead, Boolean.TRUE.equals(download))
                .header("Accept-Ranges", "bytes");
        return validators(builder, file, conditions).build();
    }

    @GET
    @Path("/preview")
    @RolesAllowed(Roles.EDITOR)
    @Operation(operationId = "previewMedia", summary = "A file, for editors",
            description = "The bytes, whether an article has made them public or not.")
    @APIResponse(responseCode = "200", description = "The file.",
            content = {@Content(mediaType = "application/pdf"), @Content(mediaType = IMAGES)})
    public RestResponse<FileBody> preview(
            @Parameter(description = ID, example = ID_EXAMPLE) @PathParam("id") UUID id,
            @Context Request request, @Context HttpServerResponse response) {
        Media file = find(id);
        sandbox(response);
        return bytes(file, null, isHead(request), false).header(HttpHeaders.CACHE_CONTROL, ApiPaths.PRIVATE).build();
    }

    @GET
    @Path("/info")
    @RolesAllowed(Roles.EDITOR)
    @Operation(operationId = "getMediaInfo", summary = "What is known of a file",
            description = "For editors, whether an article has made the file public or not.")
    @APIResponse(responseCode = "200", description = "The file's properties.")
    public RestResponse<MediaView> info(
            @Parameter(description = ID, example = ID_EXAMPLE) @PathParam("id") UUID id) {
        Media file = find(id);
        return RestResponse.ResponseBuilder.ok(MediaView.of(file, !media.publicAmong(Set.of(id)).isEmpty()))
                .header(HttpHeaders.CACHE_CONTROL, ApiPaths.PRIVATE).build();
    }

    @DELETE
    @RolesAllowed(Roles.EDITOR)
    @Operation(operationId = "deleteMedia", summary = "Deletes a file",
            description = "Only one that no article carries, in a published revision or in its working copy.")
    @APIResponse(responseCode = "204", description = "The file is gone.")
    @APIResponse(responseCode = "409", ref = "Problem409")
    public void delete(@Parameter(description = ID, example = ID_EXAMPLE) @PathParam("id") UUID id) {
        files.delete(id);
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
    private static RestResponse.ResponseBuilder<FileBody> bytes(Media file, ByteRange range, boolean isHead,
            boolean download) {
        ByteRange sent = range == null ? ByteRange.whole(file.size()) : range;
        RestResponse.ResponseBuilder<FileBody> builder = RestResponse.ResponseBuilder
                .<FileBody>create(range == null ? RestResponse.Status.OK : RestResponse.Status.PARTIAL_CONTENT)
                .type(file.mediaType())
                .header(HttpHeaders.CONTENT_DISPOSITION,
                        file.fileName().disposition(download ? "attachment" : "inline"));
        if (isHead) {
            return builder.header(HttpHeaders.CONTENT_LENGTH, sent.length());
        }
        builder.entity(new FileBody(file.sha256(), sent));
        return range == null ? builder : builder.header("Content-Range", range.contentRange(file.size()));
    }

    private static RestResponse.ResponseBuilder<FileBody> validators(RestResponse.ResponseBuilder<FileBody> builder,
            Media file, FileConditions conditions) {
        return builder.header(HttpHeaders.ETAG, file.etag()).header(HttpHeaders.LAST_MODIFIED, conditions.lastModified())
                .header(HttpHeaders.CACHE_CONTROL, PUBLIC_CACHE_CONTROL);
    }
}

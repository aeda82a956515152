package vn.loa.media;

import io.vertx.ext.web.RoutingContext;
import jakarta.annotation.security.RolesAllowed;
import jakarta.transaction.Transactional;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.UriInfo;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.jboss.resteasy.reactive.RestResponse;
import vn.loa.http.ApiPaths;
import vn.loa.http.Roles;
import vn.loa.http.body.LargeBody;
import vn.loa.http.idempotency.Idempotency;
import vn.loa.listing.Page;
import vn.loa.listing.PageParameters;
import vn.loa.listing.PageQuery;
import vn.loa.problem.Problem;
import vn.loa.problem.ProblemType;
import vn.loa.sql.SqlReader;

/** All files, for editors. */
@Path(ApiPaths.FILES)
@RolesAllowed(Roles.EDITOR)
public class MediaResource {

    private final MediaRepository media;
    private final MediaFiles files;
    private final Idempotency idempotency;
    private final SqlReader rows;

    MediaResource(MediaRepository media, MediaFiles files, Idempotency idempotency, SqlReader rows) {
        this.rows = rows;
        this.media = media;
        this.files = files;
        this.idempotency = idempotency;
    }

    @GET
    @Transactional
    public RestResponse<Page<MediaView>> list(@BeanParam PageParameters paging, UriInfo uri) {
        PageQuery query = paging.of(uri, MediaRepository.NEWEST_FIRST);
        rows.readOneMoment();
        Page<Media> page = query.page(media.newest(query), media::count, file -> List.of(file.id()));
        List<Media> found = page.items();
        Set<UUID> open = found.isEmpty() ? Set.of() : media.publicAmong(found.stream().map(Media::id).toList());
        return page.withItems(found.stream().map(file -> MediaView.of(file, open.contains(file.id()))).toList()).answer(uri);
    }

    @POST
    @Transactional
    @Consumes({"application/pdf", "image/png", "image/jpeg", "image/gif", "image/webp"})
    @LargeBody(LargeBody.Kind.FILE)
    public RestResponse<MediaView> upload(
            @QueryParam("fileName") String fileName,
            HttpHeaders headers,
            @Context RoutingContext request) {
        FileType declared = declared(headers);
        FileName name = name(fileName, declared);
        // The body was read on the event loop. A method parameter would be another copy of it.
        byte[] bytes = request.body().buffer() == null ? new byte[0] : request.body().buffer().getBytes();
        FileContent content = content(bytes, declared);
        return idempotency.once(() -> {
            MediaView stored = files.add(name, content, bytes);
            return RestResponse.ResponseBuilder.<MediaView>create(RestResponse.Status.CREATED).entity(stored)
                    .header(HttpHeaders.LOCATION, stored.url() + "/info").build();
        });
    }

    /** Checks the type, because the framework accepts requests without one. */
    private static FileType declared(HttpHeaders headers) {
        jakarta.ws.rs.core.MediaType type = headers.getMediaType();
        return FileType.ofMediaType(type == null ? "" : type.getType() + "/" + type.getSubtype())
                .orElseThrow(() -> Problem.of(ProblemType.UNSUPPORTED_MEDIA_TYPE,
                        "The Content-Type has to be one of " + FileType.names() + ".").asException());
    }

    private static FileName name(String given, FileType type) {
        if (given == null) {
            throw Problem.invalidParameter("fileName", "missing", "is needed").asException();
        }
        return FileName.of(given, type).orElseThrow(() ->
                Problem.invalidParameter("fileName", "wrong-form", "must name a file").asException());
    }

    private static FileContent content(byte[] bytes, FileType declared) {
        if (bytes.length == 0) {
            throw Problem.of(ProblemType.MALFORMED_BODY, "The body is empty.").asException();
        }
        FileContent content = FileContent.of(bytes).orElseThrow(() -> refused("is no whole file of any of the types "
                + FileType.names()));
        if (content.type() != declared) {
            throw refused("is of the type " + content.type().mediaType() + ", and not " + declared.mediaType()
                    + " as the Content-Type says");
        }
        return content;
    }

    private static RuntimeException refused(String message) {
        return Problem.of(ProblemType.INVALID_CONTENT, "The body " + message + ".")
                .withError(new Problem.FieldError("", null, "wrong-type", message)).asException();
    }
}

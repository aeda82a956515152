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
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.UriInfo;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.jboss.resteasy.reactive.RestResponse;
import vn.loa.http.ApiPaths;
import vn.loa.http.LimitsConfig;
import vn.loa.http.MayBeMinimal;
import vn.loa.http.Roles;
import vn.loa.http.body.LargeBody;
import vn.loa.http.idempotency.Idempotency;
import vn.loa.listing.Page;
import vn.loa.listing.PageParameters;
import vn.loa.listing.PageQuery;
import vn.loa.sql.SqlReader;

/** All files, for editors. */
@Path(ApiPaths.FILES)
@RolesAllowed(Roles.EDITOR)
public class MediaResource {

    private final MediaRepository media;
    private final MediaFiles files;
    private final Idempotency idempotency;
    private final SqlReader rows;
    private final long largest;

    MediaResource(MediaRepository media, MediaFiles files, Idempotency idempotency, SqlReader rows, LimitsConfig limits) {
        this.largest = limits.upload().asLongValue();
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
    @Consumes({MediaType.MULTIPART_FORM_DATA, "application/pdf", "image/png", "image/jpeg", "image/gif", "image/webp",
            "application/vnd.openxmlformats-officedocument.wordprocessingml.document", "application/msword"})
    @LargeBody(LargeBody.Kind.FILE)
    @MayBeMinimal
    public RestResponse<MediaView> upload(
            @QueryParam("fileName") String fileName,
            HttpHeaders headers,
            @Context RoutingContext request) {
        UploadedFile file = UploadedFile.of(request, headers.getMediaType(), fileName, largest);
        return idempotency.once(file::identity, () -> {
            MediaView stored = files.add(file.name(), file.content(), file.bytes());
            return RestResponse.ResponseBuilder.<MediaView>create(RestResponse.Status.CREATED).entity(stored)
                    .header(HttpHeaders.LOCATION, stored.url() + "/info").build();
        });
    }
}

package vn.loa.category;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import jakarta.annotation.security.RolesAllowed;
import jakarta.transaction.Transactional;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.PATCH;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.UriInfo;
import java.util.UUID;
import org.jboss.resteasy.reactive.RestResponse;
import vn.loa.cache.PublicAnswer;
import vn.loa.http.ApiPaths;
import vn.loa.http.IfMatch;
import vn.loa.http.MayBeMinimal;
import vn.loa.http.Roles;
import vn.loa.http.idempotency.Idempotency;
import vn.loa.json.MergePatch;
import vn.loa.json.StrictJsonReader;
import vn.loa.listing.Page;
import vn.loa.listing.PageParameters;
import vn.loa.problem.FieldErrors;
import vn.loa.problem.Problem;
import vn.loa.text.fold.Slug;

/** The categories of articles. Whoever changes one changes what the public reads: so that takes a publisher. */
@Path(ApiPaths.CATEGORIES)
public class CategoryResource {

    private static final int LONGEST_PARAMETER = 300;

    private final CategoryRepository shown;
    private final Categories categories;
    private final StrictJsonReader bodies;
    private final Idempotency idempotency;
    private final ObjectMapper json;

    CategoryResource(CategoryRepository shown, Categories categories, StrictJsonReader bodies, Idempotency idempotency,
            ObjectMapper json) {
        this.shown = shown;
        this.categories = categories;
        this.bodies = bodies;
        this.idempotency = idempotency;
        this.json = json;
    }

    @GET
    @PublicAnswer
    public RestResponse<Page<CategoryView>> list(
            @QueryParam("parent") String parent,
            @BeanParam PageParameters paging, UriInfo uri) {
        Problem.requireAtMost(LONGEST_PARAMETER, "parent", parent);
        return shown.list(parent, paging, uri).answer(uri);
    }

    @GET
    @Path("/{category}")
    @PublicAnswer
    public RestResponse<CategoryView> get(
            @PathParam("category") CategoryAddress address) {
        return answer(RestResponse.Status.OK, shown.get(address)).build();
    }

    @POST
    @RolesAllowed(Roles.PUBLISHER)
    @Transactional
    @Consumes(MediaType.APPLICATION_JSON)
    @MayBeMinimal
    public RestResponse<CategoryView> create(JsonNode body) {
        return idempotency.once(() -> {
            UUID id = categories.create(read(body));
            return answer(RestResponse.Status.CREATED, shown.find(id).orElseThrow())
                    .header(HttpHeaders.LOCATION, ApiPaths.CATEGORIES + "/" + id).build();
        });
    }

    @PATCH
    @Path("/{category}")
    @RolesAllowed(Roles.PUBLISHER)
    @Transactional
    @Consumes({MergePatch.MEDIA_TYPE, MediaType.APPLICATION_JSON})
    @MayBeMinimal
    public RestResponse<CategoryView> change(
            @PathParam("category") CategoryAddress address,
            JsonNode patch, HttpHeaders headers) {
        Category category = categories.lockForChange(shown.id(address), IfMatch.ofVersions(headers));
        CategoryRequest before = CategoryRequest.of(shown.find(category.id()).orElseThrow().view());
        categories.change(category, read(MergePatch.apply(json.valueToTree(before), patch)));
        return answer(RestResponse.Status.OK, shown.find(category.id()).orElseThrow()).build();
    }

    @DELETE
    @Path("/{category}")
    @RolesAllowed(Roles.PUBLISHER)
    @Transactional
    public void delete(
            @PathParam("category") CategoryAddress address,
            @QueryParam(Categories.MOVE_ARTICLES_TO) String moveArticlesTo,
            HttpHeaders headers) {
        Problem.requireAtMost(LONGEST_PARAMETER, Categories.MOVE_ARTICLES_TO, moveArticlesTo);
        categories.delete(categories.lockForChange(shown.id(address), IfMatch.ofVersions(headers)), moveArticlesTo);
    }

    private CategoryRequest read(JsonNode body) {
        FieldErrors errors = new FieldErrors();
        CategoryRequest request = bodies.read(body, CategoryRequest.class, errors);
        if (request != null && request.slug() != null && !errors.has("/slug") && Slug.parse(request.slug()).isEmpty()) {
            errors.add("/slug", "pattern", "must not have the form of an id");
        }
        errors.throwIfAny();
        return request;
    }

    private static RestResponse.ResponseBuilder<CategoryView> answer(RestResponse.Status status, CategoryRepository.Found found) {
        return RestResponse.ResponseBuilder.<CategoryView>create(status).entity(found.view()).tag(Category.etag(found.version()));
    }
}

package vn.loa.article.edit;

import com.fasterxml.jackson.databind.JsonNode;
import io.quarkus.narayana.jta.QuarkusTransaction;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.ExampleObject;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestResponse;
import vn.loa.article.Draft;
import vn.loa.article.Revision;
import vn.loa.http.ApiPaths;
import vn.loa.http.Roles;
import vn.loa.http.body.LargeBody;
import vn.loa.http.idempotency.Idempotency;

/** Articles begin here. */
@Path(ApiPaths.V1 + "/articles")
@Tag(name = "drafts")
public class NewArticleResource {

    private final CreateArticle createArticle;
    private final Drafts drafts;
    private final ContentReader content;
    private final Idempotency idempotency;

    NewArticleResource(CreateArticle createArticle, Drafts drafts, ContentReader content, Idempotency idempotency) {
        this.createArticle = createArticle;
        this.drafts = drafts;
        this.content = content;
        this.idempotency = idempotency;
    }

    @POST
    @RolesAllowed(Roles.EDITOR)
    @Consumes(MediaType.APPLICATION_JSON)
    @LargeBody(LargeBody.Kind.DOCUMENT)
    @Operation(operationId = "createArticle", summary = "Makes an article with its draft",
            description = "Nobody but editors sees it before it is published.")
    @RequestBody(required = true, content = @Content(mediaType = MediaType.APPLICATION_JSON,
            schema = @Schema(implementation = ContentRequest.class),
            examples = @ExampleObject(name = "example", value = DraftResource.CONTENT)))
    @APIResponse(responseCode = "201", description = "The article's draft.",
            content = @Content(mediaType = MediaType.APPLICATION_JSON, schema = @Schema(implementation = DraftView.class)))
    @APIResponse(responseCode = "422", ref = "Problem422")
    public RestResponse<DraftView> create(JsonNode body) {
        return idempotency.<DraftView>recorded().orElseGet(() -> {
            ContentReader.Result read = content.read(body);
            drafts.reserve(read.content());
            return QuarkusTransaction.requiringNew().call(() -> idempotency.once(() -> store(read)));
        });
    }

    private RestResponse<DraftView> store(ContentReader.Result read) {
        Revision workingCopy = createArticle.create(read.content(), null);
        Draft draft = new Draft(workingCopy.article(), workingCopy, false);
        return drafts.answer(RestResponse.Status.CREATED, draft, read.warnings())
                .header(HttpHeaders.LOCATION, ApiPaths.V1 + "/articles/" + draft.article().id() + "/draft").build();
    }
}

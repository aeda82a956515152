package vn.loa.article.edit;

import com.fasterxml.jackson.databind.JsonNode;
import io.quarkus.narayana.jta.QuarkusTransaction;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import org.jboss.resteasy.reactive.RestResponse;
import vn.loa.article.Draft;
import vn.loa.article.Revision;
import vn.loa.http.ApiPaths;
import vn.loa.http.MayBeMinimal;
import vn.loa.http.Roles;
import vn.loa.http.body.LargeBody;
import vn.loa.http.idempotency.Idempotency;

/** Articles begin here. */
@Path(ApiPaths.V1 + "/articles")
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
    @MayBeMinimal
    public RestResponse<DraftView> create(JsonNode body) {
        return idempotency.<DraftView>recorded().orElseGet(() -> {
            ContentReader.Result read = content.read(body);
            drafts.reserve(read.content());
            return QuarkusTransaction.requiringNew().call(() -> idempotency.once(() -> store(read)));
        });
    }

    private RestResponse<DraftView> store(ContentReader.Result read) {
        Revision workingCopy = createArticle.create(read.content(), read.dates());
        Draft draft = new Draft(workingCopy.article(), workingCopy, false);
        return drafts.answer(RestResponse.Status.CREATED, draft, read.warnings())
                .header(HttpHeaders.LOCATION, ApiPaths.V1 + "/articles/" + draft.article().id() + "/draft").build();
    }
}

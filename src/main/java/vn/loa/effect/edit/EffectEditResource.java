package vn.loa.effect.edit;

import com.fasterxml.jackson.databind.JsonNode;
import jakarta.annotation.security.RolesAllowed;
import jakarta.transaction.Transactional;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.core.EntityTag;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import java.util.UUID;
import org.jboss.resteasy.reactive.RestResponse;
import vn.loa.article.ArticleAddress;
import vn.loa.article.read.PublicArticle;
import vn.loa.article.read.PublicArticles;
import vn.loa.effect.read.EffectRepository;
import vn.loa.effect.read.EffectView;
import vn.loa.http.ApiPaths;
import vn.loa.http.IfMatch;
import vn.loa.http.MayBeMinimal;
import vn.loa.http.Roles;
import vn.loa.http.idempotency.Idempotency;
import vn.loa.json.StrictJsonReader;

/** What editors say about legal effect. Readers see it at once: so it takes a publisher. */
@Path(ApiPaths.ARTICLES + "/{article}/effects")
@RolesAllowed(Roles.PUBLISHER)
public class EffectEditResource {

    private final PublicArticles articles;
    private final EditEffects edit;
    private final EffectRepository effects;
    private final StrictJsonReader bodies;
    private final Idempotency idempotency;

    EffectEditResource(PublicArticles articles, EditEffects edit, EffectRepository effects, StrictJsonReader bodies,
            Idempotency idempotency) {
        this.articles = articles;
        this.edit = edit;
        this.effects = effects;
        this.bodies = bodies;
        this.idempotency = idempotency;
    }

    @POST
    @Transactional
    @Consumes(MediaType.APPLICATION_JSON)
    @MayBeMinimal
    public RestResponse<EffectView> create(
            @PathParam("article") ArticleAddress address,
            JsonNode body) {
        return idempotency.once(() -> {
            PublicArticle article = articles.forChange(address);
            UUID id = edit.create(article, body);
            return answer(RestResponse.Status.CREATED, article, id)
                    .header(HttpHeaders.LOCATION, ApiPaths.ARTICLES + "/" + article.id() + "/effects/" + id).build();
        });
    }

    @PUT
    @Path("/{id}")
    @Transactional
    @Consumes(MediaType.APPLICATION_JSON)
    @MayBeMinimal
    public RestResponse<EffectView> replace(
            @PathParam("article") ArticleAddress address,
            @PathParam("id") UUID id,
            JsonNode body, HttpHeaders headers) {
        PublicArticle article = articles.forChange(address);
        edit.replace(article, id, body, IfMatch.ofVersions(headers));
        return answer(RestResponse.Status.OK, article, id).build();
    }

    @DELETE
    @Path("/{id}")
    @Transactional
    public void delete(
            @PathParam("article") ArticleAddress address,
            @PathParam("id") UUID id,
            HttpHeaders headers) {
        edit.delete(articles.forChange(address), id, IfMatch.ofVersions(headers));
    }

    @PUT
    @Path("/{id}/rejection")
    @Transactional
    @Consumes(MediaType.APPLICATION_JSON)
    @MayBeMinimal
    public RestResponse<EffectView> reject(
            @PathParam("article") ArticleAddress address,
            @PathParam("id") UUID id,
            JsonNode body) {
        PublicArticle article = articles.forChange(address);
        edit.reject(article, id, bodies.read(body, RejectionRequest.class).reason());
        return answer(RestResponse.Status.OK, article, id).build();
    }

    @DELETE
    @Path("/{id}/rejection")
    @Transactional
    public void restore(
            @PathParam("article") ArticleAddress address,
            @PathParam("id") UUID id) {
        edit.restore(articles.forChange(address), id);
    }

    private RestResponse.ResponseBuilder<EffectView> answer(RestResponse.Status status, PublicArticle article, UUID id) {
        EffectView event = effects.find(article.id(), id).orElseThrow();
        RestResponse.ResponseBuilder<EffectView> answer = RestResponse.ResponseBuilder.<EffectView>create(status).entity(event);
        return event.version() == null ? answer : answer.tag(new EntityTag(event.version()));
    }
}

package vn.loa.app.pages;

import com.fasterxml.jackson.annotation.JsonInclude;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jboss.resteasy.reactive.RestResponse;
import vn.loa.article.PortalLinks;
import vn.loa.cache.PublicAnswer;
import vn.loa.http.ApiPaths;

/** The first address that somebody opens: where everything is, for programs and for people. */
@Path("/")
@PublicAnswer
public class HomeResource {

    static final String DOCUMENTATION = "/q/swagger-ui";
    static final String HEALTH = "/q/health";

    /**
     * The home document in JSON.
     *
     * @param reader null when the reader is switched off
     */
    public record Home(
            String name,
            String version,
            String contract,
            String documentation,
            String guides,
            String health,
            String articles,
            String search,
            @JsonInclude(JsonInclude.Include.NON_NULL)
            String reader) {
    }

    private final PortalLinks links;
    private final HomePage page;
    private final String version;

    HomeResource(PortalLinks links, HomePage page, @ConfigProperty(name = "quarkus.application.version") String version) {
        this.links = links;
        this.page = page;
        this.version = version;
    }

    @GET
    @Produces(MediaType.APPLICATION_JSON)
    public RestResponse<Home> json() {
        return RestResponse.ResponseBuilder.ok(new Home("Loa", version, ApiPaths.V1 + "/openapi", DOCUMENTATION, GuideFiles.START, HEALTH,
                        ApiPaths.ARTICLES, ApiPaths.V1 + "/search", links.hasReader() ? PortalLinks.READER + "/" : null))
                .header(HttpHeaders.VARY, HttpHeaders.ACCEPT).build();
    }

    @GET
    @Produces(MediaType.TEXT_HTML + ";qs=0.9")
    public RestResponse<String> html() {
        return RestResponse.ResponseBuilder.ok(page.html())
                .header(HttpHeaders.CONTENT_TYPE, MediaType.TEXT_HTML + ";charset=UTF-8")
                .header(HttpHeaders.VARY, HttpHeaders.ACCEPT).build();
    }
}

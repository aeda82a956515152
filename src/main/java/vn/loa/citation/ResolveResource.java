package vn.loa.citation;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import java.time.LocalDate;
import java.util.List;
import org.jboss.resteasy.reactive.RestResponse;
import vn.loa.article.PortalLinks;
import vn.loa.cache.PublicAnswer;
import vn.loa.citation.RegisterEntryView.Candidate;
import vn.loa.http.Accept;
import vn.loa.http.ApiPaths;
import vn.loa.http.CacheTagged;
import vn.loa.problem.Problem;
import vn.loa.problem.ProblemType;
import vn.loa.text.fold.VietnameseText;

/** Finds a document's URI from what an author typed. */
@Path(ApiPaths.V1 + "/resolve")
@PublicAnswer
public class ResolveResource {

    private static final int MULTIPLE_CHOICES = 300;

    /**
     * What the author may mean.
     *
     * @param target null when it may be several documents
     * @param candidates all of them, the latest issued first
     */
    public record Resolution(Candidate target, List<Candidate> candidates) {
    }

    private final Resolver resolver;
    private final PortalLinks links;
    private final ObjectMapper json;

    ResolveResource(Resolver resolver, PortalLinks links, ObjectMapper json) {
        this.resolver = resolver;
        this.links = links;
        this.json = json;
    }

    /** Data, or for a browser that follows a link, a redirect to the page on which people read it. */
    @GET
    @Produces({MediaType.APPLICATION_JSON, MediaType.TEXT_HTML})
    public RestResponse<Object> resolve(@QueryParam("q") String q, @QueryParam("inForceOn") LocalDate inForceOn, @Context HttpHeaders request) throws JsonProcessingException {
        boolean isLink = Accept.choose(request, List.of(MediaType.APPLICATION_JSON, MediaType.TEXT_HTML)).equals(MediaType.TEXT_HTML);
        if (q == null || VietnameseText.oneLine(q).isEmpty()) {
            throw Problem.invalidParameter("q", "not-blank", "must be given").asException();
        }
        Problem.requireAtMost(Resolver.MAX_LENGTH, "q", q);
        List<Candidate> found = resolver.resolve(q, inForceOn);
        if (found.isEmpty()) {
            throw Problem.of(ProblemType.NOT_FOUND, "No document that this can mean is published here"
                    + (inForceOn == null ? "." : " and was in force on " + inForceOn + ".")).asException()
                    .withHeader(HttpHeaders.VARY, HttpHeaders.ACCEPT);
        }
        Candidate only = found.size() == 1 ? found.get(0) : null;
        String page = isLink ? page(only, q) : null;
        RestResponse.ResponseBuilder<Object> answer = RestResponse.ResponseBuilder.create(status(isLink, page));
        if (page != null) {
            answer.header(HttpHeaders.LOCATION, page);
        } else {
            // As text: the writer is that of the form that was asked for.
            answer.entity(json.writeValueAsString(new Resolution(only, found))).type(MediaType.APPLICATION_JSON);
        }
        return answer.header(CacheTagged.HEADER, String.join(" ", CacheTagged.ofAll(found)))
                .header(HttpHeaders.VARY, HttpHeaders.ACCEPT).build();
    }

    /** Where people read it, or choose among several; null when the choice is in the answer. */
    private String page(Candidate only, String q) {
        return only == null ? links.choice(q).orElse(null) : links.page(only.article().id(), only.article().slug(), only.eId());
    }

    private static RestResponse.Status status(boolean isLink, String page) {
        return !isLink ? RestResponse.Status.OK
                : page != null ? RestResponse.Status.SEE_OTHER : RestResponse.Status.fromStatusCode(MULTIPLE_CHOICES);
    }
}

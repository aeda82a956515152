package vn.loa.citation;

import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import java.util.List;
import java.util.Set;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.headers.Header;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestResponse;
import vn.loa.cache.PublicAnswer;
import vn.loa.citation.RegisterEntryView.Candidate;
import vn.loa.http.ApiPaths;
import vn.loa.http.CacheTagged;
import vn.loa.problem.Problem;
import vn.loa.problem.ProblemType;
import vn.loa.text.fold.VietnameseText;

/** Finds a document's URI from what an author typed. */
@Path(ApiPaths.V1 + "/resolve")
@Tag(name = "directives")
@PublicAnswer
public class ResolveResource {

    private static final int MAX_LENGTH = 300;

    /** The directives that the author may mean. */
    @Schema(description = "The directives that may be meant.")
    public record Candidates(
            @Schema(description = "The latest issued first; at most 20.", required = true) List<Candidate> candidates)
            implements CacheTagged {

        @Override
        public Set<String> cacheTags() {
            return CacheTagged.ofAll(candidates);
        }
    }

    private final Resolver resolver;

    ResolveResource(Resolver resolver) {
        this.resolver = resolver;
    }

    @GET
    @Operation(operationId = "resolve", summary = "The address of a document, by whatever an author types",
            description = "A number in any spelling (`22 - ct / tu`), a part of one (`NĐ 30/2020`), or words of the "
                    + "title, with or without type, date, year, issuer and a part of the document (`30/2020/NĐ-CP "
                    + "điều 5 khoản 2`, `Mục 1 Chương II …`, `Phụ lục …`), which leads to that section, or else to the "
                    + "nearest one around it that there is. Case and accents do not matter.")
    @APIResponse(responseCode = "303", description = "One document is meant.",
            headers = @Header(name = "Location", description = "The path of the article, or of its section.",
                    schema = @Schema(type = SchemaType.STRING)))
    @APIResponse(responseCode = "300", description = "Several documents may be meant.", content = @Content(
            mediaType = MediaType.APPLICATION_JSON, schema = @Schema(implementation = Candidates.class)))
    @APIResponse(responseCode = "404", ref = "Problem404")
    public RestResponse<Candidates> resolve(
            @Parameter(description = "What was typed.", example = "Chỉ thị số 22-CT/TU", required = true,
                    schema = @Schema(minLength = 1, maxLength = MAX_LENGTH))
            @QueryParam("q") String q) {
        if (q == null || VietnameseText.oneLine(q).isEmpty()) {
            throw Problem.invalidParameter("q", "not-blank", "must be given").asException();
        }
        Problem.requireAtMost(MAX_LENGTH, "q", q);
        List<Candidate> found = resolver.resolve(q);
        return switch (found.size()) {
            case 0 -> throw Problem.of(ProblemType.NOT_FOUND, "No document that this can mean is published here.")
                    .asException();
            case 1 -> RestResponse.ResponseBuilder.<Candidates>create(RestResponse.Status.SEE_OTHER)
                    .header(HttpHeaders.LOCATION, found.get(0).location())
                    .header(CacheTagged.HEADER, String.join(" ", found.get(0).cacheTags())).build();
            default -> RestResponse.ResponseBuilder
                    .create(RestResponse.Status.fromStatusCode(300), new Candidates(found))
                    .type(MediaType.APPLICATION_JSON).build();
        };
    }
}

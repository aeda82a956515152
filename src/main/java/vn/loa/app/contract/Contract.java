package vn.loa.app.contract;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.quarkus.smallrye.openapi.OpenApiFilter;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.eclipse.microprofile.openapi.OASFactory;
import org.eclipse.microprofile.openapi.OASFilter;
import org.eclipse.microprofile.openapi.models.OpenAPI;
import org.eclipse.microprofile.openapi.models.Operation;
import org.eclipse.microprofile.openapi.models.media.Content;
import org.eclipse.microprofile.openapi.models.media.Schema;
import org.eclipse.microprofile.openapi.models.parameters.Parameter;
import org.eclipse.microprofile.openapi.models.responses.APIResponse;
import org.eclipse.microprofile.openapi.models.responses.APIResponses;
import org.eclipse.microprofile.openapi.models.security.SecurityScheme;
import org.jboss.jandex.IndexView;
import vn.loa.http.ApiPaths;
import vn.loa.http.idempotency.Idempotency;
import vn.loa.problem.ProblemType;

/**
 * Completes the generated contract at build time, so that no resource repeats what is the same for all operations: the
 * problems that follow from parameters, bodies and keys, and an example of each successful response
 * ({@code contract/<operationId>.<status>.json}).
 */
@OpenApiFilter(stages = OpenApiFilter.RunStage.BUILD)
public class Contract implements OASFilter {

    private static final String DESCRIPTION = """
            Published articles, the numbered sections of the official documents they carry, and the site's visitor \
            counters, as JSON for any frontend.

            Instants are RFC 3339 in UTC; dates of issue are plain dates. Every failed request is answered with \
            `application/problem+json` (RFC 9457). A query parameter or a field that is not listed here is an error.
            """;
    private static final Map<String, String> TAGS = new TreeMap<>(Map.ofEntries(
            Map.entry("articles", "What the portal publishes"),
            Map.entry("drafts", "What editors work on"),
            Map.entry("publishing", "Steps in an article's life, at once or at a time"),
            Map.entry("revisions", "What was published, and what changed"),
            Map.entry("sections", "The numbered parts of the directive that an article carries"),
            Map.entry("citations", "Which documents an article cites, and who cites it"),
            Map.entry("directives", "From a document number to what is published here"),
            Map.entry("search", "Finding articles and sections by their words"),
            Map.entry("visitors", "Counting visits and views"),
            Map.entry("imports", "A portal's page in, an article out"),
            Map.entry("access", "Keys, and who the caller is"),
            Map.entry("audit", "Who did what"),
            Map.entry("problems", "What can go wrong"),
            Map.entry("media", "Attached files"),
            Map.entry("feeds", "What is new, for readers' programs, search engines and other systems")));
    private static final String NOT_MODIFIED = "NotModified";
    private static final String DRAFT = "#/components/schemas/Draft";
    private static final List<ProblemType> PROBLEMS_OF_ALL = List.of(ProblemType.NOT_ACCEPTABLE, ProblemType.URI_TOO_LONG,
            ProblemType.HEADERS_TOO_LARGE, ProblemType.INTERNAL_ERROR, ProblemType.UNAVAILABLE);
    private static final List<ProblemType> PROBLEMS_WITH_KEY = List.of(ProblemType.UNAUTHORIZED, ProblemType.FORBIDDEN,
            ProblemType.TOO_MANY_REQUESTS);
    private static final List<ProblemType> PROBLEMS_WITH_BODY =
            List.of(ProblemType.MALFORMED_BODY, ProblemType.REQUEST_TIMEOUT, ProblemType.BODY_TOO_LARGE,
            ProblemType.UNSUPPORTED_MEDIA_TYPE, ProblemType.TOO_MANY_REQUESTS);

    private final RequiredRoles requiredRoles;
    private final PublicOperations publicOperations;
    private final ListContract lists;

    /** @param application the index of the compiled classes, provided by Quarkus */
    public Contract(IndexView application) {
        this.requiredRoles = RequiredRoles.in(application);
        this.publicOperations = PublicOperations.in(application);
        this.lists = new ListContract(application);
    }

    @Override
    public void filterOpenAPI(OpenAPI contract) {
        contract.setInfo(OASFactory.createInfo().title("Loa").version("1").description(DESCRIPTION));
        contract.setServers(List.of(OASFactory.createServer().url("/").description("Where this contract was fetched")));
        contract.setTags(TAGS.entrySet().stream()
                .map(tag -> OASFactory.createTag().name(tag.getKey()).description(tag.getValue())).toList());
        contract.getComponents().addSecurityScheme(ApiPaths.BEARER, OASFactory.createSecurityScheme()
                .type(SecurityScheme.Type.HTTP).scheme("bearer")
                .description("A key, or a token of the configured OpenID Connect issuer, sent as "
                        + "`Authorization: Bearer <key>`. A requirement names the role that is needed; `admin` includes "
                        + "`publisher`, which includes `editor`. `frontend` stands beside them."));
        ProblemResponses.addTo(contract.getComponents());
        APIResponse moved = OASFactory.createAPIResponse().description("It is at another address for good.");
        ResponseHeaders.add(moved, "Location", "That address.");
        contract.getComponents().addResponse("Moved", moved);
        APIResponse known = OASFactory.createAPIResponse().description("The reader's copy is still true.");
        ResponseHeaders.addValidators(known);
        contract.getComponents().addResponse(NOT_MODIFIED, known);
        contract.getPaths().getPathItems().values().forEach(path -> path.getOperations().values().forEach(this::complete));
        GeneratedSchemas.correct(contract);
        ListContract.allowSparseAnswers(contract);
    }

    private void complete(Operation operation) {
        // Every operation refuses unknown parameters, even one without parameters.
        ProblemResponses.refer(operation, ProblemType.UNKNOWN_PARAMETER);
        PROBLEMS_OF_ALL.forEach(type -> ProblemResponses.refer(operation, type));
        lists.addParameters(operation);
        if (operation.getParameters() != null
                && operation.getParameters().stream().anyMatch(p -> p.getIn() == Parameter.In.PATH)) {
            ProblemResponses.refer(operation, ProblemType.NOT_FOUND);
        }
        List<String> roles = requiredRoles.byOperation().get(operation.getOperationId());
        if (roles != null) {
            operation.setSecurity(List.of(OASFactory.createSecurityRequirement().addScheme(ApiPaths.BEARER, roles)));
            PROBLEMS_WITH_KEY.forEach(type -> ProblemResponses.refer(operation, type));
        }
        completeChange(operation);
        if (publicOperations.ids().contains(operation.getOperationId())) {
            completePublic(operation);
        }
        operation.getResponses().getAPIResponses().forEach(Contract::completeAnswer);
        if (operation.getRequestBody() != null) {
            PROBLEMS_WITH_BODY.forEach(type -> ProblemResponses.refer(operation, type));
        }
        APIResponses sorted = OASFactory.createAPIResponses();
        new TreeMap<>(operation.getResponses().getAPIResponses()).forEach(sorted::addAPIResponse);
        operation.setResponses(sorted);
        sorted.getAPIResponses().forEach((status, response) -> addExample(operation.getOperationId(), status, response));
    }

    /** Documents {@code Location} of created resources, and the ETag of drafts, which the next change needs. */
    private static void completeAnswer(String status, APIResponse response) {
        if (status.equals("201")) {
            ResponseHeaders.add(response, "Location", "The address of what was made.");
        }
        Content content = response.getContent();
        if (content != null && content.hasMediaType("application/json")
                && DRAFT.equals(content.getMediaType("application/json").getSchema().getRef())) {
            ResponseHeaders.add(response, "ETag", "Changes with the draft: for `If-Match` of the next change.");
        }
    }

    /** Documents caching and conditional requests of public operations. */
    private static void completePublic(Operation operation) {
        if (operation.getResponses().hasAPIResponse("200")) {
            ResponseHeaders.addValidators(operation.getResponses().getAPIResponse("200"));
            operation.getResponses().addAPIResponse("304",
                    OASFactory.createAPIResponse().ref("#/components/responses/" + NOT_MODIFIED));
            addHeaderParameter(operation, "If-None-Match", false, "The `ETag` of a copy at hand: 304 while it is true.",
                    "\"kP0cVxq1tV3m4Xg2hQ8b9w7yZ1a\"");
        }
    }

    /** Documents If-Match and Idempotency-Key of operations that change something. */
    private static void completeChange(Operation operation) {
        boolean required = operation.getResponses().hasAPIResponse("428");
        if (required || operation.getResponses().hasAPIResponse("412")) {
            ProblemResponses.refer(operation, ProblemType.PRECONDITION_FAILED);
            addHeaderParameter(operation, "If-Match", required, "The `ETag` that the draft was read with: "
                    + "if somebody has changed it since, nothing is done (412).", "\"v3\"");
        }
        if (operation.getResponses().hasAPIResponse("201")) {
            ProblemResponses.refer(operation, ProblemType.REQUEST_IN_PROGRESS);
            ProblemResponses.refer(operation, ProblemType.IDEMPOTENCY_KEY_REUSED);
            addHeaderParameter(operation, Idempotency.HEADER, false, "A word of your choice, best a random UUID, that "
                    + "stands for this very request: sent again within 24 hours it gets the same answer, and nothing is "
                    + "created twice.", "7a0c2f9e-5a5b-4c86-9d0e-3f7b1d0c9a11");
        }
    }

    private static void addHeaderParameter(Operation operation, String name, boolean required, String description,
            String example) {
        operation.addParameter(OASFactory.createParameter().name(name).in(Parameter.In.HEADER).required(required)
                .description(description).example(example)
                .schema(OASFactory.createSchema().addType(Schema.SchemaType.STRING)));
    }

    private static void addExample(String operationId, String status, APIResponse response) {
        Content content = response.getContent();
        String json = content == null ? null : content.getMediaTypes().keySet().stream()
                .filter(type -> type.endsWith("json")).findFirst().orElse(null);
        if (json == null) {
            return;
        }
        String file = "/contract/" + operationId + "." + status + ".json";
        try (InputStream example = Contract.class.getResourceAsStream(file)) {
            if (example == null) {
                throw new IllegalStateException("The contract needs an example in " + file);
            }
            content.getMediaType(json).addExample("example",
                    OASFactory.createExample().value(new ObjectMapper()
                            .readValue(example, Object.class)));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}

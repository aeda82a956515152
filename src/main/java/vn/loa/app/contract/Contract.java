package vn.loa.app.contract;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.quarkus.smallrye.openapi.OpenApiFilter;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.eclipse.microprofile.openapi.OASFactory;
import org.eclipse.microprofile.openapi.OASFilter;
import org.eclipse.microprofile.openapi.models.OpenAPI;
import org.eclipse.microprofile.openapi.models.Operation;
import org.eclipse.microprofile.openapi.models.media.Content;
import org.eclipse.microprofile.openapi.models.media.MediaType;
import org.eclipse.microprofile.openapi.models.media.Schema;
import org.eclipse.microprofile.openapi.models.parameters.Parameter;
import org.eclipse.microprofile.openapi.models.responses.APIResponse;
import org.eclipse.microprofile.openapi.models.responses.APIResponses;
import org.eclipse.microprofile.openapi.models.security.SecurityScheme;
import org.jboss.jandex.IndexView;
import vn.loa.http.ApiPaths;
import vn.loa.http.idempotency.Idempotency;
import vn.loa.problem.Problem;
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
    private static final Pattern LIST_SCHEMA = Pattern.compile("Page(.+)View");
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
        Map<Integer, APIResponse> byStatus = new TreeMap<>();
        for (ProblemType type : ProblemType.values()) {
            addExample(byStatus.computeIfAbsent(type.status(), Contract::problemResponse), type);
        }
        // 405 is the answer to methods that are not in the contract.
        byStatus.remove(ProblemType.METHOD_NOT_ALLOWED.status());
        byStatus.forEach((status, response) -> contract.getComponents().addResponse(name(status), response));
        APIResponse moved = OASFactory.createAPIResponse().description("It is at another address for good.");
        addHeader(moved, "Location", "That address.");
        contract.getComponents().addResponse("Moved", moved);
        APIResponse known = OASFactory.createAPIResponse().description("The reader's copy is still true.");
        addValidators(known);
        contract.getComponents().addResponse(NOT_MODIFIED, known);
        contract.getPaths().getPathItems().values().forEach(path -> path.getOperations().values().forEach(this::complete));
        renameListSchemas(contract);
        ListContract.allowSparseAnswers(contract);
    }

    /**
     * Renames the schemas of lists: a generic type becomes {@code PageArticleView}, which is {@code ArticlePage} in the
     * contract.
     */
    private static void renameListSchemas(OpenAPI contract) {
        Map<String, Schema> schemas = new TreeMap<>(contract.getComponents().getSchemas());
        schemas.remove("Page");
        for (String generated : List.copyOf(schemas.keySet())) {
            Matcher matcher = LIST_SCHEMA.matcher(generated);
            if (matcher.matches()) {
                schemas.put(matcher.group(1) + "Page", schemas.remove(generated));
            }
        }
        schemas.values().forEach(Contract::allowNullReferences);
        schemas.values().forEach(Contract::moveEnumerationToItems);
        contract.getComponents().setSchemas(schemas);
        contract.getPaths().getPathItems().values().stream()
                .flatMap(path -> path.getOperations().values().stream())
                .flatMap(operation -> operation.getResponses().getAPIResponses().values().stream())
                .filter(response -> response.getContent() != null)
                .forEach(response -> response.getContent().getMediaTypes().values().stream()
                        .map(MediaType::getSchema)
                        .filter(schema -> schema != null && schema.getRef() != null && LIST_SCHEMA.matcher(nameIn(schema)).matches())
                        .forEach(schema -> {
                            schema.setRef("#/components/schemas/"
                                    + LIST_SCHEMA.matcher(nameIn(schema)).replaceFirst("$1Page"));
                            addHeader(response, "Link", "The first, previous, next and last page (RFC 8288).");
                        }));
    }

    /**
     * Removes the type beside a nullable reference. The generator writes it, and it would forbid either null or the
     * object.
     */
    private static void allowNullReferences(Schema schema) {
        if (schema.getProperties() != null) {
            schema.getProperties().values().stream()
                    .filter(property -> property.getAnyOf() != null)
                    .forEach(property -> property.setType(null));
        }
    }

    /** Moves an array's enumeration to its items, where the generator does not put it. */
    private static void moveEnumerationToItems(Schema schema) {
        if (schema.getProperties() != null) {
            schema.getProperties().values().stream()
                    .filter(property -> property.getItems() != null && property.getEnumeration() != null)
                    .forEach(property -> {
                        property.getItems().setEnumeration(property.getEnumeration());
                        property.setEnumeration(null);
                    });
        }
    }

    private static String nameIn(Schema schema) {
        return schema.getRef().substring(schema.getRef().lastIndexOf('/') + 1);
    }

    private void complete(Operation operation) {
        // Every operation refuses unknown parameters, even one without parameters.
        addProblem(operation, ProblemType.UNKNOWN_PARAMETER);
        PROBLEMS_OF_ALL.forEach(type -> addProblem(operation, type));
        lists.addParameters(operation);
        if (operation.getParameters() != null
                && operation.getParameters().stream().anyMatch(p -> p.getIn() == Parameter.In.PATH)) {
            addProblem(operation, ProblemType.NOT_FOUND);
        }
        List<String> roles = requiredRoles.byOperation().get(operation.getOperationId());
        if (roles != null) {
            operation.setSecurity(List.of(OASFactory.createSecurityRequirement().addScheme(ApiPaths.BEARER, roles)));
            PROBLEMS_WITH_KEY.forEach(type -> addProblem(operation, type));
        }
        completeChange(operation);
        if (publicOperations.ids().contains(operation.getOperationId())) {
            completePublic(operation);
        }
        operation.getResponses().getAPIResponses().forEach(Contract::completeAnswer);
        if (operation.getRequestBody() != null) {
            PROBLEMS_WITH_BODY.forEach(type -> addProblem(operation, type));
        }
        APIResponses sorted = OASFactory.createAPIResponses();
        new TreeMap<>(operation.getResponses().getAPIResponses()).forEach(sorted::addAPIResponse);
        operation.setResponses(sorted);
        sorted.getAPIResponses().forEach((status, response) -> addExample(operation.getOperationId(), status, response));
    }

    /** Documents {@code Location} of created resources, and the ETag of drafts, which the next change needs. */
    private static void completeAnswer(String status, APIResponse response) {
        if (status.equals("201")) {
            addHeader(response, "Location", "The address of what was made.");
        }
        Content content = response.getContent();
        if (content != null && content.hasMediaType("application/json")
                && DRAFT.equals(content.getMediaType("application/json").getSchema().getRef())) {
            addHeader(response, "ETag", "Changes with the draft: for `If-Match` of the next change.");
        }
    }

    /** Documents caching and conditional requests of public operations. */
    private static void completePublic(Operation operation) {
        if (operation.getResponses().hasAPIResponse("200")) {
            addValidators(operation.getResponses().getAPIResponse("200"));
            operation.getResponses().addAPIResponse("304",
                    OASFactory.createAPIResponse().ref("#/components/responses/" + NOT_MODIFIED));
            addHeaderParameter(operation, "If-None-Match", false, "The `ETag` of a copy at hand: 304 while it is true.",
                    "\"kP0cVxq1tV3m4Xg2hQ8b9w7yZ1a\"");
        }
    }

    private static void addValidators(APIResponse response) {
        addHeader(response, "ETag", "Of these very bytes: each form and coding has its own.");
        addHeader(response, "Last-Modified", "When anything that the public reads changed last. Absent within two "
                + "seconds of that.");
        response.getHeaders().get("Last-Modified").setRequired(false);
        addHeader(response, "Cache-Control", "How long caches may keep it: not beyond the next scheduled change.");
        addHeader(response, "Cache-Tag", "What a cache that can purge knows it by: `article-<id>` for each article that "
                + "it shows, `lists`.");
        addHeader(response, "Vary", "The request headers that it depends on.");
        addHeader(response, "Age", "Only while the database is away: for how many seconds it is not known whether this is true.");
        addHeader(response, "Cache-Status", "Only while the database is away: `Loa; hit; ttl=-12; detail=database-away`.");
        Stream.of("Age", "Cache-Status").forEach(name -> response.getHeaders().get(name).setRequired(false));
    }

    /** Documents If-Match and Idempotency-Key of operations that change something. */
    private static void completeChange(Operation operation) {
        boolean required = operation.getResponses().hasAPIResponse("428");
        if (required || operation.getResponses().hasAPIResponse("412")) {
            addProblem(operation, ProblemType.PRECONDITION_FAILED);
            addHeaderParameter(operation, "If-Match", required, "The `ETag` that the draft was read with: "
                    + "if somebody has changed it since, nothing is done (412).", "\"v3\"");
        }
        if (operation.getResponses().hasAPIResponse("201")) {
            addProblem(operation, ProblemType.REQUEST_IN_PROGRESS);
            addProblem(operation, ProblemType.IDEMPOTENCY_KEY_REUSED);
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

    private static void addProblem(Operation operation, ProblemType type) {
        operation.getResponses().addAPIResponse(String.valueOf(type.status()),
                OASFactory.createAPIResponse().ref("#/components/responses/" + name(type.status())));
    }

    /** The name of a component: {@code Problem404}. */
    private static String name(int status) {
        return "Problem" + status;
    }

    private static APIResponse problemResponse(int status) {
        MediaType json = OASFactory.createMediaType()
                .schema(OASFactory.createSchema().ref("#/components/schemas/Problem"))
                .examples(new LinkedHashMap<>());
        APIResponse response = OASFactory.createAPIResponse().description("")
                .content(OASFactory.createContent().addMediaType(Problem.MEDIA_TYPE, json));
        switch (status) {
            case 401 -> addHeader(response, "WWW-Authenticate", "`Bearer`");
            case 412 -> addHeader(response, "ETag", "The current one.");
            case 416 -> addHeader(response, "Content-Range", "How many bytes there are: `bytes */20480`.");
            case 429, 503 -> addHeader(response, "Retry-After", "Seconds to wait before trying again.");
            default -> {
                // These problems have no header of their own.
            }
        }
        return response;
    }

    private static void addHeader(APIResponse response, String name, String description) {
        response.addHeader(name, OASFactory.createHeader().description(description)
                .schema(OASFactory.createSchema().addType(
                        Schema.SchemaType.STRING)));
    }

    private static void addExample(APIResponse response, ProblemType type) {
        String line = "`" + type.code() + "`: " + type.title() + ".";
        response.setDescription(response.getDescription().isEmpty() ? line : response.getDescription() + " " + line);
        Map<String, Object> example = new LinkedHashMap<>();
        example.put("type", type.uri());
        example.put("title", type.title());
        example.put("status", type.status());
        example.put("code", type.code());
        example.put("traceId", "4bf92f3577b34da6a3ce929d0e0e4736");
        response.getContent().getMediaType(Problem.MEDIA_TYPE)
                .addExample(type.code(), OASFactory.createExample().summary(type.title()).value(example));
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

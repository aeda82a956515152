package vn.loa.imports;

import static org.junit.jupiter.api.Assertions.assertAll;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.RestAssured;
import jakarta.inject.Inject;
import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Base64;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.function.Executable;
import vn.loa.support.OpenApiContract;
import vn.loa.support.OpenApiContract.Operation;
import vn.loa.support.PublicCache;
import vn.loa.support.TestClock;
import vn.loa.support.TestDatabase;

/**
 * Every request that openapi.yaml documents, sent as it stands to an instance with the sample content, is answered as
 * documented: status, media type, members, values. An example may show the first items of a list, and the beginning of a long
 * text, which then ends with "…". With {@code -Dcontract.answers} the answers are written to target/contract-answers.
 */
@QuarkusTest
class ContractExamplesTest {

    private static final OpenApiContract CONTRACT = OpenApiContract.load();
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final String MORE = "…";
    /** The event stream, which never ends. Its events are the answers of GET /visitors. */
    private static final String STREAM = "streamVisitors";
    /** Their answers depend on how far a job is: ExportTest and ImportJobTest have them. */
    private static final Set<String> OF_JOBS = Set.of("listExports", "createExport", "getExport", "deleteExport", "importExport", "getExportReport",
            "getExportPart", "putExportPart", "getNewestExport", "listImportJobs", "createImportJob", "getImportJob", "deleteImportJob",
            "putImportPart", "getImportParts", "startImportJob", "pauseImportJob", "resumeImportJob", "cancelImportJob", "undoImportJob", "getImportReport",
            "watchImportJob");
    /** Marks a request that is only sent for what follows. */
    private static final String AGAIN = "!";
    /** In an order in which each request finds what it needs. Reads come first; what a request creates is read right after it. */
    private static final List<String> WRITES = List.of("checkCitations", "callAgentTools", "recordHit", "createArticle", "changeDraft", "replaceDraft", "createPreview",
            "getPreview", "deletePreviews", "createConsolidation", "createSchedule", "listSchedules", "getSchedule", "cancelSchedule", "publishArticle",
            "changeDraft" + AGAIN, "deleteDraft", "changeDraft" + AGAIN, "discardDraft", "restoreRevision", "withdrawArticle",
            "createCategory", "changeCategory", "deleteCategory", "createEffect", "replaceEffect", "deleteEffect", "rejectEffect", "restoreEffect",
            "uploadMedia", "listMedia", "getMediaInfo", "previewMedia", "deleteMedia", "importPage", "putVisitorBase",
            "putVisitorDay", "putVisitorDays", "putViewsBase", "putViewsDay", "putViewsOfMany", "removeArticle",
            "recordOldAddresses", "recordOldAddressTable", "forgetOldAddress",
            "createWebhook", "listWebhooks", "getWebhook", "changeWebhook", "rotateWebhookSecret", "testWebhook", "resumeWebhook",
            "replayWebhook", "listWebhookDeliveries", "deleteWebhook", "createKey", "listKeys", "getKey", "revokeKey",
            "listAudit");
    private static final Set<String> WEBHOOK = Set.of("id", "createdAt", "publicKeys", "secret", "cursor", "replayUpTo");
    /** Made by the server, or counted in the background: every answer has others. */
    private static final Map<String, Set<String>> VARYING = Map.ofEntries(
            Map.entry("getVisitors", Set.of("online", "today", "total", "asOf")), Map.entry("listHitRefusals", Set.of("items")),
            Map.entry("getVisitorPrivacy", Set.of("keys")),
            Map.entry("listMostRead", Set.of("items", "totalItems", "totalPages")), Map.entry("recordHit", Set.of("views", "online", "today", "total")),
            Map.entry("getViewsOfMany", Set.of("views")), Map.entry("getHome", Set.of("version")),
            Map.entry("createArticle", Set.of("id")), Map.entry("createConsolidation", Set.of("id")), Map.entry("createPreview", Set.of("url")),
            Map.entry("createCategory", Set.of("id")), Map.entry("createEffect", Set.of("id")), Map.entry("replaceEffect", Set.of("id")),
            Map.entry("changeCategory", Set.of("id")),
            Map.entry("createSchedule", Set.of("id")), Map.entry("getSchedule", Set.of("id")),
            Map.entry("listSchedules", Set.of("id")), Map.entry("uploadMedia", Set.of("id", "url", "previewUrl")),
            Map.entry("getMediaInfo", Set.of("id", "url", "previewUrl")), Map.entry("listMedia", Set.of("id", "url", "previewUrl")),
            Map.entry("importPage", Set.of("id")), Map.entry("createKey", Set.of("id", "key", "prefix", "createdAt")),
            Map.entry("getKey", Set.of("id", "prefix", "createdAt", "lastUsedAt")), Map.entry("listKeys", Set.of("id", "prefix", "createdAt", "lastUsedAt")),
            Map.entry("createWebhook", WEBHOOK), Map.entry("listWebhooks", WEBHOOK), Map.entry("getWebhook", WEBHOOK),
            Map.entry("changeWebhook", WEBHOOK), Map.entry("rotateWebhookSecret", WEBHOOK), Map.entry("resumeWebhook", WEBHOOK),
            Map.entry("replayWebhook", WEBHOOK), Map.entry("testWebhook", Set.of("messageId")),
            Map.entry("listWebhookDeliveries", Set.of("items", "totalItems", "totalPages")),
            Map.entry("listAudit", Set.of("subjectId", "prefix", "expiresAt", "nextCursor")), Map.entry("listChanges", Set.of("nextCursor")), Map.entry("listChunks", Set.of("since")));
    /** Headers that belong to HTTP or to every answer, and Content-Type, which each form names. */
    private static final Set<String> ON_EVERY_ANSWER = Set.of("content-type", "content-length", "transfer-encoding", "date", "connection",
            "x-content-type-options", "referrer-policy", "x-frame-options", "content-security-policy",
            "access-control-allow-origin", "access-control-expose-headers");
    private static final byte[] PNG = Base64.getDecoder().decode(
            "iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==");

    @Inject
    SampleContent sample;

    @Inject
    TestClock clock;

    private final HttpClient http = HttpClient.newBuilder().connectTimeout(Duration.ofSeconds(10)).build();
    /** The ids of created resources, by the operation that reads a resource by its id. */
    private final Map<String, String> made = new HashMap<>();

    @Test
    void every_documented_request_is_answered_as_documented() {
        sample.load();
        PublicCache.awaitChangeTimes();
        Map<String, Operation> operations = new LinkedHashMap<>();
        CONTRACT.operations().forEach(operation -> operations.put(id(operation), operation));
        List<String> order = new ArrayList<>(operations.keySet());
        order.removeAll(WRITES);
        order.remove(STREAM);
        order.removeAll(OF_JOBS);
        assertTrue(order.stream().allMatch(id -> operations.get(id).method().equals("get")), "comes in its order: " + order);
        order.addAll(WRITES);
        List<Executable> faults = new ArrayList<>();
        for (String id : order) {
            try {
                if (id.endsWith(AGAIN)) {
                    send(operations.get(id.replace(AGAIN, "")), "");
                } else {
                    paste(operations.get(id));
                }
            } catch (AssertionError | RuntimeException e) {
                faults.add(() -> {
                    throw e;
                });
            }
        }
        assertAll(faults.size() + " of " + order.size(), faults);
    }

    private static String id(Operation operation) {
        return operation.definition().path("operationId").asText();
    }

    private void paste(Operation operation) {
        JsonNode responses = operation.definition().path("responses");
        String status = Stream.of("201", "200", "204", "303", "301").filter(responses::has).findFirst().orElseThrow();
        JsonNode content = CONTRACT.resolve(responses.path(status)).path("content");
        Set<String> types = new LinkedHashSet<>();
        content.fieldNames().forEachRemaining(types::add);
        types.removeIf(type -> type.startsWith("image/") && !type.equals("image/png") || type.matches("application/(pdf|msword|vnd\\.openxml.*)"));
        if (types.isEmpty()) {
            types.add("");
        }
        List<Executable> checks = new ArrayList<>();
        for (String type : types) {
            HttpResponse<byte[]> answer = send(operation, type);
            String text = new String(answer.body(), StandardCharsets.UTF_8);
            write(id(operation) + "." + status + "." + type.replaceAll("[/+]", "-"), text);
            checks.add(() -> {
                assertEquals(status, String.valueOf(answer.statusCode()), operation + " " + text);
                assertEquals(type, answer.headers().firstValue("Content-Type").orElse("").replaceAll(";.*", ""), operation + "");
                assertHeaders(CONTRACT.resolve(responses.path(status)).path("headers"), answer, operation);
                JsonNode example = content.path(type).at("/examples/example/value");
                if (type.endsWith("json") && !type.endsWith("ndjson")) {
                    learn(operation, JSON.readTree(text));
                    List<String> differences = new ArrayList<>();
                    compare("", example, JSON.readTree(text), VARYING.getOrDefault(id(operation), Set.of()), differences);
                    assertEquals(List.of(), differences, operation.toString());
                } else if (type.startsWith("text/") || type.endsWith("xml")) {
                    assertTrue(isLike(example.asText(), text), operation + " as " + type + " is " + text);
                }
            });
        }
        assertAll(checks);
    }

    /** Those that the contract has, and no others. */
    private static void assertHeaders(JsonNode documented, HttpResponse<byte[]> answer, Operation operation) {
        Set<String> names = new TreeSet<>();
        documented.fieldNames().forEachRemaining(name -> names.add(name.toLowerCase(Locale.ROOT)));
        Set<String> sent = new TreeSet<>(answer.headers().map().keySet());
        sent.removeAll(ON_EVERY_ANSWER);
        sent.removeAll(names);
        assertEquals(Set.of(), sent, operation + " has headers that are not documented");
    }

    private static void compare(String place, JsonNode example, JsonNode answer, Set<String> varying, List<String> differences) {
        if (varying.contains(place.replaceAll(".*/", ""))) {
            return;
        }
        if (example.isObject() && answer.isObject()) {
            Set<String> names = new TreeSet<>();
            example.fieldNames().forEachRemaining(names::add);
            answer.fieldNames().forEachRemaining(names::add);
            names.forEach(name -> compare(place + "/" + name, example.path(name), answer.path(name), varying, differences));
        } else if (example.isArray() && answer.isArray() && !(example.isEmpty() && !answer.isEmpty())) {
            for (int i = 0; i < example.size(); i++) {
                compare(place + "/" + i, example.path(i), answer.path(i), varying, differences);
            }
        } else if (!(example.isTextual() && answer.isTextual() ? isLike(example.asText(), answer.asText()) : example.equals(answer))) {
            differences.add(place + " is documented as " + example + " and answered as " + answer);
        }
    }

    private static boolean isLike(String example, String answer) {
        String begun = example.strip();
        return begun.endsWith(MORE) ? answer.startsWith(begun.substring(0, begun.length() - 1)) : begun.equals(answer.strip());
    }

    private void learn(Operation operation, JsonNode answer) {
        String id = answer.path("id").asText();
        switch (id(operation)) {
            case "createSchedule" -> List.of("getSchedule", "cancelSchedule").forEach(user -> made.put(user, id));
            case "createEffect" -> List.of("replaceEffect", "deleteEffect").forEach(user -> made.put(user, id));
            case "createWebhook" -> WRITES.stream().filter(user -> user.contains("Webhook")).forEach(user -> made.put(user, id));
            case "createKey" -> List.of("getKey", "revokeKey").forEach(user -> made.put(user, id));
            case "uploadMedia" -> List.of("getMediaInfo", "previewMedia", "deleteMedia").forEach(user -> made.put(user, id));
            default -> {
                // Nothing else makes what another operation is asked for by id.
            }
        }
    }

    private HttpResponse<byte[]> send(Operation operation, String accept) {
        String path = operation.path();
        StringBuilder query = new StringBuilder();
        HttpRequest.Builder request = HttpRequest.newBuilder();
        for (JsonNode parameter : StreamSupport.stream(operation.definition().path("parameters").spliterator(), false)
                .map(CONTRACT::resolve).filter(parameter -> parameter.path("required").asBoolean()).toList()) {
            String name = parameter.path("name").asText();
            String value = text(parameter.path("example"));
            switch (parameter.path("in").asText()) {
                case "path" -> path = path.replace("{" + name + "}", encoded(name.equals("article") ? value : made.getOrDefault(id(operation), value)));
                case "query" -> query.append('&').append(name).append('=').append(encoded(value));
                default -> request.header(name, value);
            }
        }
        if (operation.definition().at("/security/0").has("bearer")) {
            request.header("Authorization", "Bearer " + TestDatabase.ADMIN_KEY);
        }
        if (!accept.isEmpty()) {
            request.header("Accept", accept);
        }
        if (id(operation).equals("recordHit")) {
            request.header("Prefer", "return=representation");
        }
        String uri = "http://localhost:" + RestAssured.port + path + (query.isEmpty() ? "" : "?" + query.substring(1));
        try {
            return http.send(request.uri(URI.create(uri)).method(operation.method().toUpperCase(Locale.ROOT),
                    body(operation, request)).build(), HttpResponse.BodyHandlers.ofByteArray());
        } catch (IOException | InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    /** A list has commas. */
    private static String text(JsonNode example) {
        return !example.isArray() ? example.asText()
                : StreamSupport.stream(example.spliterator(), false).map(JsonNode::asText).collect(Collectors.joining(","));
    }

    private static HttpRequest.BodyPublisher body(Operation operation, HttpRequest.Builder request) {
        JsonNode forms = operation.definition().at("/requestBody/content");
        if (forms.isEmpty()) {
            return HttpRequest.BodyPublishers.noBody();
        }
        String type = forms.fieldNames().next();
        JsonNode example = forms.path(type).at("/examples/example/value");
        if (type.equals("multipart/form-data")) {
            request.header("Content-Type", type + "; boundary=x");
            String part = "--x\r\nContent-Disposition: form-data; name=\"file\"; filename=\"" + example.path("file").asText()
                    + "\"\r\nContent-Type: image/png\r\n\r\n";
            return HttpRequest.BodyPublishers.ofByteArrays(List.of(part.getBytes(StandardCharsets.UTF_8), PNG,
                    "\r\n--x--\r\n".getBytes(StandardCharsets.UTF_8)));
        }
        request.header("Content-Type", type);
        return HttpRequest.BodyPublishers.ofString(example.isTextual() ? example.asText() : example.toString());
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8).replace("+", "%20");
    }

    private static void write(String name, String answer) {
        if (System.getProperty("contract.answers") != null) {
            try {
                Path folder = Files.createDirectories(Path.of("target", "contract-answers"));
                Files.writeString(folder.resolve(name), answer);
            } catch (IOException e) {
                throw new IllegalStateException(e);
            }
        }
    }
}

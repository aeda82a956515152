package vn.loa.imports;

import static org.junit.jupiter.api.Assertions.assertAll;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URLEncoder;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Base64;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.function.Executable;
import vn.loa.support.Editing;
import vn.loa.support.OpenApiContract;
import vn.loa.support.OpenApiContract.Operation;
import vn.loa.support.Pages;
import vn.loa.support.PlainHttp;
import vn.loa.support.PublicCache;
import vn.loa.support.TestDatabase;

/**
 * What openapi.yaml says about the values of parameters is what the code does: the value beside a limit is refused with the
 * parameter's name, the limit is not; a parameter that is left out has its default.
 */
@QuarkusTest
class ContractLimitsTest {

    private static final OpenApiContract CONTRACT = OpenApiContract.load();
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final byte[] GIF = Base64.getDecoder().decode("R0lGODlhAQABAIAAAP///wAAACH5BAAAAAAALAAAAAABAAEAAAICRAEAOw==");
    /** The event stream, which never ends and has no parameters. */
    private static final String STREAM = "streamVisitors";
    /** A text of this length is accepted wherever free text is. */
    private static final int MODEST = 200;
    private static final int LONG = 1000;
    /** Parameters whose value must be the name of something, so that a longest value is refused, too. */
    private static final Set<String> NAMES_SOMETHING = Set.of("deleteCategory moveArticlesTo");
    /** Sent beside the parameter that is looked at. */
    private static final Map<String, String> COMPANIONS = Map.of(
            // The last page that search has depends on the size of pages.
            "search page", "size=1",
            // Without this parameter the request is refused for its missing file name.
            "uploadMedia Idempotency-Key", "fileName=a.gif",
            // Nothing is imported, so that the next request finds the same.
            "importPage publish", "dryRun=true", "importPage visitors", "dryRun=true", "importPage keepOriginal", "dryRun=true");
    /** Members whose values differ from answer to answer. */
    private static final Set<String> VARYING = Set.of("asOf", "traceId");

    @Inject
    SampleContent sample;

    private String file;
    private String webhook;

    /** A parameter of an operation, and requests with its values. */
    private final class Parameter {

        private final Operation operation;
        private final JsonNode definition;
        private final String name;
        private final JsonNode whole;
        /** Of one value. */
        private final JsonNode schema;

        Parameter(Operation operation, JsonNode definition) {
            this.operation = operation;
            this.definition = definition;
            this.name = definition.path("name").asText();
            this.whole = CONTRACT.resolve(definition.path("schema"));
            this.schema = whole.has("items") ? CONTRACT.resolve(whole.path("items")) : whole;
        }

        private String id() {
            return operation.definition().path("operationId").asText();
        }

        /** @param value null to leave the parameter out */
        HttpResponse<String> send(String value) {
            String path = operation.path();
            List<String> query = new ArrayList<>();
            List<String> headers = new ArrayList<>(List.of("Authorization", "Bearer " + TestDatabase.ADMIN_KEY));
            for (JsonNode other : parameters(operation)) {
                String otherName = other.path("name").asText();
                boolean looked = otherName.equals(name);
                String sent = looked ? value : !other.path("required").asBoolean() ? null
                        : id().equals("getMedia") && otherName.equals("id") ? file
                        : id().equals("listWebhookDeliveries") && otherName.equals("id") ? webhook : other.path("example").asText();
                if (sent == null) {
                    continue;
                }
                switch (other.path("in").asText()) {
                    case "path" -> path = path.replace("{" + otherName + "}", encoded(sent));
                    case "query" -> query.add(encoded(otherName) + "=" + encoded(sent));
                    default -> headers.addAll(List.of(otherName, sent));
                }
            }
            Optional.ofNullable(COMPANIONS.get(id() + " " + name)).ifPresent(query::add);
            String uri = path + (query.isEmpty() ? "" : "?" + String.join("&", query));
            return PlainHttp.send(operation.method().toUpperCase(Locale.ROOT), uri, body(headers), headers.toArray(String[]::new));
        }

        /** The documented one. */
        private byte[] body(List<String> headers) {
            JsonNode forms = operation.definition().at("/requestBody/content");
            if (forms.isEmpty()) {
                return new byte[0];
            }
            boolean isFile = forms.has("image/gif");
            String type = isFile ? "image/gif" : forms.fieldNames().next();
            headers.addAll(List.of("Content-Type", type));
            JsonNode example = forms.path(type).at("/examples/example/value");
            return isFile ? GIF : (example.isTextual() ? example.asText() : example.toString()).getBytes(StandardCharsets.UTF_8);
        }

        private boolean isRefused(HttpResponse<String> answer) {
            return answer.statusCode() == 400 && (json(answer).at("/errors/0/parameter").asText().equals(name)
                    || definition.path("in").asText().equals("header") && json(answer).path("detail").asText().contains(name));
        }

        void accepts(String value) {
            HttpResponse<String> answer = send(value);
            assertTrue(!isRefused(answer) && answer.statusCode() < 500, this + "=" + value + ": " + answer.body());
        }

        void refuses(String value) {
            HttpResponse<String> answer = send(value);
            assertTrue(isRefused(answer), this + "=" + value + ": " + answer.statusCode() + " " + answer.body());
        }

        private String ofLength(int length) {
            String begin = definition.path("example").asText(definition.at("/schema/examples/0").asText("a"));
            return begin.length() > length ? begin.substring(0, length) : begin + "a".repeat(length - begin.length());
        }

        void holds() {
            schema.path("enum").forEach(value -> accepts(value.asText()));
            if (schema.has("enum")) {
                refuses("not-" + schema.path("enum").path(0).asText());
            }
            if (schema.has("minimum")) {
                accepts(schema.path("minimum").asText());
                refuses(String.valueOf(schema.path("minimum").asLong() - 1));
            }
            if (schema.has("maximum")) {
                accepts(schema.path("maximum").asText());
                refuses(String.valueOf(schema.path("maximum").asLong() + 1));
            }
            if (schema.path("minLength").asInt() == 1) {
                refuses("");
            }
            if (schema.has("maxLength")) {
                if (!NAMES_SOMETHING.contains(id() + " " + name)) {
                    accepts(ofLength(schema.path("maxLength").asInt()));
                }
                refuses(ofLength(schema.path("maxLength").asInt() + 1));
            } else if (schema.path("type").asText().equals("string") && !isRefused(send(ofLength(MODEST)))) {
                accepts(ofLength(LONG));
            }
            hasAsManyValues();
            hasItsType();
            hasItsDefault();
        }

        private void hasAsManyValues() {
            // What is required is no filter: it may take one value twice.
            if (whole.has("maxItems") && !definition.path("required").asBoolean()) {
                int most = whole.path("maxItems").asInt();
                String one = schema.at("/enum/0").asText(whole.at("/examples/0/0").asText());
                accepts(String.join(",", Collections.nCopies(most, one)));
                refuses(String.join(",", Collections.nCopies(most + 1, one)));
            }
        }

        private void hasItsType() {
            switch (schema.path("type").asText() + " " + schema.path("format").asText()) {
                case "integer int32" -> refuses(String.valueOf(Integer.MAX_VALUE + 1L));
                case "integer int64", "boolean ", "string uuid", "string date", "string date-time" -> refuses("x1");
                default -> {
                    // Any text is of the type.
                }
            }
        }

        private void hasItsDefault() {
            if (schema.has("default")) {
                HttpResponse<String> without = send(null);
                HttpResponse<String> with = send(schema.path("default").asText());
                assertTrue(without.statusCode() < 300, this + ": " + without.body());
                assertEquals(without.statusCode(), with.statusCode(), toString());
                // A feed has its own address in it.
                String address = "?" + name + "=" + schema.path("default").asText();
                assertEquals(steady(without), steady(with).replace(address, ""), toString());
                assertEquals(without.headers().firstValue("Content-Disposition"),
                        with.headers().firstValue("Content-Disposition"), toString());
            }
        }

        @Override
        public String toString() {
            return id() + " " + name;
        }
    }

    private static List<JsonNode> parameters(Operation operation) {
        return StreamSupport.stream(operation.definition().path("parameters").spliterator(), false).map(CONTRACT::resolve).toList();
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8).replace("+", "%20");
    }

    private static JsonNode json(HttpResponse<String> answer) {
        try {
            return JSON.readTree(answer.body());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String steady(HttpResponse<String> answer) {
        if (!answer.headers().firstValue("Content-Type").orElse("").contains("json")) {
            return answer.body();
        }
        JsonNode json = json(answer);
        ((ObjectNode) json).remove(VARYING);
        return json.toString();
    }

    @Test
    void the_values_of_parameters_are_what_the_contract_says() {
        sample.load();
        file = Pages.asAdmin().contentType("image/gif").body(GIF).queryParam("fileName", "a.gif").post("/api/v1/media")
                .then().statusCode(201).extract().path("id");
        webhook = Editing.post("/api/v1/webhooks", "{\"name\": \"Trang\", \"url\": \"https://www.example.vn/loa\"}").then().statusCode(201)
                .extract().path("id");
        Editing.published(Editing.object("{\"title\": \"Ảnh\", \"attachments\": [{\"id\": \"" + file + "\"}]}"));
        PublicCache.awaitChangeTimes();
        List<Executable> checks = new ArrayList<>();
        // Each answer of a job is another one: ImportJobTest and MergeTest have their parameters.
        CONTRACT.operations().filter(operation -> !operation.definition().path("operationId").asText().equals(STREAM))
                .forEach(operation -> parameters(operation).stream()
                        .map(parameter -> new Parameter(operation, parameter))
                        .filter(parameter -> !parameter.toString().equals("importPage dryRun") && !parameter.toString().contains("Import")
                                && !parameter.toString().startsWith("getExportReport"))
                        .forEach(parameter -> checks.add(parameter::holds)));
        assertTrue(checks.size() > 150, checks.size() + " parameters");
        assertAll(checks);
    }

    @Test
    void an_import_is_carried_out_unless_it_is_said_to_be_a_trial() {
        String page = Pages.news("Tin", "08:00:00 01-06-2024", "Nội dung.");
        assertEquals(201, Pages.page(page).post("/api/v1/imports").statusCode());
        assertEquals(409, Pages.page(page).queryParam("dryRun", false).post("/api/v1/imports").statusCode());
        assertEquals(400, Pages.page(page).queryParam("dryRun", "x").post("/api/v1/imports").statusCode());
    }
}

package vn.loa;

import static org.junit.jupiter.api.Assertions.assertAll;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assertions.fail;

import com.fasterxml.jackson.databind.BeanDescription;
import com.fasterxml.jackson.databind.JavaType;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.introspect.BeanPropertyDefinition;
import com.fasterxml.jackson.databind.util.NameTransformer;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.lang.reflect.Method;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.Type;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.StreamSupport;
import org.jboss.resteasy.reactive.RestResponse;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.function.Executable;
import vn.loa.json.StoredJson;
import vn.loa.support.OpenApiContract;
import vn.loa.support.ResourceMethods;

/** The schemas of openapi.yaml against the records that Jackson writes and reads: members, types, enumerations, both ways. */
@QuarkusTest
class ContractRecordsTest {

    private static final OpenApiContract CONTRACT = OpenApiContract.load();
    private static final String JSON = "application/json";
    /** Members of a record that is shown in several ways, which one of them never has. */
    private static final Map<String, Set<String>> NEVER_THERE = Map.of("Draft",
            Set.of("changeHistory", "views", "bodyBefore", "bodyAfter", "force"), "PreviewedArticle", Set.of("changeHistory", "views", "force"),
            "ImportedArticle", Set.of("changeHistory", "views", "bodyBefore", "bodyAfter", "force"));
    /** The records of operations whose methods return bytes or several forms. */
    private static final Map<String, String> ANSWERS = Map.of("getSection", "vn.loa.directive.SectionView",
            "getDirective", "vn.loa.article.read.DirectiveTextView", "getViewsHistory", "vn.loa.visitor.read.ViewsHistoryView",
            "getVisitorHistory", "vn.loa.visitor.read.VisitorHistoryView", "getJsonLd", "vn.loa.feed.NewsArticle",
            "getJsonFeed", "vn.loa.feed.JsonFeed", "resolve", "vn.loa.citation.ResolveResource$Resolution", "recordHit", "vn.loa.visitor.read.HitCounters", "streamVisitors", "",
            "getProblemType", "vn.loa.problem.ProblemPages$ProblemTypeView");
    /** The record that the body of a request is read as. */
    private static final Map<String, String> REQUESTS = Map.ofEntries(
            Map.entry("recordOldAddresses", "vn.loa.imports.legacy.OldAddressRequest"),
            Map.entry("createArticle", "vn.loa.article.edit.ContentRequest"),
            Map.entry("replaceDraft", "vn.loa.article.edit.ContentRequest"),
            Map.entry("changeDraft", "vn.loa.article.edit.ContentRequest"),
            Map.entry("publishArticle", "vn.loa.article.publish.PublishRequest"),
            Map.entry("withdrawArticle", "vn.loa.article.publish.WithdrawRequest"),
            Map.entry("removeArticle", "vn.loa.article.publish.RemoveRequest"),
            Map.entry("restoreRevision", "vn.loa.article.publish.RestoreRequest"),
            Map.entry("createSchedule", "vn.loa.article.schedule.ScheduleRequest"),
            Map.entry("callAgentTools", "vn.loa.mcp.McpMessage"),
            Map.entry("checkCitations", "vn.loa.citation.check.CheckRequest"),
            Map.entry("createPreview", "vn.loa.article.preview.PreviewResource$Request"),
            Map.entry("createKey", "vn.loa.access.KeyRequest"),
            Map.entry("createWebhook", "vn.loa.changes.webhook.WebhookRequest"),
            Map.entry("changeWebhook", "vn.loa.changes.webhook.WebhookRequest"),
            Map.entry("rotateWebhookSecret", "vn.loa.changes.webhook.RotationRequest"),
            Map.entry("replayWebhook", "vn.loa.changes.webhook.ReplayRequest"),
            Map.entry("createCategory", "vn.loa.category.CategoryRequest"),
            Map.entry("changeCategory", "vn.loa.category.CategoryRequest"),
            Map.entry("createEffect", "vn.loa.effect.edit.EffectRequest"),
            Map.entry("replaceEffect", "vn.loa.effect.edit.EffectRequest"),
            Map.entry("rejectEffect", "vn.loa.effect.edit.RejectionRequest"),
            Map.entry("recordHit", "vn.loa.visitor.hit.HitRequest"),
            Map.entry("putVisitorBase", "vn.loa.visitor.imported.ImportedTotalResource$ImportedTotal"),
            Map.entry("putVisitorDay", "vn.loa.visitor.read.HistoryResource$DayRequest"),
            Map.entry("createExport", "vn.loa.imports.export.ExportRequest"),
            Map.entry("putVisitorDays", "vn.loa.visitor.imported.DaysRequest"),
            Map.entry("putViewsOfMany", "vn.loa.visitor.imported.ViewsRequest"),
            Map.entry("putViewsBase", "vn.loa.visitor.read.ViewsResource$ViewCount"),
            Map.entry("putViewsDay", "vn.loa.visitor.read.ViewsResource$ViewCount"));

    @Inject
    ObjectMapper mapper;

    private final Set<String> compared = new HashSet<>();

    @Test
    void every_answer_has_the_members_of_its_record() {
        Map<String, Method> methods = methods();
        List<Executable> checks = new ArrayList<>();
        CONTRACT.operations().forEach(operation -> operation.definition().path("responses").fields().forEachRemaining(response -> {
            JsonNode content = CONTRACT.resolve(response.getValue()).path("content");
            content.fields().forEachRemaining(form -> {
                if (form.getKey().endsWith("json") && !form.getKey().endsWith("ndjson") && response.getKey().compareTo("400") < 0) {
                    checks.add(() -> compare(answer(operation, methods), form.getValue().path("schema"), operation + "", true));
                }
            });
        }));
        assertTrue(checks.size() > 40, checks.size() + " answers");
        assertAll(checks);
    }

    @Test
    void a_problem_has_the_members_of_its_record() {
        JsonNode schema = CONTRACT.document().at("/components/schemas/Problem/properties/errors");
        compare(mapper.constructType(vn.loa.problem.Problem.FieldError.class), schema.path("items"), "errors", true);
    }

    @Test
    void every_body_has_the_members_of_the_record_that_it_is_read_as() {
        Set<String> withJson = new TreeSet<>();
        List<Executable> checks = new ArrayList<>();
        CONTRACT.operations().forEach(operation -> operation.definition().at("/requestBody/content").fields()
                .forEachRemaining(form -> {
                    if (form.getKey().endsWith("json") && !form.getKey().endsWith("ndjson")) {
                        String id = operation.definition().path("operationId").asText();
                        withJson.add(id);
                        checks.add(() -> compare(mapper.constructType(Class.forName(REQUESTS.get(id))),
                                form.getValue().path("schema"), operation + " body", false));
                    }
                }));
        assertEquals(REQUESTS.keySet(), withJson);
        assertAll(checks);
    }

    private JavaType answer(OpenApiContract.Operation operation, Map<String, Method> methods) throws ClassNotFoundException {
        String named = ANSWERS.get(operation.definition().path("operationId").asText());
        if (named != null) {
            return mapper.constructType(Class.forName(named));
        }
        Type type = methods.get(operation.method().toUpperCase(java.util.Locale.ROOT) + " " + operation.path()).getGenericReturnType();
        return mapper.constructType(type instanceof ParameterizedType generic && generic.getRawType() == RestResponse.class
                ? generic.getActualTypeArguments()[0] : type);
    }

    /** The JSON form, where there are several. */
    private static Map<String, Method> methods() {
        Map<String, Method> methods = new LinkedHashMap<>();
        ResourceMethods.byAddress().forEach((address, forms) -> forms.stream().map(ResourceMethods.ResourceMethod::method)
                .filter(method -> !method.getGenericReturnType().getTypeName().contains("<java.lang.String>"))
                .forEach(method -> methods.put(address, method)));
        return methods;
    }

    private void compare(JavaType type, JsonNode used, String place, boolean written) {
        String name = used.path("$ref").asText().replaceAll(".*/", "");
        if (!name.isEmpty() && !compared.add(name + type + written)) {
            return;
        }
        JsonNode schema = withoutNull(CONTRACT.resolve(used));
        String at = place + (name.isEmpty() ? "" : " (" + name + ")");
        if (type.hasRawClass(StoredJson.class)) {
            // Was written as another record, which other answers have.
            return;
        }
        if (type.isCollectionLikeType()) {
            assertKind("array", schema, type, at);
            compare(type.getContentType(), schema.path("items"), at + "[]", written);
        } else if (type.isMapLikeType()) {
            assertKind("object", schema, type, at);
        } else if (type.isEnumType()) {
            assertEnum(type, schema, at);
        } else if (type.isPrimitive() || type.getRawClass().getName().startsWith("java.")) {
            assertScalar(type.getRawClass(), schema, at);
        } else {
            assertKind("object", schema, type, at);
            compareMembers(type, schema, name, at, written);
        }
    }

    /** The other choice of a reference that may be null. */
    private static JsonNode withoutNull(JsonNode schema) {
        return schema.has("anyOf") ? StreamSupport.stream(schema.path("anyOf").spliterator(), false)
                .filter(choice -> !choice.path("type").asText().equals("null")).map(CONTRACT::resolve).findFirst().orElseThrow()
                : schema;
    }

    private void compareMembers(JavaType type, JsonNode schema, String name, String at, boolean written) {
        Map<String, JavaType> members = members(type, written);
        Set<String> declared = new TreeSet<>();
        schema.path("properties").fieldNames().forEachRemaining(declared::add);
        Set<String> expected = new TreeSet<>(members.keySet());
        expected.removeAll(NEVER_THERE.getOrDefault(name, Set.of()));
        assertEquals(expected, declared, at);
        members.forEach((member, memberType) -> {
            if (declared.contains(member)) {
                compare(memberType, schema.path("properties").path(member), at + "/" + member, written);
            }
        });
    }

    /** The members that Jackson writes or reads, including those of unwrapped members. */
    private Map<String, JavaType> members(JavaType type, boolean written) {
        BeanDescription bean = written ? mapper.getSerializationConfig().introspect(type)
                : mapper.getDeserializationConfig().introspect(type);
        Map<String, JavaType> members = new LinkedHashMap<>();
        for (BeanPropertyDefinition property : bean.findProperties()) {
            if (written ? property.couldSerialize() : property.couldDeserialize()) {
                NameTransformer unwrapped = mapper.getSerializationConfig().getAnnotationIntrospector()
                        .findUnwrappingNameTransformer(property.getPrimaryMember());
                if (unwrapped != null) {
                    members.putAll(members(property.getPrimaryType(), written));
                } else if (bean.findAnyGetter() == null || !bean.findAnyGetter().getName().equals(property.getInternalName())) {
                    members.put(property.getName(), property.getPrimaryType());
                }
            }
        }
        return members;
    }

    private void assertEnum(JavaType type, JsonNode schema, String at) {
        Set<String> words = Arrays.stream(type.getRawClass().getEnumConstants())
                .map(constant -> mapper.convertValue(constant, String.class)).collect(Collectors.toSet());
        Set<String> declared = StreamSupport.stream(schema.path("enum").spliterator(), false).map(JsonNode::asText)
                .collect(Collectors.toSet());
        // An article that the public reads is in two of the states.
        assertTrue(words.containsAll(declared) && (words.equals(declared) || declared.equals(Set.of("published", "withdrawn"))),
                at + " " + words + " " + declared);
    }

    private static void assertScalar(Class<?> type, JsonNode schema, String at) {
        if (type == Object.class) {
            return;
        }
        String declared = kind(schema) + (schema.has("format") ? " " + schema.path("format").asText() : "");
        String expected = type == UUID.class ? "string uuid" : type == Instant.class ? "string date-time"
                : type == LocalDate.class ? "string date" : type == int.class || type == Integer.class ? "integer int32"
                : type == long.class || type == Long.class ? "integer int64"
                : type == boolean.class || type == Boolean.class ? "boolean" : CharSequence.class.isAssignableFrom(type) ? "string"
                : fail(at + " is of " + type);
        assertTrue(declared.equals(expected) || expected.equals("string") && declared.startsWith("string"), at + " is " + declared
                + ", and the record has " + expected);
        assertTrue(!type.isPrimitive() || !isNullable(schema), at + " cannot be null");
    }

    private static void assertKind(String kind, JsonNode schema, JavaType type, String at) {
        assertEquals(kind, kind(schema), at + " is a " + type);
    }

    private static boolean isNullable(JsonNode schema) {
        return schema.path("type").isArray();
    }

    private static String kind(JsonNode schema) {
        return isNullable(schema) ? schema.path("type").path(0).asText() : schema.path("type").asText();
    }
}

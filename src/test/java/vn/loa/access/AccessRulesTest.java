package vn.loa.access;

import static org.junit.jupiter.api.Assertions.assertAll;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.quarkus.resteasy.reactive.server.runtime.ResteasyReactiveRecorder;
import io.quarkus.test.junit.QuarkusTest;
import java.net.http.HttpResponse;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jboss.resteasy.reactive.server.mapping.RuntimeResource;
import org.jboss.resteasy.reactive.server.util.RuntimeResourceVisitor;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.function.Executable;
import vn.loa.http.Roles;
import vn.loa.support.Keys;
import vn.loa.support.OpenApiContract;
import vn.loa.support.OpenApiContract.Operation;
import vn.loa.support.PlainHttp;

/** The callers that each operation admits. The operations are the contract's, so that none can be forgotten. */
@QuarkusTest
class AccessRulesTest {

    /** The writes that need no key, and what only reads but has a body. A new one must be added here. A key may still be sent. */
    private static final Set<String> PUBLIC_WRITES = Set.of("recordHit", "checkCitations", "callAgentTools");

    @Test
    void every_write_needs_a_role() {
        assertAll(operations().filter(operation -> !operation.method().equals("get"))
                .filter(operation -> !PUBLIC_WRITES.contains(id(operation)))
                .map(operation -> () -> assertFalse(roles(operation).isEmpty(), operation + " needs no role")));
    }

    @Test
    void roles_are_known_ones() {
        assertAll(securedOperations().map(operation -> () ->
                assertTrue(Roles.EDITORIAL.containsAll(roles(operation)) && roles(operation).size() <= 1, operation + "")));
    }

    /** The tests walk over the operations of the contract, so an operation that it lacks would not be tested. */
    @Test
    void every_route_that_writes_is_in_the_contract() {
        Set<String> inContract = operations()
                .map(operation -> operation.method().toUpperCase() + " " + template(operation.path()))
                .collect(Collectors.toSet());
        Set<String> forgotten = new TreeSet<>();
        RuntimeResourceVisitor.visitRuntimeResources(null, ResteasyReactiveRecorder.getCurrentDeployment().getClassMappers(),
                new RuntimeResourceVisitor() {
                    @Override
                    public void visitRuntimeResource(String method, String path, RuntimeResource resource) {
                        String route = method + " " + template(path);
                        if (!"GET".equals(method) && !inContract.contains(route)) {
                            forgotten.add(route);
                        }
                    }
                });
        assertEquals(Set.of(), forgotten);
    }

    private static String template(String path) {
        return path.replaceAll("\\{[^}]+}", "{}").replaceAll("/+$", "");
    }

    @Test
    void an_anonymous_caller_is_refused() {
        assertAll(securedOperations().map(operation -> () -> assertRefused(operation, null, 401, "unauthorized")));
    }

    @Test
    void a_caller_with_an_unknown_key_is_refused() {
        assertAll(securedOperations().map(operation -> () -> {
            assertRefused(operation, "loa_unknown", 401, "unauthorized");
            assertRefused(operation, "aaaa.bbbb.cccc", 401, "unauthorized");
        }));
    }

    @Test
    void a_caller_with_too_small_a_role_is_refused() {
        Map<String, String> keys = oneKeyOfEachRole();
        assertAll(securedOperations().filter(operation -> !roles(operation).isEmpty()).map(operation -> () -> {
            int needed = Roles.EDITORIAL.indexOf(roles(operation).get(0));
            for (String smaller : Roles.EDITORIAL.subList(0, needed)) {
                assertRefused(operation, keys.get(smaller), 403, "forbidden");
            }
        }));
    }

    @Test
    void a_caller_with_the_role_is_let_in() {
        Map<String, String> keys = oneKeyOfEachRole();
        assertAll(securedOperations().map(operation -> () -> {
            List<String> enough = roles(operation).isEmpty() ? Roles.EDITORIAL
                    : Roles.EDITORIAL.subList(Roles.EDITORIAL.indexOf(roles(operation).get(0)), Roles.EDITORIAL.size());
            for (String role : enough) {
                int status = send(operation, pathWithIds(operation), keys.get(role), null, "").statusCode();
                assertTrue(status != 401 && status != 403, operation + " as " + role + " " + status);
            }
        }));
    }

    private static Map<String, String> oneKeyOfEachRole() {
        return Roles.EDITORIAL.stream().collect(Collectors.toMap(role -> role, role -> Keys.make("the " + role, role)));
    }

    /** The refusal comes first, whatever else is wrong with the request: a caller without the role learns nothing about the operation. */
    private static void assertRefused(Operation operation, String key, int status, String code) {
        String path = pathWithIds(operation);
        List<Executable> checks = new ArrayList<>();
        for (String body : List.of("", "{not json", "<html>")) {
            checks.add(() -> {
                HttpResponse<String> answer = send(operation, path, key, "application/json", body);
                assertProblem(status, answer);
                assertEquals(code, OpenApiContract.load().read(answer.body()).path("code").asText());
            });
        }
        for (String type : bodyTypes(operation)) {
            checks.add(() -> assertProblem(status, send(operation, path, key, type.isEmpty() ? null : type, "{}")));
        }
        checks.add(() -> assertEquals(status, send(operation, path + "?no-such-parameter=1", key, null, "").statusCode()));
        checks.add(() -> assertEquals(status, send(operation, operation.path().replaceAll("\\{[^}]+}", "nonsense"), key,
                null, "").statusCode()));
        assertAll(operation.toString(), checks);
    }

    private static void assertProblem(int status, HttpResponse<String> answer) {
        assertEquals(status, answer.statusCode(), answer.body());
        assertEquals("application/problem+json", answer.headers().firstValue("Content-Type").orElse(""));
    }

    private static List<String> bodyTypes(Operation operation) {
        Set<String> types = new HashSet<>(List.of("", "application/json", "application/x-unheard-of"));
        operation.definition().path("requestBody").path("content").fieldNames().forEachRemaining(types::add);
        return List.copyOf(types);
    }

    private static HttpResponse<String> send(Operation operation, String path, String key, String type, String body) {
        List<String> headers = new ArrayList<>();
        if (key != null) {
            headers.addAll(List.of("Authorization", "Bearer " + key));
        }
        if (type != null) {
            headers.addAll(List.of("Content-Type", type));
        }
        return PlainHttp.send(operation.method().toUpperCase(Locale.ROOT), path, body, headers.toArray(String[]::new));
    }

    private static String pathWithIds(Operation operation) {
        return operation.path().replaceAll("\\{[^}]+}", UUID.randomUUID().toString());
    }

    private static Stream<Operation> securedOperations() {
        return operations().filter(operation -> operation.definition().at("/security/0").has("bearer"));
    }

    private static Stream<Operation> operations() {
        return OpenApiContract.load().operations();
    }

    private static String id(Operation operation) {
        return operation.definition().path("operationId").asText();
    }

    private static List<String> roles(Operation operation) {
        return operation.roles();
    }
}

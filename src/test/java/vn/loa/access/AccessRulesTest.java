package vn.loa.access;

import static io.restassured.RestAssured.given;
import static org.hamcrest.Matchers.equalTo;
import static org.junit.jupiter.api.Assertions.assertAll;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import io.quarkus.resteasy.reactive.server.runtime.ResteasyReactiveRecorder;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.specification.RequestSpecification;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jboss.resteasy.reactive.server.mapping.RuntimeResource;
import org.jboss.resteasy.reactive.server.util.RuntimeResourceVisitor;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.function.Executable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import vn.loa.http.Roles;
import vn.loa.support.Keys;
import vn.loa.support.OpenApiContract;
import vn.loa.support.OpenApiContract.Operation;

/** Who is let in where. The routes are the contract's, so that no route can be forgotten. */
@QuarkusTest
class AccessRulesTest {

    /** Writes that everybody may do. Whoever adds one says so here. */
    private static final Set<String> PUBLIC_WRITES = Set.of("recordHit");

    @Test
    void every_write_needs_a_role() {
        assertAll(operations().filter(operation -> !operation.method().equals("get"))
                .filter(operation -> !PUBLIC_WRITES.contains(id(operation)))
                .map(operation -> () -> assertFalse(roles(operation).isEmpty(), operation + " needs no role")));
    }

    @Test
    void roles_are_known_ones() {
        assertAll(operations().map(operation -> () ->
                assertTrue(Roles.EDITORIAL.containsAll(roles(operation)) && roles(operation).size() <= 1, operation + "")));
    }

    /** What the contract does not have, nobody would test. */
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

    @ParameterizedTest
    @MethodSource("securedOperations")
    void an_anonymous_caller_is_refused(Operation operation) {
        assertRefused(operation, () -> given(), 401, "unauthorized");
    }

    @ParameterizedTest
    @MethodSource("securedOperations")
    void a_caller_with_an_unknown_key_is_refused(Operation operation) {
        assertRefused(operation, () -> Keys.showing("loa_unknown"), 401, "unauthorized");
        assertRefused(operation, () -> Keys.showing("aaaa.bbbb.cccc"), 401, "unauthorized");
    }

    @ParameterizedTest
    @MethodSource("securedOperations")
    void a_caller_with_too_small_a_role_is_refused(Operation operation) {
        if (roles(operation).isEmpty()) {
            return;
        }
        int needed = Roles.EDITORIAL.indexOf(roles(operation).get(0));
        for (String smaller : Roles.EDITORIAL.subList(0, needed)) {
            String key = Keys.make(smaller + " " + UUID.randomUUID(), smaller);
            assertRefused(operation, () -> Keys.showing(key), 403, "forbidden");
        }
    }

    @ParameterizedTest
    @MethodSource("securedOperations")
    void a_caller_with_the_role_is_let_in(Operation operation) {
        List<String> enough = roles(operation).isEmpty() ? Roles.EDITORIAL
                : Roles.EDITORIAL.subList(Roles.EDITORIAL.indexOf(roles(operation).get(0)), Roles.EDITORIAL.size());
        for (String role : enough) {
            int status = send(operation, Keys.as(role).noContentType(), pathWithIds(operation));
            assertTrue(status != 401 && status != 403, operation + " as " + role + " " + status);
        }
    }

    /** Whatever else is wrong with the request: a stranger learns nothing of what is behind the door. */
    private static void assertRefused(Operation operation, Supplier<RequestSpecification> caller, int status, String code) {
        String path = pathWithIds(operation);
        List<Executable> checks = new ArrayList<>();
        for (String body : List.of("", "{not json", "<html>")) {
            RequestSpecification request = caller.get().contentType("application/json");
            RequestSpecification whole = body.isEmpty() ? request : request.body(body.getBytes());
            checks.add(() -> whole.request(operation.method(), path).then()
                    .statusCode(status).contentType("application/problem+json").body("code", equalTo(code)));
        }
        for (String type : bodyTypes(operation)) {
            RequestSpecification request = caller.get().body("{}".getBytes());
            RequestSpecification whole = type.isEmpty() ? request.noContentType() : request.contentType(type);
            checks.add(() -> whole.request(operation.method(), path).then()
                    .statusCode(status).contentType("application/problem+json"));
        }
        checks.add(() -> caller.get().noContentType().queryParam("no-such-parameter", 1).request(operation.method(), path)
                .then().statusCode(status));
        checks.add(() -> caller.get().noContentType().request(operation.method(), operation.path()
                .replaceAll("\\{[^}]+}", "nonsense")).then().statusCode(status));
        assertAll(operation.toString(), checks);
    }

    private static List<String> bodyTypes(Operation operation) {
        Set<String> types = new HashSet<>(List.of("", "application/json", "application/x-unheard-of"));
        operation.definition().path("requestBody").path("content").fieldNames().forEachRemaining(types::add);
        return List.copyOf(types);
    }

    private static int send(Operation operation, RequestSpecification request, String path) {
        return request.request(operation.method(), path).statusCode();
    }

    private static String pathWithIds(Operation operation) {
        return operation.path().replaceAll("\\{[^}]+}", UUID.randomUUID().toString());
    }

    static Stream<Operation> securedOperations() {
        return operations().filter(operation -> operation.definition().has("security"));
    }

    private static Stream<Operation> operations() {
        return OpenApiContract.load().operations();
    }

    private static String id(Operation operation) {
        return operation.definition().path("operationId").asText();
    }

    private static List<String> roles(Operation operation) {
        List<String> roles = new ArrayList<>();
        for (JsonNode requirement : operation.definition().path("security")) {
            requirement.path("bearer").forEach(role -> roles.add(role.asText()));
        }
        return roles;
    }
}

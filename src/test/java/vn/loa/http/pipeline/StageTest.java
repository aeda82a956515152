package vn.loa.http.pipeline;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static org.junit.jupiter.api.Assertions.assertEquals;

import com.tngtech.archunit.core.domain.JavaAccess;
import com.tngtech.archunit.core.domain.JavaAnnotation;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.domain.JavaMethod;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import io.quarkus.vertx.http.runtime.filters.Filters;
import io.vertx.core.Vertx;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import jakarta.ws.rs.container.ContainerRequestFilter;
import jakarta.ws.rs.container.ContainerResponseFilter;
import jakarta.ws.rs.ext.ReaderInterceptor;
import jakarta.ws.rs.ext.WriterInterceptor;
import java.lang.annotation.Annotation;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.stream.Stream;
import org.jboss.resteasy.reactive.server.ServerRequestFilter;
import org.jboss.resteasy.reactive.server.ServerResponseFilter;
import org.junit.jupiter.api.Test;

/** Nothing happens to a request before a resource sees it that the list of stages does not name. */
@AnalyzeClasses(packages = "vn.loa", importOptions = ImportOption.DoNotIncludeTests.class)
class StageTest {

    private static final Set<Stage> OF_QUARKUS =
            EnumSet.of(Stage.QUARKUS_CORS, Stage.QUARKUS_AUTHENTICATION, Stage.QUARKUS_AUTHORIZATION);
    private static final Set<Stage> OF_REST_IN = EnumSet.range(Stage.CALLER_CHECK, Stage.QUERY_PARAMETERS);
    private static final Set<Stage> OF_REST_OUT = EnumSet.range(Stage.STORED_TYPE, Stage.CACHED_ANSWER);

    private static List<Integer> priorities(Set<Stage> stages) {
        return stages.stream().map(Stage::priority).toList();
    }

    @Test
    void filters_of_the_resources_are_numbered_in_the_order_of_the_list() {
        assertOrdered(OF_REST_IN, Comparator.naturalOrder());
        assertOrdered(OF_REST_OUT, Comparator.reverseOrder());
    }

    private static void assertOrdered(Set<Stage> stages, Comparator<Integer> order) {
        assertEquals(priorities(stages).stream().distinct().sorted(order).toList(), priorities(stages));
    }

    /** The router has Quarkus's filters where Quarkus puts them, and is given the handlers in another order. */
    @Test
    void a_request_passes_the_stages_in_the_order_of_the_list() throws Exception {
        Set<Stage> stages = EnumSet.range(Stage.METRICS, Stage.CONTENT_NEGOTIATION);
        List<Stage> passed = new CopyOnWriteArrayList<>();
        Vertx vertx = Vertx.vertx();
        try {
            Router router = Router.router(vertx);
            OF_QUARKUS.forEach(stage -> router.route().order(-stage.priority()).handler(new Passing(stage, passed)));
            List<StageHandler> handlers = new ArrayList<>();
            stages.stream().filter(stage -> !OF_QUARKUS.contains(stage))
                    .forEach(stage -> handlers.add(0, new Passing(stage, passed)));
            new RequestPipeline().register(router, handlers);
            router.route().last().handler(context -> context.response().end());
            int port = vertx.createHttpServer().requestHandler(router).listen(0, "127.0.0.1").toCompletionStage()
                    .toCompletableFuture().get().actualPort();
            HttpClient.newHttpClient().send(HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + "/anything")).build(),
                    HttpResponse.BodyHandlers.discarding());
        } finally {
            vertx.close().toCompletionStage().toCompletableFuture().get();
        }
        assertEquals(List.copyOf(stages), passed);
    }

    private record Passing(Stage stage, List<Stage> passed) implements StageHandler {

        @Override
        public void handle(RoutingContext context) {
            passed.add(stage);
            context.next();
        }
    }

    @ArchTest
    static void every_stage_has_its_handler(JavaClasses all) {
        TreeMap<Stage, List<String>> handlers = new TreeMap<>();
        all.stream().filter(type -> type.isAssignableTo(StageHandler.class) && !type.isInterface())
                .forEach(type -> handlers.computeIfAbsent(stageOf(type), stage -> new ArrayList<>()).add(type.getSimpleName()));
        assertEquals(EnumSet.complementOf(EnumSet.copyOf(union(OF_QUARKUS, OF_REST_IN, OF_REST_OUT))), handlers.keySet());
        assertEquals(List.of("CacheHits", "HitFastPath"), handlers.remove(Stage.FAST_PATHS).stream().sorted().toList());
        handlers.forEach((stage, types) -> assertEquals(1, types.size(), stage + ": " + types));
    }

    private static Stage stageOf(JavaClass handler) {
        return handler.getMethod("stage").getFieldAccesses().stream().map(JavaAccess::getTarget)
                .map(field -> Stage.valueOf(field.getName())).findFirst().orElseThrow();
    }

    @SafeVarargs
    private static Set<Stage> union(Set<Stage>... sets) {
        Set<Stage> all = EnumSet.noneOf(Stage.class);
        Arrays.stream(sets).forEach(all::addAll);
        return all;
    }

    @ArchTest
    static void every_filter_of_the_resources_is_in_the_list(JavaClasses all) {
        assertEquals(priorities(OF_REST_IN), restFilters(all, ServerRequestFilter.class).sorted().toList());
        assertEquals(priorities(OF_REST_OUT).stream().sorted().toList(), restFilters(all, ServerResponseFilter.class).sorted().toList());
    }

    private static Stream<Integer> restFilters(JavaClasses all, Class<? extends Annotation> kind) {
        return all.stream().flatMap(type -> type.getMethods().stream()).filter(method -> method.isAnnotatedWith(kind))
                .map(method -> (Integer) annotation(method, kind).get("priority").orElseThrow());
    }

    private static JavaAnnotation<JavaMethod> annotation(JavaMethod method, Class<? extends Annotation> kind) {
        return method.getAnnotationOfType(kind.getName());
    }

    /** The pages of {@code app.pages} have routes of their own paths, behind the stages; so has what closes the door of the tools. */
    @ArchTest
    static void nothing_else_stands_before_the_resources(JavaClasses all) {
        noClasses().should().dependOnClassesThat().areAssignableTo(Filters.class).check(all);
        noClasses().that().doNotHaveFullyQualifiedName(RequestPipeline.class.getName())
                .and().doNotHaveFullyQualifiedName(FallbackProblems.class.getName()).and().resideOutsideOfPackage("vn.loa.app.pages")
                .and().doNotHaveFullyQualifiedName("vn.loa.mcp.SwitchedOff")
                .should().dependOnClassesThat().areAssignableTo(Router.class).check(all);
        for (Class<?> other : List.of(ContainerRequestFilter.class, ContainerResponseFilter.class, ReaderInterceptor.class,
                WriterInterceptor.class)) {
            noClasses().should().beAssignableTo(other).check(all);
        }
    }
}

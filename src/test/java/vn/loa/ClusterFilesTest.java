package vn.loa;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.introspect.Annotated;
import com.fasterxml.jackson.databind.introspect.JacksonAnnotationIntrospector;
import io.fabric8.kubernetes.api.model.ConfigMap;
import io.fabric8.kubernetes.api.model.Service;
import io.fabric8.kubernetes.api.model.apps.Deployment;
import io.fabric8.kubernetes.api.model.apps.StatefulSet;
import io.fabric8.kubernetes.api.model.networking.v1.NetworkPolicy;
import io.fabric8.kubernetes.api.model.policy.v1.PodDisruptionBudget;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.yaml.snakeyaml.Yaml;
import vn.loa.support.Guide;

/**
 * The manifests for Kubernetes and the compose file of src/cluster: each has no member that its schema does not have, and what one
 * of them names is there. The schema of the operator's own resource (Cluster) is in no package, so that one is only looked into.
 * The schema of compose files is in a package of npm, which src/test/cluster has.
 */
class ClusterFilesTest {

    private static final Path FILES = Path.of("src", "cluster");
    private static final ObjectMapper JSON = new ObjectMapper();
    /** By apiVersion and kind. */
    private static final Map<String, Class<?>> KINDS = Map.of(
            "apps/v1 Deployment", Deployment.class, "apps/v1 StatefulSet", StatefulSet.class, "v1 Service", Service.class,
            "v1 ConfigMap", ConfigMap.class, "policy/v1 PodDisruptionBudget", PodDisruptionBudget.class,
            "networking.k8s.io/v1 NetworkPolicy", NetworkPolicy.class);
    private static final String DATABASE = "postgresql.cnpg.io/v1 Cluster";

    private static List<JsonNode> manifests;
    private static JsonNode compose;

    @BeforeAll
    static void read() throws IOException {
        manifests = new ArrayList<>();
        try (Stream<Path> files = Files.list(FILES.resolve("kubernetes"))) {
            for (Path file : files.sorted().toList()) {
                new Yaml().loadAll(Files.readString(file)).forEach(manifest -> manifests.add(JSON.valueToTree(manifest)));
            }
        }
        compose = JSON.valueToTree(new Yaml().<Object>load(Files.readString(FILES.resolve("compose.yaml"))));
    }

    @Test
    void manifests_have_the_members_that_kubernetes_knows() throws IOException {
        ObjectMapper strict = new ObjectMapper().enable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
                .setAnnotationIntrospector(new JacksonAnnotationIntrospector() {
                    @Override
                    public Boolean hasAnySetter(Annotated member) {
                        return false;
                    }
                });
        for (JsonNode manifest : manifests) {
            String kind = manifest.path("apiVersion").asText() + " " + manifest.path("kind").asText();
            if (!kind.equals(DATABASE)) {
                assertTrue(KINDS.containsKey(kind), kind);
                strict.treeToValue(manifest, KINDS.get(kind));
            }
        }
        assertEquals(1, manifests("Cluster").size());
    }

    @Test
    void selectors_lead_to_pods() {
        List<JsonNode> pods = Stream.concat(manifests("Deployment").stream(), manifests("StatefulSet").stream()).toList();
        Set<String> labels = new TreeSet<>(Set.of("{\"cnpg.io/cluster\":\"loa-db\"}"));
        for (JsonNode pod : pods) {
            labels.add(pod.at("/spec/template/metadata/labels").toString());
            assertEquals(pod.at("/spec/template/metadata/labels"), pod.at("/spec/selector/matchLabels"));
        }
        for (JsonNode manifest : manifests) {
            for (JsonNode selector : manifest.findValues("podSelector")) {
                assertTrue(labels.contains(selector.path("matchLabels").toString()), selector.toString());
            }
        }
        manifests("PodDisruptionBudget").forEach(budget -> assertTrue(labels.contains(budget.at("/spec/selector/matchLabels").toString())));
        for (JsonNode service : manifests("Service")) {
            String selector = service.at("/spec/selector").toString();
            assertTrue(labels.contains(selector) || selector.equals("{\"cnpg.io/instanceName\":\"" + name(service) + "\"}"), selector);
        }
    }

    @Test
    void a_pod_of_loa_is_asked_what_it_answers_and_may_take_its_time_to_stop() {
        JsonNode pod = manifests("Deployment").get(0).at("/spec/template/spec");
        JsonNode container = pod.at("/containers/0");
        assertEquals("/q/health/ready", container.at("/readinessProbe/httpGet/path").asText());
        for (String probe : List.of("startupProbe", "livenessProbe")) {
            assertEquals("/q/health/live", container.at("/" + probe + "/httpGet/path").asText());
        }
        assertTrue(pod.path("terminationGracePeriodSeconds").asInt() > seconds(environment(container), "QUARKUS_SHUTDOWN_DELAY")
                + seconds(environment(container), "QUARKUS_SHUTDOWN_TIMEOUT"));
        // The balancer has noticed before Loa stops listening.
        assertTrue(container.at("/readinessProbe/periodSeconds").asInt() * container.at("/readinessProbe/failureThreshold").asInt()
                < seconds(environment(container), "QUARKUS_SHUTDOWN_DELAY"));
    }

    private static long seconds(JsonNode environment, String name) {
        return Duration.parse("PT" + environment.path(name).asText()).toSeconds();
    }

    @Test
    void what_loa_is_told_exists() throws IOException {
        JsonNode kubernetes = environment(manifests("Deployment").get(0).at("/spec/template/spec/containers/0"));
        List<String> services = manifests("Service").stream().map(ClusterFilesTest::name).toList();
        for (String host : kubernetes.path("LOA_REPLICA_URL").asText().replaceAll("jdbc:postgresql://|/loa", "").split(",")) {
            assertTrue(services.contains(host.replace(":5432", "")), host);
        }
        int nodes = manifests("Cluster").get(0).at("/spec/instances").asInt();
        assertEquals(nodes, services.stream().filter(name -> name.matches("loa-db-\\d")).count());
        JsonNode varnish = manifests("StatefulSet").get(0);
        for (String edge : kubernetes.path("LOA_EDGE_VARNISH").asText().split(",")) {
            assertTrue(edge.matches("http://varnish-[0-" + (varnish.at("/spec/replicas").asInt() - 1) + "]\\.varnish:6082/"), edge);
        }
        JsonNode composed = compose.at("/services/loa1/environment");
        for (String host : composed.path("LOA_REPLICA_URL").asText().replaceAll("jdbc:postgresql://|/loa", "").split(",")) {
            assertTrue(compose.path("services").has(host), host);
        }
        String settings = Files.readString(Path.of("src", "docs", "configuration.md"));
        for (JsonNode environment : List.of(kubernetes, composed)) {
            environment.fieldNames().forEachRemaining(name -> assertTrue(settings.contains("`" + name + "`"), name));
        }
    }

    @Test
    void varnish_is_told_what_the_guide_tells() throws IOException {
        String told = manifests("ConfigMap").get(0).at("/data/default.vcl").asText();
        String guide = Files.readString(Path.of("src", "docs", "edge", "bans.vcl")).replace(".host = \"127.0.0.1\"", ".host = \"loa\"");
        assertTrue(told.startsWith(guide), told);
        String tried = Files.readString(FILES.resolve("front.vcl"));
        assertTrue(tried.endsWith(told.substring(guide.length())), "a lost instance is invisible as in the script");
    }

    @Test
    void what_the_compose_file_mounts_and_waits_for_is_there() {
        JsonNode services = compose.path("services");
        for (JsonNode service : services) {
            service.path("depends_on").forEach(other -> assertTrue(services.has(other.asText()), other.asText()));
            service.path("volumes").forEach(volume -> {
                String source = volume.asText().split(":")[0];
                assertTrue(source.startsWith(".") ? Files.exists(FILES.resolve(source)) : compose.path("volumes").has(source), source);
            });
        }
    }

    @Test
    void the_guide_names_the_files() throws IOException {
        String guide = String.join("\n", Guide.read(Path.of("src", "docs", "cluster.md")).lines());
        try (Stream<Path> files = Files.walk(FILES)) {
            for (Path file : files.filter(file -> file.toString().matches(".*\\.(yaml|yml|cfg|vcl|sh)")).toList()) {
                assertTrue(guide.contains(file.getFileName().toString()), file.toString());
            }
        }
    }

    private static List<JsonNode> manifests(String kind) {
        return manifests.stream().filter(manifest -> manifest.path("kind").asText().equals(kind)).toList();
    }

    private static String name(JsonNode manifest) {
        return manifest.at("/metadata/name").asText();
    }

    /** The variables of a container; one from a secret is an empty text. */
    private static JsonNode environment(JsonNode container) {
        var variables = JSON.createObjectNode();
        StreamSupport.stream(container.path("env").spliterator(), false)
                .forEach(variable -> variables.put(variable.path("name").asText(), variable.path("value").asText()));
        return variables;
    }
}

package vn.loa;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import vn.loa.support.LocalServer;

/** Each alert for operators fires when it should, and does not when it should not: by Prometheus's own test of rules. */
class AlertsTest {

    private static final Path RULES = Path.of("src", "docs", "monitoring", "alerts.yml");
    private static final Path CASES = Path.of("src", "test", "resources", "monitoring", "alerts.yml");

    @Test
    void each_alert_has_a_case_in_which_it_fires_and_one_in_which_it_does_not() throws IOException {
        Set<String> alerts = new TreeSet<>();
        read(RULES).findValues("alert").forEach(name -> alerts.add(name.asText()));
        Set<String> fires = new TreeSet<>();
        Set<String> silent = new TreeSet<>();
        for (JsonNode test : read(CASES).path("tests")) {
            test.path("alert_rule_test").forEach(each ->
                    (each.path("exp_alerts").isEmpty() ? silent : fires).add(each.path("alertname").asText()));
        }
        assertTrue(alerts.size() > 6, alerts.toString());
        assertEquals(alerts, fires);
        assertEquals(alerts, silent);
    }

    @Test
    void prometheus_finds_every_case_to_be_so() throws Exception {
        LocalServer.needs("promtool");
        Process promtool = new ProcessBuilder("promtool", "test", "rules", CASES.toString()).redirectErrorStream(true).start();
        String said = new String(promtool.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertTrue(promtool.waitFor(1, TimeUnit.MINUTES));
        assertEquals(0, promtool.exitValue(), said);
    }

    private static JsonNode read(Path file) throws IOException {
        return new YAMLMapper().readTree(file.toFile());
    }
}

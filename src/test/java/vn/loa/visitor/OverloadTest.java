package vn.loa.visitor;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import jakarta.inject.Inject;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.sql.Connection;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import javax.sql.DataSource;
import org.junit.jupiter.api.Test;
import vn.loa.support.TightSettings;
import vn.loa.visitor.count.Tables;

/** More hits than can be stored: ten wait. */
@QuarkusTest
@TestProfile(TightSettings.class)
class OverloadTest {

    @Inject
    DataSource database;

    @Test
    void hits_that_do_not_fit_into_the_queue_are_refused_and_the_others_are_stored() throws Exception {
        HttpClient http = HttpClient.newHttpClient();
        List<CompletableFuture<HttpResponse<String>>> answers = new ArrayList<>();
        try (Connection connection = database.getConnection()) {
            connection.setAutoCommit(false);
            // Nothing can be stored while this lock is held.
            connection.createStatement().execute("lock table site_hour in access exclusive mode");
            for (int n = 0; n < 60; n++) {
                answers.add(http.sendAsync(HttpRequest.newBuilder(URI.create("http://localhost:"
                                + io.restassured.RestAssured.port + "/api/v1/hits")).header("User-Agent", "Firefox " + n)
                        // Each from a network of its own: none has sent too many.
                        .header("X-Forwarded-For", "198.18." + n + ".1")
                        .POST(HttpRequest.BodyPublishers.noBody()).build(), HttpResponse.BodyHandlers.ofString()));
                if (n == 0) {
                    Thread.sleep(500);
                }
            }
            Thread.sleep(1000);
            connection.rollback();
            connection.setAutoCommit(true);
        }
        int stored = 0;
        for (CompletableFuture<HttpResponse<String>> answer : answers) {
            HttpResponse<String> response = answer.get();
            if (response.statusCode() == 204) {
                stored++;
            } else {
                assertEquals(503, response.statusCode());
                assertTrue(response.headers().firstValue("Retry-After").isPresent());
                assertFalse(response.body().isEmpty());
            }
        }
        assertTrue(stored >= 10 && stored <= 20, stored + " were stored");
        assertEquals(stored, Tables.sum(database, "hits"));
    }
}

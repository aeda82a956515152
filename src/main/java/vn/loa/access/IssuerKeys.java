package vn.loa.access;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import jakarta.enterprise.context.ApplicationScoped;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.security.PublicKey;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.locks.ReentrantLock;
import org.jboss.logging.Logger;
import org.jose4j.jwk.JsonWebKey;
import org.jose4j.jwk.JsonWebKeySet;
import org.jose4j.jwk.PublicJsonWebKey;
import org.jose4j.lang.JoseException;
import vn.loa.problem.Problem;
import vn.loa.problem.ProblemType;

/**
 * The public keys of the token issuer, in memory. They are fetched when the first token comes, when a token names an unknown
 * key, and when they are older than {@link #FRESH}.
 *
 * <p>Neither made-up tokens nor an issuer that does not answer may occupy the threads that other requests need. So keys are
 * fetched at most once in {@link #PAUSE}, by one request at a time, and for at most {@link #PATIENCE} to the end of the
 * response; other requests do not wait. (jose4j's HttpsJwks makes all requests queue while it has no keys: of eight tokens at
 * once, with an issuer that accepts connections and stays silent, the last was refused after 19 s with a timeout of 2 s. Its
 * timeout is for each read, so a response that comes byte by byte has no limit.)
 */
@ApplicationScoped
class IssuerKeys {

    private static final Logger LOG = Logger.getLogger(IssuerKeys.class);
    private static final Duration PATIENCE = Duration.ofSeconds(5);
    private static final Duration PAUSE = Duration.ofSeconds(10);
    /** Older keys are fetched again, because the issuer may have withdrawn one. */
    private static final Duration FRESH = Duration.ofHours(1);
    private static final ObjectMapper JSON = new ObjectMapper();

    private final JwtConfig config;
    private final ReentrantLock fetching = new ReentrantLock();
    private volatile Map<String, PublicKey> keys;
    private volatile long fetchedAt;
    private volatile long triedAt;
    private HttpClient http;

    IssuerKeys(JwtConfig config) {
        this.config = config;
    }

    /**
     * The key with this id.
     *
     * @throws vn.loa.problem.ProblemException 503 when the issuer's keys have never been read and cannot be read now
     */
    Optional<PublicKey> find(String id) {
        Map<String, PublicKey> known = keys;
        if (known == null || !known.containsKey(id) || isOlder(fetchedAt, FRESH)) {
            refresh();
        }
        if (keys == null) {
            throw Problem.of(ProblemType.UNAVAILABLE, "The issuer of tokens cannot be reached.").asException();
        }
        return Optional.ofNullable(keys.get(id));
    }

    /** Fetches the keys. A request that comes while another one fetches them goes on with the keys that there are. */
    private void refresh() {
        if ((triedAt == 0 || isOlder(triedAt, PAUSE)) && fetching.tryLock()) {
            try {
                keys = fetch();
                fetchedAt = System.nanoTime();
            } catch (IOException | JoseException | IllegalArgumentException e) {
                LOG.warnf("The keys of the issuer %s were not read: %s", config.issuer().orElse(""), e);
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            } finally {
                triedAt = System.nanoTime();
                fetching.unlock();
            }
        }
    }

    private static boolean isOlder(long nanoTime, Duration age) {
        return System.nanoTime() - nanoTime > age.toNanos();
    }

    private Map<String, PublicKey> fetch() throws IOException, InterruptedException, JoseException {
        URI address = config.keys().isPresent() ? config.keys().get() : discover();
        Map<String, PublicKey> found = new HashMap<>();
        for (JsonWebKey key : new JsonWebKeySet(get(address)).getJsonWebKeys()) {
            // Symmetric keys and keys for encryption verify no signature.
            if (key instanceof PublicJsonWebKey publicKey && key.getKeyId() != null && !"enc".equals(key.getUse())) {
                found.put(key.getKeyId(), publicKey.getPublicKey());
            }
        }
        return Map.copyOf(found);
    }

    /** OpenID Connect Discovery 1.0, sections 4.1 and 4.3. */
    private URI discover() throws IOException, InterruptedException {
        String issuer = config.issuer().orElseThrow();
        URI address = URI.create(issuer.replaceAll("/$", "") + "/.well-known/openid-configuration");
        JsonNode document = JSON.readTree(get(address));
        if (!issuer.equals(document.path("issuer").asText())) {
            throw new IOException("the discovery document is another issuer's");
        }
        return URI.create(document.path("jwks_uri").asText());
    }

    private String get(URI address) throws IOException, InterruptedException {
        if (http == null) {
            http = HttpClient.newBuilder().connectTimeout(PATIENCE).build();
        }
        try {
            // HttpRequest.timeout ends with the response's headers. This timeout includes the body.
            HttpResponse<String> response = http.sendAsync(HttpRequest.newBuilder(address).build(),
                    HttpResponse.BodyHandlers.ofString()).get(PATIENCE.toMillis(), TimeUnit.MILLISECONDS);
            if (response.statusCode() != 200) {
                throw new IOException(address + " answered " + response.statusCode());
            }
            return response.body();
        } catch (ExecutionException | TimeoutException e) {
            throw new IOException(address + " did not answer", e);
        }
    }
}

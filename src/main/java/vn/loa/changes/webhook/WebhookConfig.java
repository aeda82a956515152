package vn.loa.changes.webhook;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import vn.loa.http.client.Network;
import vn.loa.settings.Allowed;

/** Settings of webhooks. */
@ConfigMapping(prefix = "loa.webhook")
public interface WebhookConfig {

    /** The bits of a key for AES-256, in base64. */
    String KEY = "[A-Za-z0-9+/]{43}=";

    String KEY_WORDS = "32 random bytes in base64, as openssl rand -base64 32 prints them";

    /** With what the secrets of webhooks are encrypted in the database. Without it there are no webhooks. */
    @Allowed(pattern = WebhookConfig.KEY, secret = true, words = WebhookConfig.KEY_WORDS)
    Optional<String> encryptionKey();

    /** The key before the present one: secrets that were encrypted with it can still be read. */
    @Allowed(pattern = WebhookConfig.KEY, secret = true, words = WebhookConfig.KEY_WORDS, needs = "loa.webhook.encryption-key")
    Optional<String> formerEncryptionKey();

    /** Whether this instance delivers messages. At least one instance must. */
    @WithDefault("true")
    boolean deliver();

    /** Whether receivers may be called without TLS. */
    @WithDefault("false")
    boolean allowHttp();

    /** Networks of private and other special addresses that receivers may have. */
    @Allowed(words = "addresses, or networks like 10.0.0.0/8, with commas")
    Optional<List<Network>> allowedNetworks();

    /** How long a try may take, from the question for the receiver's address to the end of its answer. */
    @WithDefault("10S")
    @Allowed(from = "1S", to = "60S")
    Duration timeout();

    /** How long a message is tried before its webhook is paused. */
    @WithDefault("P3D")
    @Allowed(from = "PT1H", to = "P30D")
    Duration giveUpAfter();

    /** How long tries are kept in the log of deliveries. */
    @WithDefault("P14D")
    @Allowed(from = "PT1H", to = "P365D")
    Duration keepDeliveries();

    /** How many requests this instance sends to receivers at a time. */
    @WithDefault("64")
    @Allowed(from = "1", to = "1000")
    int inFlight();
}

package vn.loa.changes.webhook;

import io.smallrye.config.PropertiesConfigSource;
import io.smallrye.config.SmallRyeConfigBuilder;
import java.util.HashMap;
import java.util.Map;

/** Settings of webhooks as an operator gives them. */
final class Settings {

    private Settings() {
    }

    static WebhookConfig with(String key, String formerKey) {
        Map<String, String> given = new HashMap<>();
        if (key != null) {
            given.put("loa.webhook.encryption-key", key);
        }
        if (formerKey != null) {
            given.put("loa.webhook.former-encryption-key", formerKey);
        }
        return new SmallRyeConfigBuilder().addDefaultInterceptors().addDiscoveredConverters().withMapping(WebhookConfig.class)
                .withSources(new PropertiesConfigSource(given, "test", 100)).build().getConfigMapping(WebhookConfig.class);
    }
}

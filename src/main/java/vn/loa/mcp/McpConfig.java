package vn.loa.mcp;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.util.List;
import java.util.Optional;
import vn.loa.settings.Allowed;

/** Settings of the door for agents. */
@ConfigMapping(prefix = "loa.mcp")
public interface McpConfig {

    /** Whether {@code /mcp} answers. */
    @WithDefault("false")
    boolean enabled();

    /** The web pages whose scripts may call it. Programs send no origin, and may always. */
    @Allowed(pattern = "https?://[^/,\\s]++(,https?://[^/,\\s]++)*+", words = "origins with commas, such as https://agent.example.vn",
            needs = "loa.mcp.enabled")
    Optional<List<String>> origins();
}

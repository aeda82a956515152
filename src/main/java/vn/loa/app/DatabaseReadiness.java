package vn.loa.app;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.Optional;
import org.eclipse.microprofile.health.HealthCheck;
import org.eclipse.microprofile.health.HealthCheckResponse;
import org.eclipse.microprofile.health.Readiness;
import vn.loa.sql.DatabaseConfig;
import vn.loa.sql.DatabasePulse;
import vn.loa.sql.DatabaseTrouble;
import vn.loa.sql.ReadServers;

/**
 * Readiness: the instance can write to the database, or can read, at a replica too, where that is enough (setting). Answers at
 * once, from memory.
 */
@Readiness
@ApplicationScoped
class DatabaseReadiness implements HealthCheck {

    private final DatabasePulse pulse;
    private final ReadServers servers;
    private final DatabaseConfig config;

    DatabaseReadiness(DatabasePulse pulse, ReadServers servers, DatabaseConfig config) {
        this.pulse = pulse;
        this.servers = servers;
        this.config = config;
    }

    @Override
    public HealthCheckResponse call() {
        Optional<DatabaseTrouble> trouble = pulse.trouble().filter(found -> config.readiness() == DatabaseConfig.Readiness.WRITE
                || found == DatabaseTrouble.AWAY && !servers.canReadWithoutPrimary());
        return trouble.map(found -> HealthCheckResponse.named("database").down().withData("trouble", found.detail()))
                .orElseGet(() -> HealthCheckResponse.named("database").up()).build();
    }
}

package vn.loa.sql;

import io.agroal.api.AgroalDataSource;
import io.agroal.api.configuration.AgroalConnectionFactoryConfiguration;
import io.agroal.api.configuration.AgroalConnectionPoolConfiguration;
import io.agroal.api.configuration.supplier.AgroalConnectionFactoryConfigurationSupplier;
import io.agroal.api.configuration.supplier.AgroalConnectionPoolConfigurationSupplier;
import io.agroal.api.configuration.supplier.AgroalDataSourceConfigurationSupplier;
import io.agroal.api.security.NamePrincipal;
import io.agroal.api.security.SimplePassword;
import java.security.Principal;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;

/**
 * A pool of connections to one standby, as large as the primary's and with its timeouts.
 *
 * @param connections those that are open
 */
record ReplicaPool(AgroalDataSource pool, PoolConnections connections) {

    /** Then the primary is asked. */
    private static final Duration LONGEST_WAIT = Duration.ofSeconds(2);

    static ReplicaPool of(String url, ReplicaConfig config, AgroalDataSource primary) throws SQLException {
        AgroalConnectionPoolConfiguration like = primary.getConfiguration().connectionPoolConfiguration();
        AgroalConnectionPoolConfigurationSupplier pool = new AgroalConnectionPoolConfigurationSupplier()
                .connectionFactoryConfiguration(factory(url, config, like.connectionFactoryConfiguration()))
                .maxSize(like.maxSize()).acquisitionTimeout(LONGEST_WAIT).idleValidationTimeout(like.idleValidationTimeout())
                .validationTimeout(like.validationTimeout()).reapTimeout(like.reapTimeout())
                .connectionValidator(like.connectionValidator()).exceptionSorter(like.exceptionSorter());
        AgroalDataSource made = AgroalDataSource.from(
                new AgroalDataSourceConfigurationSupplier().connectionPoolConfiguration(pool));
        PoolConnections connections = PoolConnections.ofReplica(url);
        made.setPoolInterceptors(List.of(connections));
        return new ReplicaPool(made, connections);
    }

    private static AgroalConnectionFactoryConfigurationSupplier factory(String url, ReplicaConfig config,
            AgroalConnectionFactoryConfiguration like) {
        AgroalConnectionFactoryConfigurationSupplier factory = new AgroalConnectionFactoryConfigurationSupplier()
                .connectionProviderClass(like.connectionProviderClass()).jdbcUrl(url).initialSql(like.initialSql())
                .loginTimeout(like.loginTimeout()).trackJdbcResources(like.trackJdbcResources())
                .principal(config.username().<Principal>map(NamePrincipal::new).orElse(like.principal()));
        like.jdbcProperties().forEach((name, value) -> factory.jdbcProperty(name.toString(), value.toString()));
        if (config.password().isPresent()) {
            factory.credential(new SimplePassword(config.password().get()));
        } else {
            like.credentials().forEach(factory::credential);
        }
        return factory;
    }
}

package vn.loa.support;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.Properties;
import java.util.Queue;
import java.util.concurrent.atomic.AtomicLong;
import org.postgresql.Driver;

/** PostgreSQL's driver, which says how many statements were prepared, by whatever part of the application. */
public class CountingDriver extends Driver {

    static final AtomicLong PREPARED = new AtomicLong();
    /** The statements that were prepared while a test collects them; null otherwise. */
    static volatile Queue<String> texts;

    @Override
    public Connection connect(String url, Properties info) throws SQLException {
        Connection connection = super.connect(url, info);
        return connection == null ? null : (Connection) Proxy.newProxyInstance(CountingDriver.class.getClassLoader(),
                new Class<?>[] {Connection.class}, (proxy, method, arguments) -> {
                    if (method.getName().startsWith("prepare") || method.getName().equals("createStatement")) {
                        PREPARED.incrementAndGet();
                        Queue<String> wanted = texts;
                        if (wanted != null && arguments != null && arguments[0] instanceof String sql) {
                            wanted.add(sql);
                        }
                    }
                    try {
                        return method.invoke(connection, arguments);
                    } catch (InvocationTargetException e) {
                        throw e.getCause();
                    }
                });
    }
}

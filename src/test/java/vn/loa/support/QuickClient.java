package vn.loa.support;

import org.apache.http.conn.ClientConnectionManager;
import org.apache.http.conn.scheme.SchemeRegistry;
import org.apache.http.impl.client.DefaultHttpClient;
import org.apache.http.impl.conn.BasicClientConnectionManager;
import org.apache.http.impl.conn.SchemeRegistryFactory;
import org.apache.http.params.HttpParams;

/**
 * The client of one request, as RestAssured makes it. It shares what is the same for all: the default settings, for which
 * the original looks through the class path each time, and the set-up of TLS.
 */
final class QuickClient extends DefaultHttpClient {

    private static final HttpParams DEFAULTS = new DefaultHttpClient().getParams();
    private static final SchemeRegistry SCHEMES = SchemeRegistryFactory.createDefault();

    @Override
    protected HttpParams createHttpParams() {
        return DEFAULTS.copy();
    }

    @Override
    protected ClientConnectionManager createClientConnectionManager() {
        return new BasicClientConnectionManager(SCHEMES);
    }
}

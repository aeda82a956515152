package vn.loa.article;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jsoup.nodes.Entities;
import vn.loa.http.ApiPaths;
import vn.loa.http.PublicServer;

/**
 * The addresses of files in bodies. Bodies are stored with addresses that are relative to the server, because its public address
 * can change, and shown with absolute ones, because a browser would look for others on the page's own server.
 */
@ApplicationScoped
public class FileAddresses {

    /** In HTML as {@code BodyWriter} writes it, quotation marks stand around the values of attributes and nowhere else. */
    private static final String ATTRIBUTE = " (src|href)=\"";
    private static final Pattern RELATIVE = Pattern.compile(ATTRIBUTE + ApiPaths.FILES + "/");

    private final PublicServer server;

    FileAddresses(PublicServer server) {
        this.server = server;
    }

    /** @param html safe HTML; may be null */
    public String shown(String html) {
        if (html == null || !html.contains("=\"" + ApiPaths.FILES)) {
            return html;
        }
        return RELATIVE.matcher(html).replaceAll(" $1=\"" + Matcher.quoteReplacement(host()) + ApiPaths.FILES + "/");
    }

    /** @param html safe HTML */
    public String stored(String html) {
        return Pattern.compile(ATTRIBUTE + Pattern.quote(host()) + ApiPaths.FILES + "/").matcher(html)
                .replaceAll(" $1=\"" + ApiPaths.FILES + "/");
    }

    private String host() {
        return Entities.escape(server.url().value());
    }
}

package vn.loa.article;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jsoup.nodes.Entities;
import vn.loa.http.ApiPaths;
import vn.loa.http.PublicAddress;

/**
 * The addresses of files in bodies. Bodies are stored with addresses that are relative to the server, because its public address
 * can change, and shown with absolute ones, because a browser would look for others on the page's own server.
 */
@ApplicationScoped
public class FileAddresses {

    /** In HTML as {@code BodyWriter} writes it, quotation marks stand around the values of attributes and nowhere else. */
    private static final String ATTRIBUTE = " (src|href)=\"";
    private static final Pattern RELATIVE = Pattern.compile(ATTRIBUTE + ApiPaths.FILES + "/");

    private final Pattern absolute;
    private final String shown;

    FileAddresses(PublicAddress address) {
        String server = Entities.escape(address.publicUrl().value());
        this.absolute = Pattern.compile(ATTRIBUTE + Pattern.quote(server) + ApiPaths.FILES + "/");
        this.shown = " $1=\"" + Matcher.quoteReplacement(server) + ApiPaths.FILES + "/";
    }

    /** @param html safe HTML; may be null */
    public String shown(String html) {
        return html == null || !html.contains("=\"" + ApiPaths.FILES) ? html : RELATIVE.matcher(html).replaceAll(shown);
    }

    /** @param html safe HTML */
    public String stored(String html) {
        return absolute.matcher(html).replaceAll(" $1=\"" + ApiPaths.FILES + "/");
    }
}

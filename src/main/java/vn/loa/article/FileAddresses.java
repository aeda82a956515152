package vn.loa.article;

import jakarta.inject.Singleton;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jsoup.nodes.Entities;
import vn.loa.http.ApiPaths;
import vn.loa.http.PublicServer;

/**
 * The addresses of files, and of other articles by their identity, in bodies. Bodies are stored with addresses that are relative to the
 * server, because its public address and the portal's can change, and shown with absolute ones, because a browser would look for others
 * on the page's own server.
 */
@Singleton
public class FileAddresses {

    /** In HTML as {@code BodyWriter} writes it, quotation marks stand around the values of attributes and nowhere else. */
    private static final String ATTRIBUTE = " (src|href)=\"";
    private static final Pattern RELATIVE = Pattern.compile(ATTRIBUTE + ApiPaths.FILES + "/");

    private static final String UUID_FORM = "([0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12})";
    private static final Pattern ARTICLE = Pattern.compile(" href=\"" + ApiPaths.ARTICLES + "/" + UUID_FORM + "(?=[\"#])");
    private static final UUID ANY = new UUID(0x10a, 0x10a);

    private final PublicServer server;
    private final PortalLinks portal;

    FileAddresses(PublicServer server, PortalLinks portal) {
        this.server = server;
        this.portal = portal;
    }

    /** @param html safe HTML; may be null */
    public String shown(String html) {
        if (html == null) {
            return null;
        }
        String shown = html;
        if (html.contains("=\"" + ApiPaths.FILES)) {
            shown = RELATIVE.matcher(html).replaceAll(" $1=\"" + Matcher.quoteReplacement(host()) + ApiPaths.FILES + "/");
        }
        return shown.contains("=\"" + ApiPaths.ARTICLES)
                ? ARTICLE.matcher(shown).replaceAll(found -> Matcher.quoteReplacement(" href=\"" + page(UUID.fromString(found.group(1)))))
                : shown;
    }

    /** @param html safe HTML */
    public String stored(String html) {
        String files = Pattern.compile(ATTRIBUTE + Pattern.quote(host()) + ApiPaths.FILES + "/").matcher(html)
                .replaceAll(" $1=\"" + ApiPaths.FILES + "/");
        String form = Pattern.quote(page(ANY)).replaceFirst(ANY.toString(), "\\\\E" + UUID_FORM + "\\\\Q")
                .replace(ANY.toString(), "\\E\\1\\Q");
        return Pattern.compile(" href=\"" + form + "(?=[\"#])").matcher(files).replaceAll(" href=\"" + ApiPaths.ARTICLES + "/$1");
    }

    /** As it stands in HTML. A portal's page can be asked for by the article's identity in the place of its slug. */
    private String page(UUID article) {
        return Entities.escape(portal.article(article, article.toString()));
    }

    private String host() {
        return Entities.escape(server.url().value());
    }
}

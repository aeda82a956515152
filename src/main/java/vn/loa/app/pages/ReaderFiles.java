package vn.loa.app.pages;

import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpMethod;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.apache.commons.codec.digest.DigestUtils;
import org.jsoup.nodes.Entities;
import vn.loa.article.PortalLinks;
import vn.loa.article.Site;
import vn.loa.http.RouteTemplate;

/**
 * Serves the reader: one page, which its scripts fill in by the address, and its files. The files stand in a folder that is
 * named by their content, so that browsers keep them for ever and never mix those of two versions.
 */
@Singleton
class ReaderFiles {

    private static final String ROOT = PortalLinks.READER + "/";
    private static final String ON_DISK = "/META-INF/resources" + ROOT;
    /** What the page calls a portal that has no name of its own. */
    private static final String NAME = "Cổng thông tin pháp luật";
    private static final String JAVASCRIPT = "text/javascript;charset=UTF-8";
    private static final Map<String, String> TYPES = Map.of("reader.css", "text/css;charset=UTF-8", "icon.svg", "image/svg+xml",
            "app.js", JAVASCRIPT, "core.js", JAVASCRIPT, "article.js", JAVASCRIPT, "lists.js", JAVASCRIPT, "live.js", JAVASCRIPT,
            "suggest.js", JAVASCRIPT);
    private static final String FOR_EVER = "public, max-age=31536000, immutable";
    private static final String ASK_AGAIN = "public, max-age=60";
    private static final String POLICY = "default-src 'none'; script-src 'self'; style-src 'self'; img-src * data:; "
            + "connect-src 'self'; base-uri 'none'; form-action 'self'; frame-ancestors 'none'";
    /** Slugs and ids have no other characters, so the address of the article can be written into the page. */
    private static final Pattern ARTICLE = Pattern.compile("articles/([A-Za-z0-9-]{1,200})");
    /** An attribute with a relative address. */
    private static final Pattern ADDRESS = Pattern.compile("(href|src|action|content)=\"(\\.\\.?/)([^\"]*)\"");
    private static final Pattern PAGE = Pattern.compile("|search|" + ARTICLE.pattern() + "|categories/[A-Za-z0-9-]{1,200}");

    private final boolean enabled;
    private final Map<String, StaticFile> files = new LinkedHashMap<>();
    private final String folder;
    private final String page;

    ReaderFiles(PortalLinks links, Site site) {
        enabled = links.hasReader();
        TYPES.forEach((name, type) -> files.put(name, StaticFile.of(type, StaticFile.read(ON_DISK + name))));
        StringBuilder hashes = new StringBuilder();
        files.keySet().stream().sorted().forEach(name -> hashes.append(files.get(name).hash()));
        folder = "files/" + DigestUtils.sha256Hex(hashes.toString()).substring(0, 12) + "/";
        String html = StaticFile.read(ON_DISK + "index.html");
        page = site.name().equals(Site.DEFAULT_NAME) ? html : html.replace(NAME, Entities.escape(site.name()));
    }

    /** Before Quarkus's own handler, which would serve the same files, also while the reader is switched off. */
    void routes(@Observes Router router) {
        router.route(PortalLinks.READER).handler(this::toRoot);
        router.route(ROOT + "*").handler(this::serve);
    }

    private void toRoot(RoutingContext context) {
        if (context.normalizedPath().endsWith("/")) {
            // Vert.x takes both addresses for one.
            context.next();
        } else if (enabled && isRead(context)) {
            // Relative, because a proxy may have the reader behind a prefix.
            context.response().setStatusCode(301).putHeader(HttpHeaders.LOCATION, "reader/").end();
        } else {
            refuse(context);
        }
    }

    private void serve(RoutingContext context) {
        if (!enabled || !isRead(context)) {
            refuse(context);
            return;
        }
        RouteTemplate.set(context.request(), ROOT);
        String path = context.normalizedPath().substring(ROOT.length());
        StaticFile file = path.startsWith(folder) ? files.get(path.substring(folder.length())) : null;
        if (file != null) {
            file.send(context.request(), 200, FOR_EVER);
        } else if (path.indexOf('.') >= 0) {
            refuse(context);
        } else {
            context.response().putHeader("Content-Security-Policy", POLICY);
            page(path).send(context.request(), PAGE.matcher(path).matches() ? 200 : 404, ASK_AGAIN);
        }
    }

    private static boolean isRead(RoutingContext context) {
        return context.request().method() == HttpMethod.GET || context.request().method() == HttpMethod.HEAD;
    }

    private void refuse(RoutingContext context) {
        if (enabled && !isRead(context)) {
            context.response().putHeader(HttpHeaders.ALLOW, "GET, HEAD");
            context.fail(405);
        } else {
            context.fail(404);
        }
    }

    /**
     * The page, whose own addresses are relative to the reader's first page, with addresses that are relative to this path. For
     * browsers without scripts the link to the API leads to the same article.
     */
    private StaticFile page(String path) {
        String up = "../".repeat((int) path.chars().filter(c -> c == '/').count());
        Matcher named = ARTICLE.matcher(path);
        String article = named.matches() ? up + "../api/v1/articles/" + named.group(1) : null;
        String html = ADDRESS.matcher(page).replaceAll(found -> Matcher.quoteReplacement(found.group(1) + "=\""
                + (found.group(2).equals("../") && found.group(3).isEmpty() && article != null ? article + "/html"
                        : address(up, found.group(2), found.group(3))) + "\""));
        // A browser asks for six things at once, so what the page needs first comes first, and what it does not need is left out.
        String other = article == null ? "article" : "lists";
        html = html.replaceFirst("<link rel=\"modulepreload\" href=\"[^\"]*/" + other + "\\.js\">\\R?", "");
        return StaticFile.of("text/html;charset=UTF-8", article == null ? html : html.replaceFirst("(?=<link )",
                "<link rel=\"preload\" as=\"fetch\" crossorigin href=\"" + article + "?include=sections,citations,changeHistory\">\n"));
    }

    private String address(String up, String base, String rest) {
        String relative = base.equals("./") ? up : up + base;
        return (relative.isEmpty() ? "./" : relative) + (files.containsKey(rest) ? folder + rest : rest);
    }
}

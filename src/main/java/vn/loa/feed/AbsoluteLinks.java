package vn.loa.feed;

import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;

/**
 * Makes the links of a body absolute. They are relative to the frontend's page of the article, and a feed has no such
 * page.
 */
final class AbsoluteLinks {

    private AbsoluteLinks() {
    }

    /**
     * @param html safe HTML, as {@code BodyWriter} writes it
     * @param page the URI of the article's page
     */
    static String in(String html, String page) {
        if (!html.contains(" href=") && !html.contains(" src=")) {
            return html;
        }
        Document document = Jsoup.parseBodyFragment(html, page);
        boolean changed = false;
        for (String attribute : new String[] {"href", "src"}) {
            for (Element element : document.body().getElementsByAttribute(attribute)) {
                String absolute = element.absUrl(attribute);
                if (!absolute.isEmpty() && !absolute.equals(element.attr(attribute))) {
                    element.attr(attribute, absolute);
                    changed = true;
                }
            }
        }
        document.outputSettings().prettyPrint(false);
        return changed ? document.body().html() : html;
    }
}

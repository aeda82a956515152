package vn.loa.feed;

import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;

/**
 * Makes the links of a body absolute. A body stands in the frontend's page, so that is what its links are relative to;
 * in a feed there is no such page.
 */
final class AbsoluteLinks {

    private AbsoluteLinks() {
    }

    /**
     * @param html as an article has it: safe, in the one way in which it is written
     * @param page the address of the page that it stands in
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

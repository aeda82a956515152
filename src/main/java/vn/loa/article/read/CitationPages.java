package vn.loa.article.read;

import jakarta.enterprise.context.ApplicationScoped;
import vn.loa.article.PortalLinks;
import vn.loa.directive.CitationView;

/** Where people are led by a citation in HTML. */
@ApplicationScoped
class CitationPages {

    /** The longest text that {@code /resolve} reads. */
    private static final int MAX_TEXT = 300;

    private final PortalLinks links;

    CitationPages(PortalLinks links) {
        this.links = links;
    }

    /** The page of the cited document or of the part that is named first; a choice of several; null for no page. */
    String of(CitationView citation) {
        if (citation.target() != null) {
            return links.page(citation.target().articleId(), citation.target().slug(), citation.firstPart());
        }
        String text = citation.raw().length() <= MAX_TEXT ? citation.raw() : citation.raw().substring(0, MAX_TEXT);
        return (citation.candidates().isEmpty() ? links.elsewhere(text) : links.choice(text)).orElse(null);
    }
}

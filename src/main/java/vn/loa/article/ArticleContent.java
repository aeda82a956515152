package vn.loa.article;

import java.util.List;
import vn.loa.directive.Directive;
import vn.loa.directive.TextSize;
import vn.loa.text.citation.Citation;
import vn.loa.text.structure.Section;

/**
 * The content of a revision.
 *
 * @param slug the slug that the article shall have; null keeps its slug, or makes one of the title
 * @param language BCP 47
 * @param summary may be null
 * @param byline may be null
 * @param body HTML of the text before and after the sections; each paragraph's {@code id} is its eId
 * @param attachments in order
 * @param directive null for an article without a directive
 */
public record ArticleContent(String slug, String language, String title, String summary, String byline, String body,
        List<String> tags, List<Attachment> attachments, Directive directive, List<Section> sections, List<Citation> citations) {

    /** An estimate of the bytes of its parts in a response. */
    public TextSize size() {
        return TextSize.of(body, sections, citations);
    }
}

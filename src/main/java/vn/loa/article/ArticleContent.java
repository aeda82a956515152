package vn.loa.article;

import java.util.List;
import vn.loa.directive.Directive;
import vn.loa.text.citation.Citation;
import vn.loa.text.structure.Section;

/**
 * Everything that a revision holds.
 *
 * @param slug the name that the article shall have; null keeps the one it has, or makes one of the title
 * @param language BCP 47
 * @param summary may be null
 * @param byline may be null
 * @param body HTML of what stands around the sections; each paragraph's {@code id} is its eId
 * @param attachments in order
 * @param directive null for an article that carries none
 */
public record ArticleContent(String slug, String language, String title, String summary, String byline, String body,
        List<String> tags, List<Attachment> attachments, Directive directive, List<Section> sections, List<Citation> citations) {
}

package vn.loa.article;

import java.util.List;
import java.util.Locale;
import java.util.UUID;
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
 * @param picture the image that stands for the article; may be null
 * @param category the identity of the category in which the article stands; may be null
 * @param directive null for an article without a directive
 * @param sections null when the body, the directive, the sections and the citations stay as they are stored: then those are
 *     null, too
 */
public record ArticleContent(String slug, String language, String title, String summary, String byline, String body,
        List<String> tags, List<Attachment> attachments, Picture picture, UUID category, Directive directive, List<Section> sections,
        List<Citation> citations) {

    /** Content of which only the head is new. */
    public static ArticleContent ofHead(String slug, String language, String title, String summary, String byline,
            List<String> tags, List<Attachment> attachments, Picture picture, UUID category) {
        return new ArticleContent(slug, language, title, summary, byline, null, tags, attachments, picture, category, null, null,
                null);
    }

    /** Whether the body, the directive, the sections and the citations stay as they are stored. */
    public boolean keepsText() {
        return sections == null;
    }

    /** The same content with other files. */
    public ArticleContent withFiles(List<Attachment> attachments, Picture picture) {
        return new ArticleContent(slug, language, title, summary, byline, body, tags, attachments, picture, category, directive,
                sections, citations);
    }

    /** The same content with other links in its body. */
    public ArticleContent withBody(String linked) {
        return new ArticleContent(slug, language, title, summary, byline, linked, tags, attachments, picture, category, directive,
                sections, citations);
    }

    /** The same content in a category. */
    public ArticleContent in(UUID category) {
        return new ArticleContent(slug, language, title, summary, byline, body, tags, attachments, picture, category, directive,
                sections, citations);
    }

    /** An estimate of the bytes of its parts in a response. */
    public TextSize size() {
        return TextSize.of(body, sections, citations);
    }

    /** How many other documents the text cites. Those without a number are distinguished by the words of the citation. */
    int cites() {
        String own = directive == null ? null : directive.numberKey();
        return (int) citations.stream().filter(citation -> citation.role() != Citation.Role.SUBJECT)
                .map(citation -> citation.number() == null ? citation.raw().toLowerCase(Locale.ROOT) : citation.number().key())
                .filter(cited -> !cited.equals(own)).distinct().count();
    }
}

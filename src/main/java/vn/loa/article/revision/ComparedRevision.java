package vn.loa.article.revision;

import java.util.List;
import java.util.UUID;
import vn.loa.article.Attachment;
import vn.loa.article.Picture;
import vn.loa.directive.DirectiveView;

/**
 * What is compared of a revision, but for its sections.
 *
 * @param category its identity; null for none
 * @param picture null for none
 * @param directive null for none
 */
record ComparedRevision(long id, int number, String title, String summary, String byline, String language, List<String> tags, UUID category,
        List<Attachment> attachments, Picture picture, String body, DirectiveView directive) {
}

package vn.loa.article;

import java.time.Instant;
import java.util.List;
import java.util.UUID;

/**
 * An article as the public reads it: with one of its published texts.
 *
 * @param view without its files
 * @param revisionId of the text
 * @param files that the text carries, in order
 * @param removal null unless it is gone
 */
public record PublicArticle(ArticleView view, long revisionId, List<AttachedFile> files, Removal removal) {

    /**
     * Why it is gone.
     *
     * @param replacement the article that readers are sent to; may be null
     */
    record Removal(String explanation, Instant removedAt, UUID replacement) {
    }

    public UUID id() {
        return view.id();
    }
}

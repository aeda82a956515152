package vn.loa.article;

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
public record PublicArticle(ArticleView view, long revisionId, List<AttachedFile> files, DraftView.Removal removal) {

    public UUID id() {
        return view.id();
    }
}

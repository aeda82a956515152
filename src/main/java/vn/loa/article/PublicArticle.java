package vn.loa.article;

import java.util.List;
import java.util.UUID;
import vn.loa.directive.TextSize;

/**
 * An article as the public reads it: with one of its published texts.
 *
 * @param view without its files, and without a long body
 * @param revisionId of the text
 * @param size of the text
 * @param files that the text carries, in order
 * @param removal null unless it is gone
 */
public record PublicArticle(ArticleView view, long revisionId, TextSize size, List<AttachedFile> files,
        DraftView.Removal removal) {

    public UUID id() {
        return view.id();
    }
}

package vn.loa.article.read;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import vn.loa.article.Attachment;
import vn.loa.article.edit.DraftView;
import vn.loa.directive.TextSize;
import vn.loa.http.CacheTagged;

/**
 * An article as the public reads it: with one of its published texts.
 *
 * @param view without its files, and without a long body
 * @param revisionId of the text
 * @param size of the text
 * @param files that the text carries, in order
 * @param removal null unless it is gone
 */
public record PublicArticle(ArticleView view, long revisionId, TextSize size, List<Attachment> files,
        DraftView.Removal removal) {

    public UUID id() {
        return view.id();
    }

    /** What the answer to its address depends on once it is gone: the one that readers are sent to may go, or come back. */
    Set<String> goneTags() {
        Set<String> tags = new LinkedHashSet<>(Set.of(CacheTagged.ofArticle(id())));
        if (removal.redirectTo() != null) {
            tags.add(CacheTagged.ofArticle(removal.redirectTo()));
        }
        return tags;
    }
}

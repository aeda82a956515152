package vn.loa.article.publish;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import vn.loa.article.Article;
import vn.loa.article.Revision;
import vn.loa.article.State;

/**
 * The public reads another text of an article, or none any more. CDI event, fired in the transaction of the step, when the
 * step's changes have been sent to the database: for features that keep something made of the text.
 *
 * @param isPublic whether the public reads the article after the step
 * @param added the ids of the sections that the public text has now and had not before, in document order
 * @param dropped the ids of the sections that the public text had before and has no more
 */
public record LiveTextChanged(UUID articleId, boolean isPublic, List<Long> added, List<Long> dropped) {

    /**
     * @param article after the step
     * @param before the text that the public read before the step; null for none
     */
    static LiveTextChanged of(Article article, Revision before) {
        boolean isPublic = article.state() != State.GONE;
        List<Long> was = before == null ? List.of() : before.sectionIds();
        List<Long> is = isPublic ? article.live().sectionIds() : List.of();
        return new LiveTextChanged(article.id(), isPublic, without(is, was), without(was, is));
    }

    private static List<Long> without(List<Long> some, List<Long> others) {
        if (some.isEmpty() || others.isEmpty()) {
            return List.copyOf(some);
        }
        Set<Long> rest = new LinkedHashSet<>(some);
        others.forEach(rest::remove);
        return List.copyOf(rest);
    }
}

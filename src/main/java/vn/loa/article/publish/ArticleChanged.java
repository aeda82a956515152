package vn.loa.article.publish;

import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import java.util.stream.Stream;
import vn.loa.article.Article;
import vn.loa.article.Revision;

/**
 * The public sees something happen to an article. CDI event, fired in the transaction of the step: {@code
 * vn.loa.changes.ChangeLog} appends it to the log of changes and notifies other instances.
 *
 * @param slug after the change
 * @param revision the number of the revision that is public after the change; of a removal, before it
 * @param explanation of a withdrawal or a removal; else null
 * @param redirectTo the article that readers of a removed one are sent to; may be null
 * @param numbers the keys of the numbers that the article's directive had before the change and has after it
 */
public record ArticleChanged(ChangeKind kind, UUID articleId, String slug, int revision, Instant at, String explanation,
        UUID redirectTo, List<String> numbers) {

    /**
     * @param article as it is after the step
     * @param before the revision that was public before the step; null when there was none
     */
    static ArticleChanged of(ChangeKind kind, Article article, Revision before) {
        List<String> numbers = Stream.of(before, article.live()).map(ArticleChanged::directiveNumber)
                .filter(Objects::nonNull).distinct().sorted().toList();
        return new ArticleChanged(kind, article.id(), article.slug(), article.liveNumber(), article.updatedAt(),
                article.withdrawalExplanation() == null ? article.removalExplanation() : article.withdrawalExplanation(),
                article.redirectTo(), numbers);
    }

    private static String directiveNumber(Revision revision) {
        return revision == null || revision.directive() == null ? null : revision.directive().numberKey();
    }
}

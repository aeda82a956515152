package vn.loa.article.publish;

import java.time.Instant;
import java.util.List;
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
 * @param numbers the keys by which texts cite the article's directive, before the change and after it: its number, a law's name
 */
public record ArticleChanged(ChangeKind kind, UUID articleId, String slug, int revision, Instant at, String explanation,
        UUID redirectTo, List<String> numbers) {

    /**
     * @param article as it is after the step
     * @param before the revision that was public before the step; null when there was none
     */
    static ArticleChanged of(ChangeKind kind, Article article, Revision before) {
        List<String> numbers = Stream.of(before, article.live()).flatMap(ArticleChanged::keys)
                .distinct().sorted().toList();
        return new ArticleChanged(kind, article.id(), article.slug(), article.liveNumber(), article.updatedAt(),
                article.withdrawalExplanation() == null ? article.removalExplanation() : article.withdrawalExplanation(),
                article.redirectTo(), numbers);
    }

    private static Stream<String> keys(Revision revision) {
        return revision == null || revision.directive() == null ? Stream.empty() : revision.directive().citedBy().stream();
    }
}

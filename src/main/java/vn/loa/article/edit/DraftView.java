package vn.loa.article.edit;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonUnwrapped;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import vn.loa.article.Action;
import vn.loa.article.Article;
import vn.loa.article.Draft;
import vn.loa.article.read.ArticleView;
import vn.loa.article.schedule.ScheduleView;
import vn.loa.text.structure.Warning;

/**
 * A draft on the wire: an article with the text of its working copy, and what editors can do about it.
 *
 * @param category its slug, as editors write it
 */
public record DraftView(
        @JsonUnwrapped
        @JsonIgnoreProperties("category")
        ArticleView article,
        String category,
        boolean edited,
        Set<Action> allowed,
        @JsonInclude(JsonInclude.Include.NON_NULL)
        Removal removal,
        @JsonInclude(JsonInclude.Include.NON_NULL)
        List<ScheduleView> planned,
        @JsonInclude(JsonInclude.Include.NON_NULL)
        List<ContentWarning> warnings) {

    /** Something that was removed. */
    public record ContentWarning(
            String code,
            String message) {

        static ContentWarning of(Warning warning) {
            return new ContentWarning(warning.code(), warning.message());
        }
    }

    /** Why an article is gone. */
    public record Removal(
            String explanation,
            Instant removedAt,
            UUID redirectTo) {

        static Removal of(Article article) {
            return article.removedAt() == null ? null
                    : new Removal(article.removalExplanation(), article.removedAt(), article.redirectTo());
        }
    }

    static DraftView of(Draft draft, ArticleView article, List<ScheduleView> planned, List<Warning> warnings) {
        return new DraftView(article, article.category() == null ? null : article.category().slug(), draft.workingCopy() != null, draft.allowed(), Removal.of(draft.article()), planned,
                warnings == null ? null : warnings.stream().map(ContentWarning::of).toList());
    }
}

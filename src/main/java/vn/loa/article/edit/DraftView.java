package vn.loa.article.edit;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonUnwrapped;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import vn.loa.article.Action;
import vn.loa.article.Article;
import vn.loa.article.Draft;
import vn.loa.article.read.ArticleView;
import vn.loa.article.schedule.ScheduleView;
import vn.loa.text.structure.Warning;

/** A draft on the wire: an article with the text of its working copy, and what editors can do about it. */
@Schema(name = "Draft", description = "What editors see of an article: the text of its working copy, or, where nothing "
        + "was edited since the last publish, the published text.")
public record DraftView(
        @JsonUnwrapped
        ArticleView article,
        @Schema(description = "Whether there is a working copy, that is, whether anything was edited since the last publish.",
                required = true)
        boolean edited,
        @Schema(description = "What can be done with it now.", required = true)
        Set<Action> allowed,
        @Schema(description = "Why it was removed, and where readers are sent. Only on articles that are gone.")
        @JsonInclude(JsonInclude.Include.NON_NULL)
        Removal removal,
        @Schema(description = "The publish and the withdrawal that wait for their time. Left out of lists.")
        @JsonInclude(JsonInclude.Include.NON_NULL)
        List<ScheduleView> planned,
        @Schema(description = "What was removed from the body that was sent, and what else to look at. Only in answers "
                + "to changes.")
        @JsonInclude(JsonInclude.Include.NON_NULL)
        List<ContentWarning> warnings) {

    /** Something that was removed. */
    @Schema(name = "ContentWarning", description = "Something that was not kept, or that should be looked at.")
    public record ContentWarning(
            @Schema(examples = "element-removed", required = true) String code,
            @Schema(description = "The same for people.", required = true) String message) {

        static ContentWarning of(Warning warning) {
            return new ContentWarning(warning.code(), warning.message());
        }
    }

    /** Why an article is gone. */
    @Schema(name = "Removal", description = "Why and since when an article is gone.")
    public record Removal(
            @Schema(description = "For readers.", required = true) String explanation,
            @Schema(required = true) Instant removedAt,
            @Schema(description = "The article that readers are sent to.", nullable = true, required = true) UUID redirectTo) {

        static Removal of(Article article) {
            return article.removedAt() == null ? null
                    : new Removal(article.removalExplanation(), article.removedAt(), article.redirectTo());
        }
    }

    static DraftView of(Draft draft, ArticleView article, List<ScheduleView> planned, List<Warning> warnings) {
        return new DraftView(article, draft.workingCopy() != null, draft.allowed(), Removal.of(draft.article()), planned,
                warnings == null ? null : warnings.stream().map(ContentWarning::of).toList());
    }
}

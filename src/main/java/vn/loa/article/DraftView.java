package vn.loa.article;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonUnwrapped;
import java.util.List;
import java.util.Set;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import vn.loa.text.Warning;

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
        @Schema(description = "What was removed from the body that was sent. Only in answers to changes.")
        @JsonInclude(JsonInclude.Include.NON_NULL)
        List<ContentWarning> warnings) {

    /** Something that was removed. */
    @Schema(name = "ContentWarning", description = "Something that was sent and not kept.")
    public record ContentWarning(
            @Schema(examples = "element-removed", required = true) String code,
            @Schema(description = "What was removed, for people.", required = true) String message) {

        static ContentWarning of(Warning warning) {
            return new ContentWarning(warning.code(), warning.message());
        }
    }

    static DraftView of(Draft draft, ArticleView article, List<Warning> warnings) {
        return new DraftView(article,
                draft.workingCopy() != null, draft.allowed(),
                warnings == null ? null : warnings.stream().map(ContentWarning::of).toList());
    }

    /** What a list shows. */
    static DraftView ofList(Draft draft) {
        return new DraftView(ArticleView.ofDraft(draft).withoutText(), true, draft.allowed(), null);
    }
}

package vn.loa.article;

import jakarta.ws.rs.core.EntityTag;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.Set;
import vn.loa.problem.Problem;
import vn.loa.problem.ProblemType;

/**
 * What editors have before them: an article and its working copy.
 *
 * @param workingCopy null when nothing was edited since the last publish
 * @param publishScheduled whether a publish waits for its time; until then the text that was agreed on stays as it is
 */
public record Draft(Article article, Revision workingCopy, boolean publishScheduled) {

    /** The working copy, or the live text that a new one begins with. */
    public Revision text() {
        return workingCopy != null ? workingCopy : article.live();
    }

    public String slug() {
        return workingCopy != null && workingCopy.slug() != null ? workingCopy.slug() : article.slug();
    }

    /** Changes with everything that editors can see. */
    public EntityTag etag() {
        return new EntityTag("v" + article.version());
    }

    /** @throws vn.loa.problem.ProblemException 409 saying what is allowed now */
    public void require(Action action) {
        if (!allows(action)) {
            Set<Action> allowed = allowed();
            throw Problem.of(ProblemType.ILLEGAL_TRANSITION, "'" + action.word() + "' is not possible: " + reason(action) + ".")
                    .with("state", article.state()).with("allowed", allowed).asException();
        }
    }

    private String reason(Action action) {
        if (publishScheduled && action != Action.WITHDRAW && action != Action.REMOVE) {
            return "a publish of this text is scheduled; cancel that first";
        }
        return switch (action) {
            case PUBLISH, DISCARD_DRAFT -> "there is no working copy";
            case RESTORE -> "nothing was published yet";
            default -> "the article is " + article.state().word();
        };
    }

    public Set<Action> allowed() {
        return allowed(article.state(), article.live() != null, workingCopy != null, publishScheduled);
    }

    private boolean allows(Action action) {
        return allowed().contains(action);
    }

    /**
     * What can be done with an article.
     *
     * @param published whether it ever was
     * @param edited whether there is a working copy
     */
    public static Set<Action> allowed(State state, boolean published, boolean edited, boolean publishScheduled) {
        Set<Action> allowed = EnumSet.noneOf(Action.class);
        Arrays.stream(Action.values()).filter(action -> switch (action) {
            case EDIT -> !publishScheduled;
            // What was withdrawn can be published again as it is.
            case PUBLISH -> edited || state == State.WITHDRAWN;
            case WITHDRAW -> state == State.PUBLISHED;
            case REMOVE -> state == State.PUBLISHED || state == State.WITHDRAWN;
            case DISCARD_DRAFT -> edited && !publishScheduled;
            case RESTORE -> published && !publishScheduled;
        }).forEach(allowed::add);
        return allowed;
    }
}

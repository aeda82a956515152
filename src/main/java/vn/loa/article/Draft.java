package vn.loa.article;

import jakarta.ws.rs.core.EntityTag;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.Set;
import vn.loa.problem.Problem;
import vn.loa.problem.ProblemType;

/**
 * An article as editors see it, with its working copy.
 *
 * @param workingCopy null when nothing was edited since the last publish
 * @param publishScheduled whether a publish is scheduled; until then the working copy cannot be edited
 */
public record Draft(Article article, Revision workingCopy, boolean publishScheduled) {

    /** The working copy, or the live revision from which a new working copy would begin. */
    public Revision text() {
        return workingCopy != null ? workingCopy : article.live();
    }

    public String slug() {
        return workingCopy != null && workingCopy.slug() != null ? workingCopy.slug() : article.slug();
    }

    /** A tag that changes with everything that editors can see. */
    public EntityTag etag() {
        return new EntityTag("v" + article.version());
    }

    /** @throws vn.loa.problem.ProblemException 409 naming the permitted actions */
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
     * The actions that are permitted on an article.
     *
     * @param published whether the article was ever published
     * @param edited whether it has a working copy
     */
    public static Set<Action> allowed(State state, boolean published, boolean edited, boolean publishScheduled) {
        Set<Action> allowed = EnumSet.noneOf(Action.class);
        Arrays.stream(Action.values()).filter(action -> switch (action) {
            case EDIT -> !publishScheduled;
            // A withdrawn article can be published again unchanged.
            case PUBLISH -> edited || state == State.WITHDRAWN;
            case WITHDRAW -> state == State.PUBLISHED;
            case REMOVE -> state == State.PUBLISHED || state == State.WITHDRAWN;
            case DISCARD_DRAFT -> edited && !publishScheduled;
            case RESTORE -> published && !publishScheduled;
        }).forEach(allowed::add);
        return allowed;
    }
}

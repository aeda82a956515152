package vn.loa.changes.webhook;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import vn.loa.changes.RetryPlan;
import vn.loa.changes.webhook.Answer.Failure;

/**
 * How far a webhook is: a row of {@code webhook_state}.
 *
 * @param reached the receiver has, or does not want, each change up to this number
 * @param done changes behind it that the receiver has
 * @param resyncTo where it goes on after it was told to read everything anew; null when it need not
 * @param replayAt how far a repetition is; null when there is none
 * @param replayTo where the repetition ends
 * @param testId of a test message that waits; null for none
 * @param nextTryAt null for at once
 * @param reason why it is not active any more, when that has just happened; else null
 */
record Progress(WebhookStatus status, long reached, List<Long> done, Long resyncTo, Long replayAt, Long replayTo, String testId,
        int failedTries, Instant failingSince, Instant nextTryAt, String reason) {

    /** What the next message is of; null when none is to be sent now. */
    Message.Source source(Instant now) {
        if (testId != null) {
            return Message.Source.TEST;
        }
        if (status != WebhookStatus.ACTIVE || waits(now)) {
            return null;
        }
        if (resyncTo != null) {
            return Message.Source.RESYNC;
        }
        return replayTo != null ? Message.Source.REPLAY : Message.Source.LOG;
    }

    private boolean waits(Instant now) {
        return RetryPlan.waits(nextTryAt, now);
    }

    Progress reachedTo(long number, List<Long> doneBehind) {
        return new Progress(status, number, doneBehind.stream().filter(each -> each > number).sorted().toList(), resyncTo, replayAt,
                replayTo, testId, failedTries, failingSince, nextTryAt, reason);
    }

    /** @param number null when the repetition is at its end */
    Progress replayedTo(Long number) {
        return new Progress(status, reached, done, resyncTo, number, number == null ? null : replayTo, testId, failedTries,
                failingSince, nextTryAt, reason);
    }

    /** @param number null when the receiver has been told */
    Progress resyncedTo(Long number) {
        return new Progress(status, reached, done, number, replayAt, replayTo, testId, failedTries, failingSince, nextTryAt, reason);
    }

    Progress tested() {
        return new Progress(status, reached, done, resyncTo, replayAt, replayTo, null, failedTries, failingSince, nextTryAt, reason);
    }

    /** A message was delivered. While another one waits, which is possible without order, it goes on waiting. */
    Progress succeeded(Instant now) {
        return new Progress(status, reached, done, resyncTo, replayAt, replayTo, testId, 0, null, waits(now) ? nextTryAt : null, null);
    }

    /**
     * A message was not delivered. Those that fail while another one waits were sent together with it, and count once.
     *
     * @param alone whether others may go on while this one waits
     */
    Progress failed(Answer answer, boolean alone, Instant now, RetryPlan plan, Duration giveUpAfter) {
        Instant since = failingSince == null ? now : failingSince;
        boolean gone = answer.failure() == Failure.GONE;
        boolean givenUp = !gone && Duration.between(since, now).compareTo(giveUpAfter) >= 0;
        WebhookStatus after = gone ? WebhookStatus.DISABLED : givenUp ? WebhookStatus.PAUSED : status;
        String why = gone ? "The receiver answered 410: it wants no more messages."
                : givenUp ? "Its messages have failed since " + since + "." : null;
        boolean together = waits(now);
        int tries = together ? failedTries : failedTries + 1;
        Instant next = gone || givenUp ? null : together || alone ? nextTryAt : plan.next(now, tries, answer.retryAfter());
        return new Progress(after, reached, done, resyncTo, replayAt, replayTo, testId, tries, since, next, why);
    }
}

package vn.loa.article.publish;

import jakarta.validation.constraints.Size;
import java.time.Instant;
import vn.loa.article.ChangeNote;

/**
 * How to publish.
 *
 * @param firstPublishedAt of an article from an earlier site; null for now
 * @param publicUpdatedAt of an article from an earlier site; null for what follows from the publish
 */
record PublishRequest(
        @Size(max = ChangeNote.LONGEST, message = "must have at most {max} characters")
        String changeNote,
        Boolean minor,
        Instant firstPublishedAt,
        Instant publicUpdatedAt) {

    public PublishRequest {
        changeNote = ChangeNote.clean(changeNote);
    }

    ChangeNote note() {
        return new ChangeNote(changeNote, Boolean.TRUE.equals(minor));
    }
}

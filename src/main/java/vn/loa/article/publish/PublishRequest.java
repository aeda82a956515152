package vn.loa.article.publish;

import jakarta.validation.constraints.Size;
import vn.loa.article.ChangeNote;

/** How to publish. */
record PublishRequest(
        @Size(max = ChangeNote.LONGEST, message = "must have at most {max} characters")
        String changeNote,
        Boolean minor) {

    public PublishRequest {
        changeNote = ChangeNote.clean(changeNote);
    }

    ChangeNote note() {
        return new ChangeNote(changeNote, Boolean.TRUE.equals(minor));
    }
}

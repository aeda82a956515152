package vn.loa.article.publish;

import jakarta.validation.constraints.Size;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import vn.loa.article.ChangeNote;

/** How to publish. */
@Schema(name = "PublishRequest", description = "What a publish changes, for readers.")
record PublishRequest(
        @Schema(description = "What changed, in the words readers shall see.", nullable = true)
        @Size(max = ChangeNote.LONGEST, message = "must have at most {max} characters")
        String changeNote,
        @Schema(description = "True for corrections that readers need not hear of: `publicUpdatedAt` stays, and the "
                + "change is not in `changeHistory`.", nullable = true, defaultValue = "false")
        Boolean minor) {

    public PublishRequest {
        changeNote = ChangeNote.clean(changeNote);
    }

    ChangeNote note() {
        return new ChangeNote(changeNote, Boolean.TRUE.equals(minor));
    }
}

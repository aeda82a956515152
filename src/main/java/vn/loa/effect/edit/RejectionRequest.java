package vn.loa.effect.edit;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;
import vn.loa.article.ChangeNote;

/** Why an event that was read does not count. */
record RejectionRequest(
        @NotBlank(message = "must say why")
        @Size(max = ChangeNote.LONGEST, message = "must have at most {max} characters")
        String reason) {

    public RejectionRequest {
        reason = ChangeNote.clean(reason);
    }
}

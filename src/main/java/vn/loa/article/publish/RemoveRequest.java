package vn.loa.article.publish;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;
import java.util.UUID;
import vn.loa.article.ChangeNote;

/** Why an article is removed. */
record RemoveRequest(
        @NotBlank(message = "must say why")
        @Size(max = ChangeNote.LONGEST, message = "must have at most {max} characters")
        String explanation,
        UUID redirectTo) {

    public RemoveRequest {
        explanation = ChangeNote.clean(explanation);
    }
}

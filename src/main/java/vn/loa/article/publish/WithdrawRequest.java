package vn.loa.article.publish;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import vn.loa.article.ChangeNote;

/** Why an article is withdrawn. */
@Schema(name = "WithdrawRequest", description = "Why an article is withdrawn.")
record WithdrawRequest(
        @Schema(description = "The notice that readers shall see.", required = true)
        @NotBlank(message = "must say why")
        @Size(max = ChangeNote.LONGEST, message = "must have at most {max} characters")
        String explanation) {

    public WithdrawRequest {
        explanation = ChangeNote.clean(explanation);
    }
}

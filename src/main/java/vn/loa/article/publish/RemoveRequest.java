package vn.loa.article.publish;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import vn.loa.article.ChangeNote;

/** Why an article is removed. */
@Schema(name = "RemoveRequest", description = "Why an article is removed.")
record RemoveRequest(
        @Schema(description = "What readers who look for it are told.", required = true)
        @NotBlank(message = "must say why")
        @Size(max = ChangeNote.LONGEST, message = "must have at most {max} characters")
        String explanation,
        @Schema(description = "A published article that readers are sent to instead.", nullable = true)
        UUID redirectTo) {

    public RemoveRequest {
        explanation = ChangeNote.clean(explanation);
    }
}

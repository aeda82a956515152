package vn.loa.article.publish;

import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** What becomes the working copy. */
@Schema(name = "RestoreRequest", description = "What becomes the working copy.")
record RestoreRequest(
        @Schema(description = "The number of a published revision.", required = true)
        @NotNull(message = "must be given")
        @Min(value = 1, message = "must be at least {value}")
        Integer revision) {
}

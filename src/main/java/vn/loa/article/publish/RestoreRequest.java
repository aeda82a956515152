package vn.loa.article.publish;

import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;

/** What becomes the working copy. */
record RestoreRequest(
        @NotNull(message = "must be given")
        @Min(value = 1, message = "must be at least {value}")
        Integer revision) {
}

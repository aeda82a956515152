package vn.loa.article.publish;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;
import vn.loa.article.ChangeNote;

/** Why an article is withdrawn. */
record WithdrawRequest(
        @NotBlank(message = "must say why")
        @Size(max = ChangeNote.LONGEST, message = "must have at most {max} characters")
        String explanation) {

    public WithdrawRequest {
        explanation = ChangeNote.clean(explanation);
    }
}

package vn.loa.effect.edit;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import vn.loa.directive.edit.DirectiveInput;
import vn.loa.text.fold.VietnameseText;
import vn.loa.text.structure.EId;

/** An event as an editor writes it. What else {@code EffectView} shows may be sent back as it was read. */
@JsonIgnoreProperties({"id", "source", "status", "statedIn", "rejection"})
record EffectRequest(
        @NotNull(message = "must be given")
        @Pattern(regexp = "commence|amend|insert|replace|replace-phrase|repeal|suspend|resume|correct",
                message = "must be commence, amend, insert, replace, replace-phrase, repeal, suspend, resume or correct")
        String kind,
        @Valid TargetInput target,
        @Valid ActingInput by,
        LocalDate since,
        LocalDate until,
        LocalDate sourceDate,
        @Valid QuoteInput quote,
        UUID corrects) {

    /** What it touches of the article's document; without it, the document as a whole. */
    @JsonIgnoreProperties({"document", "article", "candidates"})
    record TargetInput(
            @Size(max = EId.MAX_LENGTH, message = "must have at most {max} characters")
            String eId,
            @Pattern(regexp = "whole|heading|paragraph|phrase|content", message = "must be whole, heading, paragraph, phrase or content")
            String part,
            @Size(max = 500, message = "must have at most {max} characters")
            String named,
            @Size(max = 2000, message = "must have at most {max} characters")
            String phrase,
            @Size(max = 2000, message = "must have at most {max} characters")
            String replacement) {

        static final TargetInput DOCUMENT = new TargetInput(null, null, null, null, null);

        /** Cleaned before it is judged: what nobody can see is nothing. */
        TargetInput {
            named = VietnameseText.line(named);
            phrase = VietnameseText.line(phrase);
            replacement = VietnameseText.line(replacement);
        }
    }

    /** The document that does it: that of an article here, or one by its names; without both, the article's own. */
    @JsonIgnoreProperties({"article", "candidates"})
    record ActingInput(
            UUID articleId,
            @Valid DirectiveInput document,
            @Size(max = 50, message = "must have at most {max} items")
            List<String> provisions) {

        static final ActingInput OWN = new ActingInput(null, null, null);
    }

    /** The words that say it, and where they stand in the text of the acting document. */
    record QuoteInput(
            @NotBlank(message = "must be given")
            @Size(max = 4000, message = "must have at most {max} characters")
            String text,
            @Size(max = EId.MAX_LENGTH, message = "must have at most {max} characters")
            String paragraphEId,
            @Min(value = 0, message = "must be at least {value}")
            @Max(value = FURTHEST, message = "must be at most {value}")
            Integer start,
            @Min(value = 0, message = "must be at least {value}")
            @Max(value = FURTHEST, message = "must be at most {value}")
            Integer end) {

        static final int FURTHEST = 10_000_000;

        QuoteInput {
            text = VietnameseText.lines(text);
        }
    }
}

package vn.loa.directive.edit;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import vn.loa.directive.edit.TableInput.Row;
import vn.loa.text.fold.VietnameseText;
import vn.loa.text.structure.EId;

/** A section from an editor; it has the members of {@code SectionView}, most of them optional. */
public record SectionInput(
        @Size(max = EId.MAX_LENGTH, message = "must have at most {max} characters")
        String eId,
        @Size(max = EId.MAX_LENGTH, message = "must have at most {max} characters")
        String parentEId,
        Integer level,
        @Pattern(regexp = "part|chapter|section|subsection|article|clause|point|annex",
                message = "must be part, chapter, section, subsection, article, clause, point or annex")
        String kind,
        @Size(max = LONGEST_NUMBER, message = "must have at most {max} characters")
        String number,
        @Size(max = LONGEST_MARKER, message = "must have at most {max} characters")
        String marker,
        @Size(max = LONGEST_HEADING, message = "must have at most {max} characters")
        String heading,
        @Size(max = MOST_PARAGRAPHS, message = "must have at most {max} items")
        List<@NotNull(message = "must not be null") @Valid ParagraphInput> paragraphs,
        @Size(max = MOST_CITATIONS, message = "must have at most {max} items")
        List<@NotNull(message = "must not be null") @Valid CitationInput> citations,
        @Size(max = MOST_NOTES, message = "must have at most {max} items")
        List<@NotNull(message = "must not be null") @Valid NoteInput> notes) {

    /** The limit for a whole document, so that citations found in a text can be sent back. */
    public static final int MOST_CITATIONS = 20_000;
    public static final int MOST_PARAGRAPHS = 20_000;
    public static final int MOST_NOTES = 1_000;
    public static final int LONGEST_NUMBER = 20;
    public static final int LONGEST_MARKER = 60;
    public static final int LONGEST_HEADING = 2000;
    public static final int LONGEST_PARAGRAPH = 100_000;

    /** Normalises the texts before they are checked, so that a text of invisible characters counts as missing. */
    public SectionInput {
        number = VietnameseText.line(number);
        marker = VietnameseText.line(marker);
        heading = VietnameseText.line(heading);
    }

    /** A paragraph from an editor: words, or a table, whose text is made of its rows. */
    public record ParagraphInput(
            @Size(max = EId.MAX_LENGTH, message = "must have at most {max} characters")
            String eId,
            @Size(max = LONGEST_PARAGRAPH, message = "must have at most {max} characters")
            String text,
            @Pattern(regexp = "table", message = "must be table, or be left out")
            String kind,
            @Size(min = 1, max = TableInput.MOST_ROWS, message = "must have {min} to {max} items")
            List<@NotNull(message = "must not be null") @Valid Row> rows) {

        public ParagraphInput {
            text = text == null ? null : Objects.requireNonNullElse(VietnameseText.line(text), "");
        }
    }

    /** A note from an editor, in the shape in which it is read. */
    public record NoteInput(
            @Size(max = EId.MAX_LENGTH, message = "must have at most {max} characters")
            String eId,
            @NotNull(message = "must be given")
            @Size(min = 1, max = LONGEST_NUMBER, message = "must have {min} to {max} characters")
            String number,
            @NotNull(message = "must be given")
            @Pattern(regexp = "marker|heading|text", message = "must be marker, heading or text")
            String part,
            @Size(max = EId.MAX_LENGTH, message = "must have at most {max} characters")
            String at,
            Integer offset,
            @NotNull(message = "must be given")
            @Size(min = 1, max = 1000, message = "must have {min} to {max} items")
            List<@NotNull(message = "must not be null") @Valid ParagraphInput> paragraphs) {

        public NoteInput {
            number = VietnameseText.line(number);
        }
    }

    /**
     * A citation that an editor corrects. The articles to which it leads are always derived, never taken from the
     * input.
     */
    @JsonIgnoreProperties({"role", "status", "target", "candidates"})
    public record CitationInput(
            @NotNull(message = "must be given")
            String paragraphEId,
            @NotNull(message = "must be given")
            Integer start,
            @NotNull(message = "must be given")
            Integer end,
            @NotNull(message = "must be given")
            String raw,
            @Size(max = 100, message = "must have at most {max} characters")
            String type,
            @Size(max = 100, message = "must have at most {max} characters")
            String number,
            LocalDate issuedOn,
            @Size(max = 300, message = "must have at most {max} characters")
            String issuer,
            @Size(max = 2000, message = "must have at most {max} characters")
            String title,
            @Size(max = 1000, message = "must have at most {max} items")
            List<@NotNull(message = "must not be null") @Valid PinpointInput> pinpoints,
            @Size(max = 1000, message = "must have at most {max} items")
            List<@NotNull(message = "must not be null") String> divisions) {

        public CitationInput {
            type = VietnameseText.line(type);
            issuer = VietnameseText.line(issuer);
            title = VietnameseText.line(title);
        }
    }

    /** A pinpoint that an editor corrects. */
    @JsonIgnoreProperties("eId")
    public record PinpointInput(
            @NotNull(message = "must be given")
            String article,
            String clause,
            String point) {
    }
}

package vn.loa.directive.edit;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import vn.loa.text.fold.VietnameseText;
import vn.loa.text.structure.EId;

/** A section from an editor; it has the members of {@code SectionView}, most of them optional. */
@Schema(name = "SectionInput", description = "A numbered part of a directive, as it is written: in the shape in which it "
        + "is read. What is left out is worked out.")
public record SectionInput(
        @Schema(description = "Its address; made of kind and number, and that of its parent, when left out.",
                examples = "sec_3", nullable = true)
        @Size(max = EId.MAX_LENGTH, message = "must have at most {max} characters")
        String eId,
        @Schema(description = "The section it is part of, which must come before it; by `level` when left out.",
                nullable = true)
        @Size(max = EId.MAX_LENGTH, message = "must have at most {max} characters")
        String parentEId,
        @Schema(description = "Its depth in the tree, from 1; by `parentEId` when left out.", nullable = true)
        Integer level,
        @Schema(description = "What kind of part it is; by the kind of its parent when left out.", nullable = true,
                enumeration = {"part", "chapter", "section", "subsection", "article", "clause", "point", "annex"})
        @Pattern(regexp = "part|chapter|section|subsection|article|clause|point|annex",
                message = "must be part, chapter, section, subsection, article, clause, point or annex")
        String kind,
        @Schema(description = "Its number, without punctuation; taken from `marker` when left out.", examples = "3",
                nullable = true)
        @Size(max = LONGEST_NUMBER, message = "must have at most {max} characters")
        String number,
        @Schema(description = "Its number as the document prints it; made of kind and number when left out.",
                examples = "3.", nullable = true)
        @Size(max = LONGEST_MARKER, message = "must have at most {max} characters")
        String marker,
        @Schema(description = "Its heading.", nullable = true)
        @Size(max = LONGEST_HEADING, message = "must have at most {max} characters")
        String heading,
        @Schema(description = "Its paragraphs in order.", nullable = true)
        @Size(max = MOST_PARAGRAPHS, message = "must have at most {max} items")
        List<@NotNull(message = "must not be null") @Valid ParagraphInput> paragraphs,
        @Schema(description = "The documents its paragraphs cite; found in the text when left out.", nullable = true)
        @Size(max = MOST_CITATIONS, message = "must have at most {max} items")
        List<@NotNull(message = "must not be null") @Valid CitationInput> citations) {

    /** The limit for a whole document, so that citations found in a text can be sent back. */
    public static final int MOST_CITATIONS = 20_000;
    public static final int MOST_PARAGRAPHS = 20_000;
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

    /** A paragraph from an editor. */
    @Schema(name = "ParagraphInput", description = "A paragraph of a section, as it is written.")
    public record ParagraphInput(
            @Schema(description = "Its address; numbered inside its section when left out.", examples = "sec_3__p_1",
                    nullable = true)
            @Size(max = EId.MAX_LENGTH, message = "must have at most {max} characters")
            String eId,
            @Schema(description = "Its text.", required = true)
            @NotNull(message = "must be given")
            @Size(max = LONGEST_PARAGRAPH, message = "must have at most {max} characters")
            String text) {

        public ParagraphInput {
            text = text == null ? null : Objects.requireNonNullElse(VietnameseText.line(text), "");
        }
    }

    /**
     * A citation that an editor corrects. The articles to which it leads are always derived, never taken from the
     * input.
     */
    @Schema(name = "CitationInput", description = "A place in a section's text that names an official document, as an "
            + "editor corrects it. `role`, `status`, `target` and `candidates` are worked out and may be sent back as they were.")
    @JsonIgnoreProperties({"role", "status", "target", "candidates"})
    public record CitationInput(
            @Schema(description = "The paragraph it stands in.", examples = "sec_3__p_2", required = true)
            @NotNull(message = "must be given")
            String paragraphEId,
            @Schema(description = "Where `raw` begins in the paragraph's text, in UTF-16 code units.", required = true)
            @NotNull(message = "must be given")
            Integer start,
            @Schema(description = "Where `raw` ends, exclusive.", required = true)
            @NotNull(message = "must be given")
            Integer end,
            @Schema(description = "The words from `start` to `end`.", required = true)
            @NotNull(message = "must be given")
            String raw,
            @Schema(nullable = true)
            @Size(max = 100, message = "must have at most {max} characters")
            String type,
            @Schema(nullable = true)
            @Size(max = 100, message = "must have at most {max} characters")
            String number,
            @Schema(nullable = true)
            LocalDate issuedOn,
            @Schema(nullable = true)
            @Size(max = 300, message = "must have at most {max} characters")
            String issuer,
            @Schema(nullable = true)
            @Size(max = 2000, message = "must have at most {max} characters")
            String title,
            @Schema(description = "The parts of the document that are meant.", nullable = true)
            @Size(max = 1000, message = "must have at most {max} items")
            List<@NotNull(message = "must not be null") @Valid PinpointInput> pinpoints) {

        public CitationInput {
            type = VietnameseText.line(type);
            issuer = VietnameseText.line(issuer);
            title = VietnameseText.line(title);
        }
    }

    /** A pinpoint that an editor corrects. */
    @Schema(name = "PinpointInput", description = "A part of the cited document. `eId` is worked out and may be sent "
            + "back as it was.")
    @JsonIgnoreProperties("eId")
    public record PinpointInput(
            @Schema(description = "The number of the Điều.", examples = "5", required = true)
            @NotNull(message = "must be given")
            String article,
            @Schema(description = "The number of the khoản.", examples = "2", nullable = true)
            String clause,
            @Schema(description = "The letter of the điểm.", examples = "a", nullable = true)
            String point) {
    }
}

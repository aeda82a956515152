package vn.loa.article.edit;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import vn.loa.directive.edit.DirectiveInput;
import vn.loa.directive.edit.SectionInput;
import vn.loa.text.fold.VietnameseText;

/** An article's content as an editor writes it: what {@link DraftView} shows and an editor may change. */
@Schema(name = "ArticleContent", description = "An article's content as it is written: in the shape in which a draft is "
        + "read. What a draft shows besides may be sent back as it was read.")
// The elements of lists are checked by ContentReader, one by one.
public record ContentRequest(
        @Schema(description = "Its name in addresses; made of the title, or kept, when left out. After the first publish "
                + "a change comes into force with the next one.", examples = "chi-thi-22-ct-tu", nullable = true)
        @Size(max = 120, message = "must have at most {max} characters")
        @Pattern(regexp = "[a-z0-9]+(?:-[a-z0-9]+)*", message = "must be of a-z and 0-9, joined by single hyphens")
        String slug,
        @Schema(description = "The language of the text (BCP 47); `vi` when left out.", examples = "vi", nullable = true)
        @Size(max = 35, message = "must have at most {max} characters")
        @Pattern(regexp = "[A-Za-z]{2,3}(?:-[A-Za-z0-9]{2,8})*", message = "must be a language tag like vi or en-GB")
        String language,
        @Schema(required = true)
        @NotBlank(message = "must be given")
        @Size(max = 500, message = "must have at most {max} characters")
        String title,
        @Schema(description = "A few sentences for lists and previews.", nullable = true)
        @Size(max = 2000, message = "must have at most {max} characters")
        String summary,
        @Schema(description = "Who wrote it.", nullable = true)
        @Size(max = 300, message = "must have at most {max} characters")
        String byline,
        @Schema(description = "HTML of what stands before and around the directive's sections, or of the whole text of an "
                + "article without one. What could run or reach out is removed, and named under `warnings`.", nullable = true)
        @Size(max = LONGEST_BODY, message = "must have at most {max} characters")
        String body,
        @Schema(description = "Keywords, of at most 100 characters each.", nullable = true)
        @Size(max = 50, message = "must have at most {max} items")
        List<String> tags,
        @Schema(description = "The files that it carries, in order.", nullable = true)
        @Size(max = 100, message = "must have at most {max} items")
        List<AttachmentInput> attachments,
        @Schema(description = "The official document that it carries, if any.", nullable = true)
        @Valid DirectiveInput directive,
        @Schema(description = "The directive's sections in document order.", nullable = true)
        @Size(max = MOST_SECTIONS, message = "must have at most {max} items")
        List<SectionInput> sections) {

    public static final int LONGEST_BODY = 1_000_000;
    public static final int MOST_SECTIONS = 10_000;

    /** Cleaned before it is judged: what nobody can see is nothing. */
    public ContentRequest {
        title = VietnameseText.line(title);
        summary = VietnameseText.line(summary);
        byline = VietnameseText.line(byline);
        tags = tags == null ? null : tags.stream().map(VietnameseText::line).toList();
    }

    /** A file as an editor attaches it. */
    @Schema(name = "AttachmentInput", description = "A file to attach. What a draft shows of it besides may be sent back.")
    @JsonIgnoreProperties({"fileName", "mediaType", "size", "sha256", "url"})
    public record AttachmentInput(
            @Schema(description = "The file's id, from `POST /media`.", required = true)
            @NotNull(message = "must be given")
            UUID id,
            @Schema(description = "What the article calls it; its file name is shown where this is left out.", nullable = true)
            @Size(max = 300, message = "must have at most {max} characters")
            String title) {

        public AttachmentInput {
            title = VietnameseText.line(title);
        }
    }
}

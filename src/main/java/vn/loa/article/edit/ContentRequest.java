package vn.loa.article.edit;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import vn.loa.directive.edit.DirectiveInput;
import vn.loa.directive.edit.SectionInput;
import vn.loa.text.fold.VietnameseText;

/**
 * An article's content as an editor writes it: what {@link DraftView} shows and an editor may change.
 *
 * @param firstPublishedAt of an article from an earlier site that is created; null otherwise
 * @param publicUpdatedAt of an article from an earlier site that is created; null otherwise
 */
// The elements of lists are checked by ContentReader, one by one.
public record ContentRequest(
        @Size(max = 120, message = "must have at most {max} characters")
        @Pattern(regexp = "[a-z0-9]++(?:-[a-z0-9]++)*+", message = "must be of a-z and 0-9, joined by single hyphens")
        String slug,
        @Size(max = 35, message = "must have at most {max} characters")
        @Pattern(regexp = "[A-Za-z]{2,3}(?:-[A-Za-z0-9]{2,8}+)*+", message = "must be a language tag like vi or en-GB")
        String language,
        @NotBlank(message = "must be given")
        @Size(max = 500, message = "must have at most {max} characters")
        String title,
        @Size(max = 2000, message = "must have at most {max} characters")
        String summary,
        @Size(max = 300, message = "must have at most {max} characters")
        String byline,
        @Size(max = LONGEST_BODY, message = "must have at most {max} characters")
        String body,
        @Size(max = 50, message = "must have at most {max} items")
        List<String> tags,
        @Size(max = 100, message = "must have at most {max} items")
        List<AttachmentInput> attachments,
        @Valid PictureInput picture,
        @Size(max = 120, message = "must have at most {max} characters")
        String category,
        @Valid DirectiveInput directive,
        @Size(max = MOST_SECTIONS, message = "must have at most {max} items")
        List<SectionInput> sections,
        Instant firstPublishedAt,
        Instant publicUpdatedAt) {

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
    @JsonIgnoreProperties({"fileName", "mediaType", "size", "sha256", "url"})
    public record AttachmentInput(
            @NotNull(message = "must be given")
            UUID id,
            @Size(max = 300, message = "must have at most {max} characters")
            String title) {

        public AttachmentInput {
            title = VietnameseText.line(title);
        }
    }

    /** The image that stands for the article, as an editor chooses it. */
    @JsonIgnoreProperties({"url", "type", "width", "height", "widths"})
    public record PictureInput(
            @NotNull(message = "must be given")
            UUID mediaId,
            @NotBlank(message = "must say what the picture shows")
            @Size(max = 1000, message = "must have at most {max} characters")
            String alternativeText,
            @Size(max = 1000, message = "must have at most {max} characters")
            String caption,
            @Size(max = 300, message = "must have at most {max} characters")
            String credit) {

        public PictureInput {
            alternativeText = VietnameseText.line(alternativeText);
            caption = VietnameseText.line(caption);
            credit = VietnameseText.line(credit);
        }
    }
}

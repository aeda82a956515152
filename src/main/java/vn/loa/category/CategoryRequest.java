package vn.loa.category;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import vn.loa.text.fold.VietnameseText;

/** A category as an editor writes it. What else {@link CategoryView} shows may be sent back as it was read. */
@JsonIgnoreProperties({"id", "depth", "articles", "path"})
record CategoryRequest(
        @Size(max = 120, message = "must have at most {max} characters")
        @Pattern(regexp = "[a-z0-9]++(?:-[a-z0-9]++)*+", message = "must be of a-z and 0-9, joined by single hyphens")
        String slug,
        @NotBlank(message = "must be given")
        @Size(max = 200, message = "must have at most {max} characters")
        String title,
        @Min(value = -LARGEST_ORDER, message = "must be at least {value}")
        @Max(value = LARGEST_ORDER, message = "must be at most {value}")
        Integer order,
        @Size(max = 120, message = "must have at most {max} characters")
        String parent) {

    static final int LARGEST_ORDER = 1_000_000;

    /** Cleaned before it is judged: what nobody can see is nothing. */
    public CategoryRequest {
        title = VietnameseText.line(title);
    }

    static CategoryRequest of(CategoryView view) {
        return new CategoryRequest(view.slug(), view.title(), view.order(), view.parent());
    }

    int orderOrDefault() {
        return order == null ? 0 : order;
    }
}

package vn.loa.directive.rendering;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.function.Function;

/** The formats of a directive or of a part of it. */
public enum Rendering {

    /** JSON for programs. Its members depend on the resource, so the resource renders it. */
    JSON("application/json", null),
    HTML("text/html", DirectiveHtml::render),
    TEXT("text/plain", DirectivePlainText::render),
    MARKDOWN("text/markdown", DirectiveMarkdown::render),
    AKN("application/akn+xml", DirectiveAkn::render);

    private final String mediaType;
    private final Function<RevisionText, String> renderer;

    Rendering(String mediaType, Function<RevisionText, String> renderer) {
        this.mediaType = mediaType;
        this.renderer = renderer;
    }

    /** The media type without a charset. */
    public String mediaType() {
        return mediaType;
    }

    /** The media types in Loa's order of preference, for clients without a preference. */
    public static List<String> mediaTypes() {
        return Arrays.stream(values()).map(Rendering::mediaType).toList();
    }

    public static Rendering ofMediaType(String mediaType) {
        return Arrays.stream(values()).filter(form -> form.mediaType.equals(mediaType)).findFirst().orElseThrow();
    }

    /** The last part of the address that has this form: {@code html}, {@code text}. */
    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** @throws NullPointerException for JSON, which the resource renders */
    public String render(RevisionText document) {
        return renderer.apply(document);
    }
}

package vn.loa.directive.rendering;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;

/** The forms in which a directive, or a part of it, can be had. */
public enum Rendering {

    /** Data, for programs; the other forms are for readers. Whoever asks for it knows which. */
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

    /** Without a charset. */
    public String mediaType() {
        return mediaType;
    }

    /** In the order in which they are preferred where the reader has no preference. */
    public static List<String> mediaTypes() {
        return Arrays.stream(values()).map(Rendering::mediaType).toList();
    }

    public static Rendering ofMediaType(String mediaType) {
        return Arrays.stream(values()).filter(form -> form.mediaType.equals(mediaType)).findFirst().orElseThrow();
    }

    public static Optional<Rendering> ofName(String name) {
        return Arrays.stream(values()).filter(form -> form.wireName().equals(name)).findFirst();
    }

    /** {@code json, html, …}, for messages. */
    public static String names() {
        return Arrays.stream(values()).map(Rendering::wireName).collect(Collectors.joining(", "));
    }

    private String wireName() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** @throws NullPointerException for JSON, whose shape is that of its address */
    public String render(RevisionText edition) {
        return renderer.apply(edition);
    }
}

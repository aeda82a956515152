package vn.loa.media;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * The types that a file may have. Each is recognised by its bytes, and none can carry a script into the page that shows
 * it; therefore HTML and SVG are missing. Browsers show no Word files, and save them.
 */
enum FileType {
    PDF("application/pdf", "pdf"),
    PNG("image/png", "png"),
    JPEG("image/jpeg", "jpg", "jpeg"),
    GIF("image/gif", "gif"),
    WEBP("image/webp", "webp"),
    DOCX("application/vnd.openxmlformats-officedocument.wordprocessingml.document", "docx"),
    DOC("application/msword", "doc");

    private final String mediaType;
    private final List<String> extensions;

    FileType(String mediaType, String... extensions) {
        this.mediaType = mediaType;
        this.extensions = List.of(extensions);
    }

    static Optional<FileType> ofMediaType(String mediaType) {
        return Arrays.stream(values()).filter(type -> type.mediaType.equalsIgnoreCase(mediaType)).findFirst();
    }

    /** For error messages: {@code application/pdf, image/png, …}. */
    static String names() {
        return Arrays.stream(values()).map(type -> type.mediaType).collect(Collectors.joining(", "));
    }

    String mediaType() {
        return mediaType;
    }

    /** The file name extensions, in lower case and without the dot, the usual one first. */
    List<String> extensions() {
        return extensions;
    }
}

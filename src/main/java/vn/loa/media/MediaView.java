package vn.loa.media;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.time.Instant;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** A file's metadata in JSON, for editors. */
@Schema(name = "Media", description = "A file that articles can carry. It never changes.")
record MediaView(
        @Schema(description = "Its identity (UUIDv7).", required = true)
        UUID id,
        @Schema(description = "The name to save it under.", examples = "22-CT-TU.pdf", required = true)
        String fileName,
        @Schema(description = "What it is, by its content.", examples = "application/pdf", required = true)
        String mediaType,
        @Schema(description = "Its length in bytes.", required = true)
        long size,
        @Schema(description = "SHA-256 of its bytes, in hexadecimal digits.", pattern = "^[0-9a-f]{64}$",
                required = true)
        String sha256,
        @Schema(description = "In pixels; null for what is no image.", nullable = true, required = true)
        Integer width,
        @Schema(description = "In pixels; null for what is no image.", nullable = true, required = true)
        Integer height,
        @Schema(description = "When it was uploaded.", required = true)
        Instant uploadedAt,
        @JsonProperty("public")
        @Schema(description = "Whether everybody can read it at `url`: an article that is published "
                + "or withdrawn carries it in a published revision.", required = true)
        boolean isPublic,
        @Schema(description = "Where the public reads it, relative to the server; not found until it is public.",
                examples = "/api/v1/media/01a206d2-563a-7e8e-8a6a-736bf594a421", required = true)
        String url,
        @Schema(description = "Where editors read it, public or not.",
                examples = "/api/v1/media/01a206d2-563a-7e8e-8a6a-736bf594a421/preview", required = true)
        String previewUrl) {

    static MediaView of(Media media, boolean isPublic) {
        return new MediaView(media.id(), media.fileName().value(), media.mediaType(), media.size(), media.sha256Hex(),
                media.width(), media.height(), media.uploadedAt(), isPublic, media.url(), media.url() + "/preview");
    }
}

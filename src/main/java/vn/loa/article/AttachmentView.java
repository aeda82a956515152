package vn.loa.article;

import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** A file that an article carries, in JSON. Its bytes never change; a new version is another file. */
@Schema(name = "Attachment", description = "A file that an article carries.")
public record AttachmentView(
        @Schema(description = "The file's identity (UUIDv7).", required = true)
        UUID id,
        @Schema(description = "What this article calls the file; null where its name is enough.", nullable = true,
                required = true)
        String title,
        @Schema(description = "The name to save it under.", examples = "22-CT-TU.pdf", required = true)
        String fileName,
        @Schema(description = "What it is.", examples = "application/pdf", required = true)
        String mediaType,
        @Schema(description = "Its length in bytes.", required = true)
        long size,
        @Schema(description = "SHA-256 of its bytes, in hexadecimal digits.", pattern = "^[0-9a-f]{64}$",
                required = true)
        String sha256,
        @Schema(description = "Where it is, relative to the server.",
                examples = "/api/v1/media/01a206d2-563a-7e8e-8a6a-736bf594a421", required = true)
        String url) {

    /** The same file with a title; null for none. */
    public AttachmentView titled(String newTitle) {
        return new AttachmentView(id, newTitle, fileName, mediaType, size, sha256, url);
    }
}

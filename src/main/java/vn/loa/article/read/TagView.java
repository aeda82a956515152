package vn.loa.article.read;

import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** A tag in JSON. */
@Schema(name = "Tag", description = "A keyword, and how many articles have it.")
record TagView(
        @Schema(description = "The keyword: `/articles?tag=` lists those that have it.", examples = "an toàn giao thông",
                required = true)
        String tag,
        @Schema(description = "How many public articles have it.", required = true)
        long articles) {
}

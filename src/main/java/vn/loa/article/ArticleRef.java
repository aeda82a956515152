package vn.loa.article;

import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** A published article in short, where another resource refers to it. */
@Schema(name = "RegisterArticle", description = "An article of the portal, in short.")
public record ArticleRef(
        @Schema(description = "Its id.", required = true) UUID id,
        @Schema(description = "Its name in addresses.", required = true) String slug,
        @Schema(description = "Whether it is withdrawn.", enumeration = {"published", "withdrawn"}, required = true)
        String state,
        @Schema(description = "Its own title.", required = true) String title) {
}

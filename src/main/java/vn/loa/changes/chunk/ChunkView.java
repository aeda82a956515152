package vn.loa.changes.chunk;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.List;
import vn.loa.article.ArticleRef;
import vn.loa.directive.DirectiveView;
import vn.loa.directive.force.ForceView;

/**
 * A provision, or the body of an article, in JSON.
 *
 * @param id the same for every revision
 * @param document that the article carries; null for none
 * @param eId null for the body
 * @param path the headings from the top to the provision itself
 * @param citation how one cites it; null for a body without a document
 * @param force null for an article without a document
 * @param hash of the text
 */
record ChunkView(
        String id,
        ArticleRef article,
        DirectiveView document,
        int revision,
        String eId,
        List<String> path,
        String citation,
        String text,
        @JsonInclude(JsonInclude.Include.NON_EMPTY)
        List<String> notes,
        ForceView force,
        String hash,
        String address) {
}

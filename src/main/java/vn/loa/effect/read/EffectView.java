package vn.loa.effect.read;

import com.fasterxml.jackson.annotation.JsonIgnore;
import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Instant;
import java.time.LocalDate;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import vn.loa.article.ArticleRef;
import vn.loa.directive.CitationView;
import vn.loa.directive.DirectiveView;
import vn.loa.http.CacheTagged;

/**
 * An event in JSON.
 *
 * @param status counts, corrected, rejected or outweighed
 * @param sourceDate the day of the source: what it says is known up to then
 * @param statedIn the article whose text says it; null for what an editor says
 * @param corrects of an editor's event, the event that counts no longer
 * @param rejection why it does not count; null unless it was rejected
 * @param version of an editor's event, for {@code If-Match}
 */
public record EffectView(
        UUID id,
        String kind,
        String source,
        String status,
        Target target,
        Acting by,
        LocalDate since,
        LocalDate until,
        LocalDate sourceDate,
        Words quote,
        ArticleRef statedIn,
        UUID corrects,
        Rejection rejection,
        @JsonIgnore String version,
        @JsonIgnore Set<String> waitsFor) implements CacheTagged {

    /** What it touches; {@code eId} is null for the document as a whole, and for a part that is named in words alone. */
    public record Target(
            DirectiveView document,
            CitationView.Target article,
            @JsonInclude(JsonInclude.Include.NON_EMPTY)
            List<CitationView.Target> candidates,
            String eId,
            String part,
            String named,
            String phrase,
            String replacement) {
    }

    /** The document that does it, and its provisions that say so. */
    public record Acting(
            DirectiveView document,
            CitationView.Target article,
            @JsonInclude(JsonInclude.Include.NON_EMPTY)
            List<CitationView.Target> candidates,
            List<String> provisions) {
    }

    /** The words that say it; where they stand is null when an editor does not say it. */
    public record Words(
            String text,
            String paragraphEId,
            Integer start,
            Integer end) {
    }

    /** An editor's word that it does not count. */
    public record Rejection(
            Instant at,
            String reason) {
    }

    /** The same event with another status. */
    EffectView withStatus(String other) {
        return new EffectView(id, kind, source, other, target, by, since, until, sourceDate, quote, statedIn, corrects, rejection,
                version, waitsFor);
    }

    /** The tags of the articles that it shows, and of the documents that it names, which others may come to carry. */
    @Override
    public Set<String> cacheTags() {
        Set<String> tags = new LinkedHashSet<>();
        if (statedIn != null) {
            tags.add(CacheTagged.ofArticle(statedIn.id()));
        }
        tags.addAll(DocumentEnd.tags(target.article, target.candidates));
        tags.addAll(DocumentEnd.tags(by.article, by.candidates));
        tags.addAll(waitsFor);
        return tags;
    }
}

package vn.loa.directive;

import com.fasterxml.jackson.annotation.JsonIgnore;
import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.LocalDate;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import vn.loa.http.CacheTagged;

/** A citation in JSON. */
public record CitationView(
        String paragraphEId,
        int start,
        int end,
        String raw,
        String role,
        String type,
        String number,
        LocalDate issuedOn,
        String issuer,
        String title,
        @JsonInclude(JsonInclude.Include.NON_EMPTY)
        List<PinpointView> pinpoints,
        @JsonInclude(JsonInclude.Include.NON_EMPTY)
        List<String> divisions,
        String status,
        Target target,
        @JsonInclude(JsonInclude.Include.NON_EMPTY)
        List<Target> candidates,
        @JsonIgnore String documentKey) implements CacheTagged {

    /** The eId of the part that is named first; null when none is named. */
    public String firstPart() {
        return !pinpoints.isEmpty() ? pinpoints.get(0).eId() : divisions.isEmpty() ? null : divisions.get(0);
    }

    /**
     * The tags of the articles to which it leads, and of its document number or law's name, to which other articles may come
     * to belong.
     */
    @Override
    public Set<String> cacheTags() {
        return new Resolution(status, target, candidates).cacheTags(documentKey);
    }

    /** The last members of a citation: where it leads now. */
    record Resolution(
            String status,
            Target target,
            @JsonInclude(JsonInclude.Include.NON_EMPTY)
            List<Target> candidates) {

        /** @param targets the public directives to which it leads, the latest first */
        static Resolution of(List<Target> targets) {
            return new Resolution(targets.isEmpty() ? "unresolved" : targets.size() == 1 ? "resolved" : "ambiguous",
                    targets.size() == 1 ? targets.get(0) : null, targets.size() > 1 ? targets : List.of());
        }

        /** See {@link CitationView#cacheTags}. */
        Set<String> cacheTags(String documentKey) {
            Set<String> tags = new LinkedHashSet<>();
            if (documentKey != null) {
                tags.add(NumberTag.of(documentKey));
            }
            if (target != null) {
                tags.add(CacheTagged.ofArticle(target.articleId()));
            }
            candidates.forEach(candidate -> tags.add(CacheTagged.ofArticle(candidate.articleId())));
            return tags;
        }
    }

    /** An article that carries a cited document. */
    public record Target(
            UUID articleId,
            String slug,
            String title) {
    }
}

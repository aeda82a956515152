package vn.loa.feed;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonProperty;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import vn.loa.directive.CitationView;
import vn.loa.directive.DirectiveView;
import vn.loa.directive.force.ForceView;

/** An official document in the terms of schema.org: the directive of an article, or a cited document. */
@JsonInclude(JsonInclude.Include.NON_EMPTY)
record Legislation(
        @JsonProperty("@type") String schema,
        String name,
        String legislationIdentifier,
        String legislationType,
        LocalDate legislationDate,
        NewsArticle.Agent legislationPassedBy,
        String legislationLegalForce,
        String temporalCoverage,
        String inLanguage,
        String url,
        List<Legislation> citation) {

    private static final String TYPE = "Legislation";

    /**
     * @param force the document's status
     * @param coverage the first day on which it was in force and the last one; null when the first is unknown
     * @param url the URI of the article that carries the document
     */
    static Legislation carried(DirectiveView directive, ForceView force, String coverage, String language, String url,
            List<Legislation> cited) {
        return new Legislation(TYPE, name(directive.type(), directive.number(), directive.title()), directive.number(),
                directive.type(), directive.issuedOn(), issuer(directive.issuer()), legalForce(force), coverage, language, url, cited);
    }

    /** @param url the URI of the article that carries the document; null when there is none or more than one */
    static Legislation cited(CitationView citation, String url) {
        // Without a number, the words of the citation are the only name.
        String name = citation.number() == null ? citation.raw()
                : name(citation.type(), citation.number(), citation.title());
        return new Legislation(TYPE, name, citation.number(), citation.type(), citation.issuedOn(),
                issuer(citation.issuer()), null, null, null, url, List.of());
    }

    /** Null for an unknown status, for which schema.org has no word. */
    private static String legalForce(ForceView force) {
        return force == null ? null : switch (force.status()) {
            case "in-force" -> "https://schema.org/InForce";
            case "partly" -> "https://schema.org/PartiallyInForce";
            case ForceView.UNKNOWN_STATUS -> null;
            default -> "https://schema.org/NotInForce";
        };
    }

    private static String name(String type, String number, String title) {
        return Stream.of(type, number == null ? null : type == null ? number : "số " + number,
                        title == null ? null : "về " + title)
                .filter(Objects::nonNull).collect(Collectors.joining(" "));
    }

    private static NewsArticle.Agent issuer(String name) {
        return name == null ? null : NewsArticle.Agent.organization(name, null);
    }
}

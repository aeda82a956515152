package vn.loa.citation.check;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import vn.loa.article.ArticleRef;
import vn.loa.directive.DirectiveView;
import vn.loa.directive.diff.WordView;
import vn.loa.directive.force.ForceView;

/**
 * A checked citation in JSON.
 *
 * @param document what the text says of the document; null when it could not be read
 * @param disagreements in what the candidates of a citation that none agrees with are different
 * @param target the document here; null when none or several may be meant
 * @param explanation the verdict in a sentence
 */
record CheckedCitationView(
        String raw,
        int start,
        int end,
        Named document,
        List<NamedPart> pinpoints,
        Verdict verdict,
        String explanation,
        @JsonInclude(JsonInclude.Include.NON_EMPTY)
        List<String> disagreements,
        Target target,
        @JsonInclude(JsonInclude.Include.NON_EMPTY)
        List<Target> candidates,
        @JsonInclude(JsonInclude.Include.NON_EMPTY)
        List<Quoted> quotations) {

    /** A document as the text names it. */
    record Named(
            String type,
            String number,
            LocalDate issuedOn,
            String issuer,
            String title) {
    }

    /**
     * A part of a document as the text names it.
     *
     * @param article of a Điều or a part of one; null for other parts
     */
    record NamedPart(
            String article,
            String clause,
            String point,
            String eId) {

        private static final Pattern OF_ARTICLE = Pattern.compile("art_([^_]+)(?:__para_([^_]+))?(?:__point_([^_]+))?");

        static NamedPart of(String eId) {
            Matcher parts = OF_ARTICLE.matcher(eId);
            return parts.matches() ? new NamedPart(parts.group(1), parts.group(2), parts.group(3), eId)
                    : new NamedPart(null, null, null, eId);
        }
    }

    /**
     * A document here that is or may be meant.
     *
     * @param location of the document, or of the provision when one is named and exists
     * @param force on the day asked about
     * @param changedBy what ended, suspended or changed the document, where something did
     */
    record Target(
            DirectiveView directive,
            ArticleRef article,
            String location,
            ForceView force,
            @JsonInclude(JsonInclude.Include.NON_EMPTY)
            List<Changer> changedBy,
            @JsonInclude(JsonInclude.Include.NON_EMPTY)
            List<Provision> provisions) {
    }

    /**
     * A named provision of a document here.
     *
     * @param exists null when the document's text is not here by sections, so that nobody can say
     * @param existing what exists instead; null for a provision that exists
     */
    record Provision(
            String eId,
            Boolean exists,
            String location,
            ForceView force,
            @JsonInclude(JsonInclude.Include.NON_EMPTY)
            List<Changer> changedBy,
            Existing existing) {
    }

    /**
     * The sections of one kind that exist in a place.
     *
     * @param inside the eId of the place; null for the document as a whole
     * @param numbers in order, ranges as "1-44"
     */
    record Existing(
            String inside,
            String kind,
            List<String> numbers) {
    }

    /**
     * Who ended or changed it: the acting document, where it is known.
     *
     * @param kind of the event
     * @param since the first day; null when it is not determined
     * @param article that carries the acting document here; null for none
     */
    record Changer(
            UUID effect,
            String kind,
            LocalDate since,
            DirectiveView directive,
            ArticleRef article,
            List<String> provisions) {
    }

    /**
     * Words that the text quotes.
     *
     * @param result matches, differs or unchecked
     * @param foundIn the eId of the section that has the words: another one than the named, for words that differ there
     * @param difference from the provision's words to the quoted ones; null unless they differ
     */
    record Quoted(
            String text,
            int start,
            int end,
            String result,
            String foundIn,
            @JsonInclude(JsonInclude.Include.NON_EMPTY)
            List<WordView> difference) {
    }
}

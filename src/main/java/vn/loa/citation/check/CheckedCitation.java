package vn.loa.citation.check;

import jakarta.ws.rs.core.UriBuilder;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import vn.loa.citation.check.CheckedCitationView.Named;
import vn.loa.citation.check.CheckedCitationView.NamedPart;
import vn.loa.citation.check.CheckedCitationView.Provision;
import vn.loa.citation.check.CheckedCitationView.Quoted;
import vn.loa.citation.check.CheckedCitationView.Target;
import vn.loa.citation.check.CitedDocuments.Found;
import vn.loa.directive.CitedDocument;
import vn.loa.directive.force.ForceView;
import vn.loa.http.ApiPaths;
import vn.loa.text.check.CitedPart;
import vn.loa.text.check.LegalStatement;
import vn.loa.text.citation.Citation;
import vn.loa.text.fold.VietnameseText;

/** A citation of the text, with the documents here that have its number or name. */
final class CheckedCitation {

    private static final String TYPE = "type";
    private static final String ISSUED_ON = "issuedOn";
    private static final String TITLE = "title";

    private final LegalStatement statement;
    private final CitedDocuments.Wanted wanted;
    private final List<Found> agreeing = new ArrayList<>();
    private final List<Found> others = new ArrayList<>();

    /** @param wanted null when nothing can be looked up */
    CheckedCitation(LegalStatement statement, CitedDocuments.Wanted wanted, List<Found> found) {
        this.statement = statement;
        this.wanted = wanted;
        found.forEach(document -> (document.agrees() && sameName(document) ? agreeing : others).add(document));
    }

    LegalStatement statement() {
        return statement;
    }

    /** The documents that agree with all that the citation says. */
    List<Found> meant() {
        return agreeing;
    }

    /** Whether the law has the cited name. A short name in capitals, as BLDS, says nothing. */
    private boolean sameName(Found document) {
        Citation citation = statement.citation();
        String cited = citation.number() == null ? null : CitedDocument.nameKey(citation.type(), citation.title());
        String own = CitedDocument.nameKey(document.directive().type(), document.directive().title());
        if (cited == null || own == null || citation.title().equals(citation.title().toUpperCase(Locale.ROOT))) {
            return true;
        }
        String one = plain(cited);
        String other = plain(own);
        return one.startsWith(other) || other.startsWith(one);
    }

    private static String plain(String key) {
        return VietnameseText.fold(key).replaceAll("[^a-z0-9]+", " ").strip();
    }

    CheckedCitationView view(CitationCheck.Facts facts) {
        List<Target> targets = (agreeing.isEmpty() ? others : agreeing).stream().map(document -> target(document, facts)).toList();
        List<Quoted> quotations = agreeing.size() == 1 ? quotations(agreeing.get(0), facts)
                : statement.quotations().stream().map(quotation -> new Quoted(quotation.words(), quotation.start(), quotation.end(),
                        CitedWords.UNCHECKED, null, List.of())).toList();
        Target only = agreeing.size() == 1 ? targets.get(0) : null;
        Verdict verdict = verdict(only, quotations);
        return new CheckedCitationView(statement.raw(), statement.start(), statement.end(), named(), pinpoints(), verdict,
                Explanation.of(verdict, statement, only, targets, disagreements(), quotations, facts.day()), disagreements(),
                only, only == null ? targets : List.of(), quotations);
    }

    private Verdict verdict(Target only, List<Quoted> quotations) {
        if (wanted == null) {
            return Verdict.NOT_UNDERSTOOD;
        }
        if (agreeing.isEmpty()) {
            return Verdict.NOT_HELD;
        }
        if (only == null) {
            return Verdict.AMBIGUOUS;
        }
        if (only.provisions().stream().anyMatch(provision -> Boolean.FALSE.equals(provision.exists()))) {
            return Verdict.NO_SUCH_PROVISION;
        }
        if (only.provisions().stream().anyMatch(provision -> provision.exists() == null)) {
            return Verdict.NOT_HELD;
        }
        return quotations.stream().anyMatch(quoted -> quoted.result().equals(CitedWords.DIFFERS)) ? Verdict.QUOTATION_DIFFERS
                : Verdict.EXISTS;
    }

    /** In what the documents with the cited number or name are different from the citation. */
    private List<String> disagreements() {
        if (!agreeing.isEmpty()) {
            return List.of();
        }
        Set<String> all = new LinkedHashSet<>();
        for (Found document : others) {
            all.add(document.sameType() ? null : TYPE);
            all.add(document.sameDate() ? null : ISSUED_ON);
            all.add(sameName(document) ? null : TITLE);
        }
        return all.stream().filter(Objects::nonNull).toList();
    }

    private Named named() {
        Citation citation = statement.citation();
        return citation == null ? null : new Named(citation.type(), citation.number() == null ? null : citation.number().toString(),
                citation.issuedOn(), citation.issuer(), citation.title());
    }

    private List<NamedPart> pinpoints() {
        return statement.parts().stream().map(part -> NamedPart.of(part.eIds().get(0).value())).toList();
    }

    private Target target(Found document, CitationCheck.Facts facts) {
        boolean agrees = agreeing.contains(document);
        List<Provision> provisions = agrees ? statement.parts().stream().map(part -> provision(document, part, facts)).toList() : List.of();
        String location = provisions.stream().map(Provision::location).filter(Objects::nonNull).findFirst()
                .orElse(location(document.articleId(), null));
        ForceView force = agrees ? facts.force(document.articleId(), null) : null;
        return new Target(document.directive(), document.article(), location, force, CitedReasons.of(force, facts.changers()), provisions);
    }

    private static Provision provision(Found document, CitedPart part, CitationCheck.Facts facts) {
        CitedProvisions.Found found = facts.provisions().get(new CitedProvisions.Wanted(document, part));
        if (found.exists()) {
            ForceView force = facts.force(document.articleId(), found.eId());
            return new Provision(found.eId(), true, location(document.articleId(), found.eId()), force,
                    CitedReasons.of(force, facts.changers()), null);
        }
        String eId = part.eIds().get(0).value();
        boolean bySections = found.eId() != null || !found.inside().isEmpty();
        return new Provision(eId, bySections ? false : null, null, null, List.of(),
                bySections ? found.inside().of(found.eId(), eId) : null);
    }

    private List<Quoted> quotations(Found document, CitationCheck.Facts facts) {
        List<String> eIds = new ArrayList<>();
        boolean missing = false;
        for (CitedPart part : statement.parts()) {
            CitedProvisions.Found found = facts.provisions().get(new CitedProvisions.Wanted(document, part));
            missing |= !found.exists();
            eIds.add(found.eId());
        }
        boolean comparable = !missing;
        return statement.quotations().stream().map(quotation -> comparable
                ? facts.words().check(quotation, document.revisionId(), eIds)
                : new Quoted(quotation.words(), quotation.start(), quotation.end(), CitedWords.UNCHECKED, null, List.of())).toList();
    }

    private static String location(UUID article, String eId) {
        UriBuilder uri = UriBuilder.fromPath(ApiPaths.ARTICLES).segment(article.toString());
        return (eId == null ? uri : uri.segment("sections", eId)).build().toASCIIString();
    }
}

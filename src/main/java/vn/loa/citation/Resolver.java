package vn.loa.citation;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.ws.rs.core.UriBuilder;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import vn.loa.article.read.LegalDay;
import vn.loa.citation.RegisterEntryView.Candidate;
import vn.loa.citation.RegisterRepository.MatchingDirective;
import vn.loa.http.ApiPaths;
import vn.loa.text.citation.DocumentQuery;
import vn.loa.text.structure.EId;

/** Finds the documents that an author may mean: by the whole number first, then by its beginning, then by words. */
@ApplicationScoped
public class Resolver {

    /** Of what is typed. */
    public static final int MAX_LENGTH = 300;
    private static final int MAX_MATCHES = 20;
    /** With all words: more than are returned, because those whose issuer was typed are chosen among them. */
    private static final int MAX_WITH_WORDS = 100;

    private final RegisterRepository register;
    private final LegalDay day;

    Resolver(RegisterRepository register, LegalDay day) {
        this.register = register;
        this.day = day;
    }

    /**
     * At most {@value #MAX_MATCHES} documents, each with the URI to which the query leads in it. Runs at most four statements.
     *
     * @param inForceOn leaves out what is not in force on that day; null for all documents
     */
    public List<Candidate> resolve(String typed, LocalDate inForceOn) {
        DocumentQuery query = DocumentQuery.parse(typed);
        List<MatchingDirective> matches = narrowed(find(query, inForceOn)).stream().limit(MAX_MATCHES).toList();
        List<String> wantedEIds = query.sections().stream().map(EId::value).toList();
        Map<UUID, List<String>> sections = matches.isEmpty() || wantedEIds.isEmpty() ? Map.of()
                : register.sections(matches.stream().map(match -> match.article().id()).toList(), wantedEIds);
        return matches.stream().map(match -> {
            List<String> existing = sections.getOrDefault(match.article().id(), List.of());
            String eId = wantedEIds.stream().filter(existing::contains).findFirst().orElse(null);
            return new Candidate(match.directive(), match.force(), match.article(), location(match.article().id(), eId), eId);
        }).toList();
    }

    /** A number whose document is not in force is not looked for among words: they would lead to another document. */
    private List<MatchingDirective> find(DocumentQuery query, LocalDate inForceOn) {
        LocalDate shown = day.of(inForceOn);
        List<MatchingDirective> found = longest(register.withNumber(query, shown, inForceOn != null, MAX_MATCHES));
        if (found.isEmpty()) {
            found = register.withNumberStart(query, shown, inForceOn != null, MAX_MATCHES);
        }
        return found.isEmpty() ? register.withWords(query, shown, inForceOn != null, MAX_WITH_WORDS)
                : found.stream().filter(match -> inForceOn == null || match.force().isInForce()).toList();
    }

    /** Keeps the longest matching number: "5-CT/TU" contains "5-CT", but the author did not mean that. */
    private static List<MatchingDirective> longest(List<MatchingDirective> matches) {
        int length = matches.stream().mapToInt(match -> match.foldedNumber().length()).max().orElse(0);
        return matches.stream().filter(match -> match.foldedNumber().length() == length).toList();
    }

    /** Keeps the documents whose issuer was typed, if there are any. */
    private static List<MatchingDirective> narrowed(List<MatchingDirective> matches) {
        List<MatchingDirective> named = matches.stream().filter(MatchingDirective::issuerTyped).toList();
        return named.isEmpty() ? matches : named;
    }

    private static String location(UUID article, String eId) {
        UriBuilder uri = UriBuilder.fromPath(ApiPaths.V1 + "/articles").segment(article.toString());
        return (eId == null ? uri : uri.segment("sections", eId)).build().toASCIIString();
    }
}

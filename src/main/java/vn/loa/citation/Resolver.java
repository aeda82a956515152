package vn.loa.citation;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.ws.rs.core.UriBuilder;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import vn.loa.citation.RegisterEntryView.Candidate;
import vn.loa.citation.RegisterRepository.Match;
import vn.loa.http.ApiPaths;
import vn.loa.text.citation.DocumentQuery;
import vn.loa.text.structure.EId;

/** Finds the documents that an author may mean: by the whole number first, then by its beginning, then by words. */
@ApplicationScoped
class Resolver {

    private static final int MOST = 20;
    /** More than are returned, because some matches are filtered out in Java. */
    private static final int MOST_READ = 100;

    private final RegisterRepository register;

    Resolver(RegisterRepository register) {
        this.register = register;
    }

    /**
     * At most {@value #MOST} documents, each with the URI to which the query leads in it. Runs at most four statements.
     */
    List<Candidate> resolve(String typed) {
        DocumentQuery query = DocumentQuery.parse(typed);
        List<Match> matches = narrowed(find(query), query).stream().limit(MOST).toList();
        List<String> wanted = query.sections().stream().map(EId::value).toList();
        Map<UUID, List<String>> sections = matches.isEmpty() || wanted.isEmpty() ? Map.of()
                : register.sections(matches.stream().map(match -> match.article().id()).toList(), wanted);
        return matches.stream().map(match -> new Candidate(match.directive(), match.article(),
                location(match.article().id(), wanted, sections.getOrDefault(match.article().id(), List.of()))))
                .toList();
    }

    private List<Match> find(DocumentQuery query) {
        List<Match> found = longest(register.withNumber(query, MOST_READ));
        if (found.isEmpty()) {
            found = register.withNumberStart(query, MOST_READ);
        }
        return found.isEmpty() ? register.withWords(query, MOST_READ) : found;
    }

    /** Keeps the longest matching number: "5-CT/TU" contains "5-CT", but the author did not mean that. */
    private static List<Match> longest(List<Match> matches) {
        int length = matches.stream().mapToInt(match -> match.foldedNumber().length()).max().orElse(0);
        return matches.stream().filter(match -> match.foldedNumber().length() == length).toList();
    }

    /** Keeps the documents whose issuer was typed, if there are any. */
    private static List<Match> narrowed(List<Match> matches, DocumentQuery query) {
        if (matches.size() < 2) {
            return matches;
        }
        String typed = " " + query.folded() + " ";
        List<Match> named = matches.stream()
                .filter(match -> match.directive().issuer() != null)
                .filter(match -> typed.contains(" " + DocumentQuery.foldedNumber(match.directive().issuer()) + " "))
                .toList();
        return named.isEmpty() ? matches : named;
    }

    private static String location(UUID article, List<String> wanted, List<String> there) {
        UriBuilder address = UriBuilder.fromPath(ApiPaths.V1 + "/articles").segment(article.toString());
        return wanted.stream().filter(there::contains).findFirst()
                .map(eId -> address.segment("sections", eId)).orElse(address).build().toASCIIString();
    }
}

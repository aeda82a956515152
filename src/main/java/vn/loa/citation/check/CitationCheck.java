package vn.loa.citation.check;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import vn.loa.article.read.LegalDay;
import vn.loa.citation.check.CheckedCitationView.Changer;
import vn.loa.citation.check.CitedDocuments.Found;
import vn.loa.directive.force.ForceView;
import vn.loa.directive.force.Forces;
import vn.loa.directive.force.SectionForces;
import vn.loa.http.answer.AnswerBudget;
import vn.loa.text.check.CheckedText;
import vn.loa.text.check.CitedPart;
import vn.loa.text.check.LegalStatement;

/**
 * Checks the citations of a text against what is public here. Reads the text first, then runs at most five statements, however
 * much it cites: documents, provisions, quoted texts, statuses, and what changed them.
 */
@ApplicationScoped
public class CitationCheck {

    /** Of one request. The caller is told how far the text was checked, and may send the rest. */
    static final int MOST = 1_000;
    /** In the answer, for a citation without its words. */
    private static final int CITATION_BYTES = 1_500;
    /** In the answer, for a document or a provision. */
    private static final int TARGET_BYTES = 600;
    private static final int EFFECT_BYTES = 40;

    private final CitedDocuments documents;
    private final CitedProvisions provisions;
    private final CitedReasons reasons;
    private final Forces forces;
    private final LegalDay today;
    private final AnswerBudget budget;
    private final Map<Verdict, Counter> verdicts = new EnumMap<>(Verdict.class);

    CitationCheck(CitedDocuments documents, CitedProvisions provisions, CitedReasons reasons, Forces forces, LegalDay today,
            AnswerBudget budget, MeterRegistry metrics) {
        this.documents = documents;
        this.provisions = provisions;
        this.reasons = reasons;
        this.forces = forces;
        this.today = today;
        this.budget = budget;
        for (Verdict verdict : Verdict.values()) {
            verdicts.put(verdict, Counter.builder("loa.citations.checked").tag("verdict", verdict.word())
                    .description("Citations that were checked").register(metrics));
        }
    }

    /** @param on the day that the statuses are about; null for today */
    public CheckView check(String text, LocalDate on) {
        LocalDate day = today.of(on);
        CheckedText.Reading reading = CheckedText.read(text, MOST);
        budget.reserve((long) CITATION_BYTES * reading.statements().size() + 2L * text.length());
        List<CheckedCitation> citations = new ArrayList<>();
        Map<CitedDocuments.Wanted, List<Found>> found = documents.find(reading.statements().stream()
                .filter(each -> each.citation() != null).map(each -> CitedDocuments.wanted(each.citation(), day)).toList());
        for (LegalStatement statement : reading.statements()) {
            CitedDocuments.Wanted wanted = statement.citation() == null ? null : CitedDocuments.wanted(statement.citation(), day);
            citations.add(new CheckedCitation(statement, wanted, wanted == null ? List.of() : found.getOrDefault(wanted, List.of())));
        }
        Facts facts = facts(citations, day);
        budget.reserve(citations.stream().mapToLong(citation -> bytes(citation, facts)).sum());
        List<CheckedCitationView> items = citations.stream().map(citation -> citation.view(facts)).toList();
        items.forEach(item -> verdicts.get(item.verdict()).increment());
        return new CheckView(day, items, reading.readTo());
    }

    /**
     * What the database says of what is cited.
     *
     * @param provisions those that were looked for
     * @param changers by event
     */
    record Facts(Map<CitedProvisions.Wanted, CitedProvisions.Found> provisions, CitedWords words, Map<UUID, SectionForces> forces,
            Map<UUID, Changer> changers, LocalDate day) {

        ForceView force(UUID article, String eId) {
            SectionForces all = forces.get(article);
            return all == null ? ForceView.UNKNOWN : eId == null ? all.document() : all.of(eId);
        }
    }

    private static long bytes(CheckedCitation citation, Facts facts) {
        return citation.meant().stream().mapToLong(document -> TARGET_BYTES
                + (long) EFFECT_BYTES * facts.force(document.articleId(), null).effects().size()
                + citation.statement().parts().stream().map(part -> facts.provisions().get(new CitedProvisions.Wanted(document, part)))
                        .mapToLong(found -> TARGET_BYTES + EFFECT_BYTES * facts.force(document.articleId(), found.eId()).effects().size()).sum())
                .sum();
    }

    private Facts facts(List<CheckedCitation> citations, LocalDate day) {
        List<CitedProvisions.Wanted> parts = new ArrayList<>();
        Set<UUID> articles = new HashSet<>();
        for (CheckedCitation citation : citations) {
            for (Found document : citation.meant()) {
                articles.add(document.articleId());
                citation.statement().parts().forEach(part -> parts.add(new CitedProvisions.Wanted(document, part)));
            }
        }
        Map<CitedProvisions.Wanted, CitedProvisions.Found> existing = provisions.find(parts);
        CitedWords words = new CitedWords(provisions.texts(quoted(citations, existing)));
        Map<UUID, SectionForces> statuses = forces.sections(articles,
                existing.values().stream().map(CitedProvisions.Found::eId).filter(Objects::nonNull).distinct().toList(), day);
        Facts known = new Facts(existing, words, statuses, Map.of(), day);
        List<ForceView> shown = new ArrayList<>();
        articles.forEach(article -> shown.add(known.force(article, null)));
        existing.forEach((wanted, found) -> {
            if (found.exists()) {
                shown.add(known.force(wanted.document().articleId(), found.eId()));
            }
        });
        return new Facts(existing, words, statuses, reasons.find(shown), day);
    }

    /** The provisions whose words are quoted, by revision; none of a revision for its whole text. */
    private static Map<Long, Set<String>> quoted(List<CheckedCitation> citations,
            Map<CitedProvisions.Wanted, CitedProvisions.Found> existing) {
        Map<Long, Set<String>> quoted = new HashMap<>();
        Set<Long> whole = new HashSet<>();
        for (CheckedCitation citation : citations) {
            if (citation.meant().size() != 1 || citation.statement().quotations().isEmpty()) {
                continue;
            }
            Found document = citation.meant().get(0);
            Set<String> eIds = quoted.computeIfAbsent(document.revisionId(), id -> new TreeSet<>());
            for (CitedPart part : citation.statement().parts()) {
                CitedProvisions.Found found = existing.get(new CitedProvisions.Wanted(document, part));
                if (found != null && found.exists()) {
                    eIds.add(found.eId());
                }
            }
            if (citation.statement().parts().isEmpty()) {
                whole.add(document.revisionId());
            }
        }
        whole.forEach(revision -> quoted.put(revision, Set.of()));
        return quoted;
    }
}

package vn.loa.citation.check;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import vn.loa.citation.check.CheckedCitationView.Quoted;
import vn.loa.citation.check.CitedProvisions.SectionText;
import vn.loa.directive.ParagraphView;
import vn.loa.directive.diff.WordView;
import vn.loa.text.check.LegalStatement.Quotation;
import vn.loa.text.check.ProvisionWords;
import vn.loa.text.diff.DiffEffort;

/** Compares the quotations of one request with the provisions here. */
final class CitedWords {
    static final String MATCHES = "matches";
    static final String DIFFERS = "differs";
    static final String UNCHECKED = "unchecked";
    /** Characters that are searched and compared for one request. */
    private static final long MOST = 60_000_000;
    /** A comparison word by word takes as long as so many searches. */
    private static final int COMPARING = 20;

    private final Map<Long, List<SectionText>> texts;
    private final Map<String, Provision> provisions = new HashMap<>();
    private final Map<String, ProvisionWords> sections = new HashMap<>();
    private final DiffEffort effort = new DiffEffort();
    private long left = MOST;

    /** @param complete whether all of its text is here */
    private record Provision(ProvisionWords words, boolean complete) {
    }

    /** @param texts see {@link CitedProvisions#texts} */
    CitedWords(Map<Long, List<SectionText>> texts) {
        this.texts = texts;
    }

    /** @param eIds of the named provisions; empty for the whole document */
    Quoted check(Quotation quotation, long revision, List<String> eIds) {
        List<ProvisionWords> named = new ArrayList<>();
        boolean complete = true;
        for (String eId : eIds.isEmpty() ? List.of("") : eIds) {
            Provision provision = provision(revision, eId);
            if (provision == null) {
                return quoted(quotation, UNCHECKED, null, List.of());
            }
            named.add(provision.words);
            complete &= provision.complete;
        }
        left -= named.stream().mapToLong(ProvisionWords::length).sum();
        if (left < 0) {
            return quoted(quotation, UNCHECKED, null, List.of());
        }
        if (named.stream().anyMatch(words -> words.has(quotation.words()))) {
            return quoted(quotation, MATCHES, null, List.of());
        }
        if (!complete) {
            return quoted(quotation, UNCHECKED, null, List.of());
        }
        String elsewhere = eIds.isEmpty() ? null : elsewhere(quotation, revision);
        return quoted(quotation, DIFFERS, elsewhere, elsewhere != null ? List.of() : difference(quotation, named));
    }

    private static Quoted quoted(Quotation quotation, String result, String foundIn, List<WordView> difference) {
        return new Quoted(quotation.words(), quotation.start(), quotation.end(), result, foundIn, difference);
    }

    /** Null when no text of it is here. */
    private Provision provision(long revision, String eId) {
        return provisions.computeIfAbsent(revision + " " + eId, key -> {
            List<SectionText> all = texts.getOrDefault(revision, List.of()).stream()
                    .filter(section -> eId.isEmpty() || section.eId().equals(eId) || section.eId().startsWith(eId + "__")).toList();
            List<SectionText> here = all.stream().filter(section -> section.paragraphs() != null).toList();
            return here.isEmpty() ? null
                    : new Provision(new ProvisionWords(here.stream().map(CitedWords::part).toList()), here.size() == all.size());
        });
    }

    private static ProvisionWords.Part part(SectionText section) {
        List<String> lines = new ArrayList<>();
        if (section.heading() != null) {
            lines.add(section.heading());
        }
        section.paragraphs().stream().map(ParagraphView::text).forEach(lines::add);
        return new ProvisionWords.Part(section.marker(), lines);
    }

    /** The smallest section with the words among those beside the named provision. */
    private String elsewhere(Quotation quotation, long revision) {
        for (SectionText section : texts.getOrDefault(revision, List.of())) {
            if (section.paragraphs() == null) {
                return null;
            }
            ProvisionWords words = sections.computeIfAbsent(revision + " " + section.eId(),
                    key -> new ProvisionWords(List.of(part(section))));
            left -= words.length();
            if (left < 0) {
                return null;
            }
            if (words.has(quotation.words())) {
                return section.eId();
            }
        }
        return null;
    }

    private List<WordView> difference(Quotation quotation, List<ProvisionWords> named) {
        for (ProvisionWords words : named) {
            left -= (long) COMPARING * words.length();
            if (left < 0) {
                return List.of();
            }
            List<WordView> difference = words.difference(quotation.words(), effort).stream()
                    .map(segment -> new WordView(segment.op().name().toLowerCase(Locale.ROOT), segment.text())).toList();
            if (!difference.isEmpty()) {
                return difference;
            }
        }
        return List.of();
    }
}

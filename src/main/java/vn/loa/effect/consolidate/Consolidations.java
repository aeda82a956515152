package vn.loa.effect.consolidate;

import io.quarkus.narayana.jta.QuarkusTransaction;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import vn.loa.http.answer.AnswerBudget;
import vn.loa.problem.Problem;
import vn.loa.problem.ProblemException;
import vn.loa.problem.ProblemType;
import vn.loa.text.consolidate.AmendingText;
import vn.loa.text.consolidate.BaseText;
import vn.loa.text.consolidate.Consolidator;
import vn.loa.text.consolidate.Difference;
import vn.loa.text.consolidate.OfficialComparison;
import vn.loa.text.effect.EffectEvent;
import vn.loa.text.effect.EffectReader;
import vn.loa.text.effect.EffectSource;
import vn.loa.text.effect.EffectsRead;
import vn.loa.text.structure.EId;
import vn.loa.text.structure.Section;
import vn.loa.text.structure.Subject;

/** Makes proposals of the public texts. Not in a transaction: a proposal may wait for memory, and is made without a connection. */
@ApplicationScoped
class Consolidations {

    static final int MOST_TEXTS = 30;
    static final int MOST_EVENTS = 10_000;
    /** Of the text, what amends it and the official text together. */
    static final long MOST_BYTES = 4 << 20;
    /** An answer has the proposed text, the words before and after each change, and the differences. */
    private static final int PARTS = 3;

    private final ConsolidationTexts texts;
    private final AnswerBudget budget;

    Consolidations(ConsolidationTexts texts, AnswerBudget budget) {
        this.texts = texts;
        this.budget = budget;
    }

    /** The texts of a proposal, without their sections. */
    private record Found(PublicText base, List<PublicText> amending, PublicText official) {
        long bytes() {
            return base.bytes() + amending.stream().mapToLong(PublicText::bytes).sum() + (official == null ? 0 : official.bytes());
        }
    }

    /** The sections of these texts, and what they say of the base. */
    private record Read(Found found, List<Section> sections, EffectsRead ofItself, Map<UUID, AmendingText> amending, List<Section> official,
            List<EffectEvent> notes) {
        Subject document() {
            return ofItself.consolidates() == null ? found.base.subject() : ofItself.consolidates();
        }
    }

    /**
     * @throws ProblemException 404 when the article carries no directive, 409 when the texts are too many or too long, 503 when
     *     there is no memory for the answer
     */
    ProposedText propose(UUID article, LocalDate day) {
        budget.reserve(PARTS * QuarkusTransaction.requiringNew().call(() -> find(article, day)).bytes());
        Read read = QuarkusTransaction.requiringNew().call(() -> read(article, day));
        Found found = read.found;
        Subject document = read.document();
        List<Subject> contained = read.ofItself.events().stream().filter(event -> event.source() == EffectSource.NOTE)
                .map(EffectEvent::by).filter(by -> by != null).distinct().toList();
        var proposal = Consolidator.propose(new BaseText(document, read.sections, contained), List.copyOf(read.amending.values()), day);
        List<Difference> differences = found.official == null ? List.of() : OfficialComparison.of(proposal, read.official, read.notes);
        return new ProposedText(found.base, document, proposal, List.copyOf(read.amending.keySet()), found.amending, found.official,
                differences);
    }

    private Found find(UUID article, LocalDate day) {
        PublicText base = texts.text(article).orElseThrow(() ->
                Problem.of(ProblemType.NOT_FOUND, "The article carries no directive.").asException());
        Found found = new Found(base, texts.amending(article, MOST_TEXTS), texts.official(article, day).orElse(null));
        if (found.amending.size() > MOST_TEXTS) {
            throw tooMuch("More than " + MOST_TEXTS + " texts amend this document.");
        }
        if (found.bytes() > MOST_BYTES) {
            throw tooMuch("The text and what amends it have " + found.bytes() + " bytes together; at most " + MOST_BYTES + " are read.");
        }
        return found;
    }

    private static ProblemException tooMuch(String why) {
        return Problem.of(ProblemType.CONFLICT, why + " A proposal is not made of so much.").asException();
    }

    private Read read(UUID article, LocalDate day) {
        texts.readOneMoment();
        Found found = find(article, day);
        List<Section> sections = texts.sections(found.base);
        EffectsRead ofItself = EffectReader.read(found.base.preamble(), sections, List.of(), found.base.subject());
        Subject document = ofItself.consolidates() == null ? found.base.subject() : ofItself.consolidates();
        List<AmendingEvent> events = texts.events(found.base, document, MOST_EVENTS);
        if (events.size() > MOST_EVENTS) {
            throw tooMuch("There are more than " + MOST_EVENTS + " instructions for this document.");
        }
        Map<UUID, List<EId>> changed = texts.changed(found.amending.stream().map(PublicText::id).toList());
        Map<UUID, List<EffectEvent>> byArticle = events.stream().filter(each -> each.event().source() != EffectSource.EDITOR)
                .collect(Collectors.groupingBy(AmendingEvent::article,
                        Collectors.mapping(AmendingEvent::event, Collectors.toList())));
        Map<UUID, AmendingText> amending = new LinkedHashMap<>();
        for (PublicText text : found.amending) {
            List<Section> own = texts.sections(text);
            amending.put(text.id(), new AmendingText(text.subject(), own, byArticle.getOrDefault(text.id(), List.of()),
                    EffectReader.read(List.of(), own, List.of(), text.subject()).unread(), changed.getOrDefault(text.id(), List.of())));
        }
        // What editors say of the document stands with the article, and names the document that does it.
        List<EffectEvent> said = new ArrayList<>();
        events.stream().filter(each -> each.event().source() == EffectSource.EDITOR).forEach(each -> said.add(each.event()));
        if (!said.isEmpty()) {
            amending.put(found.base.id(), new AmendingText(document, List.of(), said, List.of(), List.of()));
        }
        boolean compares = found.official != null;
        List<Section> official = compares ? texts.sections(found.official) : List.of();
        return new Read(found, sections, ofItself, amending, official, compares ? EffectReader.read(found.official.preamble(), official,
                List.of(), found.official.subject()).events() : List.of());
    }
}

package vn.loa.text.effect;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import vn.loa.text.citation.NamedParts;
import vn.loa.text.structure.Paragraph;
import vn.loa.text.structure.Subject;

/** Reads what a document is to others: its legal basis, what it guides, and what it does to them. */
final class RelationReader {
    private static final Pattern BASIS = Pattern.compile("(?:[-+–] ?)?Căn cứ (?:vào )?(?:các )?");
    private static final Pattern GUIDES = Pattern.compile("(?:quy định chi tiết|hướng dẫn)[^.;“”]{0,120}?"
            + " (?:của |thi hành |thực hiện )(?=\\p{Lu})");

    private RelationReader() {}

    /**
     * The relations that a text states, each once, in the order of the text.
     *
     * @param preamble the paragraphs before the first section
     * @param subject the document that the text carries, or null
     * @param read what the same text says about force
     */
    static List<Relation> read(List<Paragraph> preamble, Subject subject, EffectsRead read) {
        List<Relation> all = new ArrayList<>();
        preamble.forEach(paragraph -> basis(paragraph, all));
        guided(subject).ifPresent(document -> all.add(new Relation(RelationKind.GUIDES, null, document, null)));
        if (read.consolidates() != null) {
            all.add(new Relation(RelationKind.CONSOLIDATES, null, read.consolidates(), null));
        }
        read.events().forEach(event -> kind(event).ifPresent(kind -> {
            Subject by = Objects.equals(event.by(), subject) ? null : event.by();
            if (event.target().document() != null && !event.target().document().equals(event.by())) {
                all.add(new Relation(kind, by, event.target().document(), event.quote()));
            }
        }));
        return once(all);
    }

    /** "Căn cứ Luật …; Luật sửa đổi … ngày …;": the documents of the list, without those in their titles. */
    private static void basis(Paragraph paragraph, List<Relation> all) {
        String text = paragraph.text();
        Matcher basis = BASIS.matcher(text);
        if (!basis.lookingAt()) {
            return;
        }
        NamedDocuments named = NamedDocuments.at(text, Cited.in(text), NamedParts.of(text), basis.end(), text.length());
        named.all().forEach(each -> all.add(new Relation(RelationKind.BASIS, null, each.document(),
                new Quote(paragraph.eId(), 0, named.end()))));
    }

    private static Optional<Subject> guided(Subject subject) {
        if (subject == null || subject.title() == null || subject.title().isEmpty()) {
            return Optional.empty();
        }
        String title = subject.title().substring(0, 1).toLowerCase(Locale.ROOT) + subject.title().substring(1);
        Matcher guides = GUIDES.matcher(title);
        return guides.lookingAt() ? Cited.in(title).from(guides.end()).filter(cited -> cited.start() == guides.end()).map(Cited::document)
                : Optional.empty();
    }

    private static Optional<RelationKind> kind(EffectEvent event) {
        return Optional.ofNullable(switch (event.kind()) {
            case AMEND, INSERT, REPLACE_PHRASE -> RelationKind.AMENDS;
            case CORRECT -> RelationKind.CORRECTS;
            // Also with an exception: "thay thế Nghị định số …, trừ Chương III".
            case REPLACE -> event.target().eId() == null && event.target().named() == null ? RelationKind.REPLACES : RelationKind.AMENDS;
            case REPEAL -> event.target().isDocument() ? RelationKind.REPEALS : RelationKind.AMENDS;
            case SUSPEND -> RelationKind.SUSPENDS;
            case COMMENCE, RESUME -> null;
        });
    }

    private static List<Relation> once(List<Relation> all) {
        Set<String> seen = new HashSet<>();
        return all.stream().filter(relation -> seen.add(relation.kind() + "|" + name(relation.by()) + "|" + name(relation.document())))
                .toList();
    }

    private static String name(Subject document) {
        return document == null ? "" : document.number() != null ? document.number().key()
                : document.type() + " " + document.title() + " " + document.issuedOn();
    }
}

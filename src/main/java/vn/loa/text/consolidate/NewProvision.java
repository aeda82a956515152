package vn.loa.text.consolidate;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import vn.loa.text.structure.DirectiveText;
import vn.loa.text.structure.EId;
import vn.loa.text.structure.Paragraph;
import vn.loa.text.structure.Section;
import vn.loa.text.structure.SectionKind;
import vn.loa.text.structure.Table;

/**
 * Reads quoted lines as the provision that they are said to be. The structure reader sees them in a text of their own, where
 * the provision has the first number and another one follows; the real number is put back afterwards.
 */
final class NewProvision {
    private static final Map<String, SectionKind> KINDS = Map.of("art", SectionKind.ARTICLE, "para", SectionKind.CLAUSE,
            "point", SectionKind.POINT, "chp", SectionKind.CHAPTER);
    private static final String REPEALED = "(được bãi bỏ)";
    private static final String FILLER = "x";
    private static final int MARKER = 1;

    private NewProvision() {}

    /** The last step of an eId: "para_2" in "art_5__para_2". */
    static String step(EId eId) {
        return eId.value().substring(eId.value().lastIndexOf("__") < 0 ? 0 : eId.value().lastIndexOf("__") + 2);
    }

    /** The number in the last step of an eId: "2". */
    static String number(EId eId) {
        String step = step(eId);
        return step.substring(step.indexOf('_') + 1);
    }

    /** The kind of provision at an eId; null for kinds that amendments do not write out. */
    static SectionKind kind(EId eId) {
        return KINDS.get(step(eId).split("_")[0]);
    }

    /** The words with which a provision of this number opens, up to its own text. */
    static Pattern opening(EId eId) {
        SectionKind kind = kind(eId);
        String number = Pattern.quote(number(eId));
        if (kind == null) {
            throw new RefusedException(Refusal.WORDS_DIFFER);
        }
        return Pattern.compile(switch (kind) {
            case ARTICLE -> "((?:Điều|ĐIỀU) " + number + "(?: ?[.:]|(?=$| ?[-–] )))[ ]?";
            case CHAPTER -> "((?:Chương|CHƯƠNG) " + number + "[.:]?)(?=$| )";
            default -> "(" + number + " ?[.)/-])[ ]?";
        });
    }

    /**
     * The sections of a provision from its lines. The first section is the provision itself.
     *
     * @param tables the lines that are tables, by their text
     */
    static List<Section> read(EId eId, List<String> lines, Map<String, Table> tables) {
        Matcher opens = opening(eId).matcher(lines.isEmpty() ? "" : lines.get(0));
        if (!opens.lookingAt()) {
            throw new RefusedException(Refusal.WORDS_DIFFER);
        }
        String marker = opens.group(MARKER);
        String own = lines.get(0).substring(opens.end());
        return placed(eId, parse(eId, marker, own, lines, tables), marker);
    }

    /** A provision of which only the number is left, as official texts print it. */
    static Section repealed(Section old) {
        EId eId = old.eId();
        return new Section(eId, old.parentEId(), old.level(), old.kind(), old.number(), old.marker(), null,
                List.of(new Paragraph(eId.paragraph(1), REPEALED)));
    }

    /** The provision in a text of its own, with its first number, and others behind it that show where it ends. */
    private static List<Section> parse(EId eId, String marker, String own, List<String> lines, Map<String, Table> tables) {
        SectionKind kind = kind(eId);
        List<SectionKind> around = kind == SectionKind.CLAUSE ? List.of(SectionKind.ARTICLE) : kind != SectionKind.POINT ? List.of()
                : eId.parent().map(parent -> kind(parent) == SectionKind.CLAUSE).orElse(false)
                ? List.of(SectionKind.ARTICLE, SectionKind.CLAUSE) : List.of(SectionKind.ARTICLE);
        List<String> text = new ArrayList<>();
        around.forEach(above -> text.add(marker(above, true) + FILLER));
        int root = text.size();
        text.add((kind == SectionKind.CHAPTER ? marker + " " : marker(kind, true)) + own);
        text.addAll(lines.subList(1, lines.size()));
        List<String> behind = new ArrayList<>();
        if (kind != SectionKind.CHAPTER) {
            behind.add(marker(kind, false) + FILLER);
        }
        if (around.size() > 1) {
            behind.add(marker(SectionKind.CLAUSE, false) + FILLER);
        }
        text.addAll(behind);
        DirectiveText read = DirectiveText.parse(text, List.of(), tables);
        List<Section> sections = read.sections();
        int end = sections.size() - behind.size();
        boolean sound = read.preamble().isEmpty() && read.closing().isEmpty() && read.annexes().isEmpty() && end > root
                && sections.get(root).kind() == kind && sections.subList(end, sections.size()).stream().allMatch(NewProvision::isFiller)
                && sections.subList(root + 1, end).stream().allMatch(section -> section.level() > sections.get(root).level());
        if (!sound || !behind.isEmpty() && sections.get(end).level() != sections.get(root).level()) {
            throw new RefusedException(Refusal.WORDS_DIFFER);
        }
        return sections.subList(root, end);
    }

    private static boolean isFiller(Section section) {
        return section.paragraphs().size() == 1 && section.paragraphs().get(0).text().equals(FILLER);
    }

    private static String marker(SectionKind kind, boolean first) {
        return switch (kind) {
            case ARTICLE -> first ? "Điều 1. " : "Điều 2. ";
            case CLAUSE -> first ? "1. " : "2. ";
            default -> first ? "a) " : "b) ";
        };
    }

    /** An annex of another text, as the annex of this number. */
    static List<Section> moved(EId eId, List<Section> annex) {
        return placed(eId, annex, annex.get(0).marker());
    }

    /** Gives the sections their places in the amended text. */
    private static List<Section> placed(EId eId, List<Section> read, String marker) {
        String from = read.get(0).eId().value();
        Map<EId, EId> parents = new HashMap<>();
        List<Section> placed = new ArrayList<>();
        try {
            for (Section section : read) {
                boolean root = placed.isEmpty();
                EId now = moved(section.eId(), from, eId.value());
                parents.put(section.eId(), now);
                List<Paragraph> paragraphs = section.paragraphs().stream().map(paragraph -> paragraph.table() == null
                        ? new Paragraph(moved(paragraph.eId(), from, eId.value()), paragraph.text())
                        : new Paragraph(moved(paragraph.eId(), from, eId.value()), paragraph.table())).toList();
                placed.add(new Section(now, root ? eId.parent().orElse(now) : parents.get(section.parentEId()), 2, section.kind(),
                        root ? number(eId) : section.number(), root ? marker : section.marker(), section.heading(), paragraphs));
            }
        } catch (IllegalArgumentException e) {
            // An eId that would be too long.
            throw new RefusedException(Refusal.WORDS_DIFFER);
        }
        return placed;
    }

    private static EId moved(EId eId, String from, String to) {
        return eId.value().equals(from) || eId.value().startsWith(from + "__")
                ? new EId(to + eId.value().substring(from.length())) : eId;
    }
}

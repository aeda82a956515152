package vn.loa.text.effect;

import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import vn.loa.text.structure.EId;
import vn.loa.text.structure.Section;
import vn.loa.text.structure.SectionKind;

/** The sections of a text by their eIds. */
final class Outline {
    /** The kinds that a word for a unit can mean. In texts without Điều a khoản is a numbered section. */
    private static final Map<String, Set<SectionKind>> UNITS = Map.of("điều", Set.of(SectionKind.ARTICLE),
            "khoản", Set.of(SectionKind.CLAUSE), "điểm", Set.of(SectionKind.POINT), "chương", Set.of(SectionKind.CHAPTER),
            "mục", Set.of(SectionKind.SECTION), "tiểu mục", Set.of(SectionKind.SUBSECTION), "phần", Set.of(SectionKind.PART),
            "phụ lục", Set.of(SectionKind.ANNEX));
    /** Units that are parts of annexes or of provisions, and have no eId of their own. */
    private static final Set<String> ANNEXED = Set.of("mẫu", "biểu mẫu", "biểu", "danh mục");

    private final Map<EId, Section> sections = new HashMap<>();

    Outline(List<Section> all) {
        all.forEach(section -> sections.put(section.eId(), section));
    }

    Section section(EId eId) {
        return sections.get(eId);
    }

    boolean has(EId eId) {
        return sections.containsKey(eId);
    }

    /** The provision of this unit that holds a section, or is it: "Điều này". */
    Optional<EId> unit(String word, EId at) {
        String unit = word.toLowerCase(Locale.ROOT);
        Set<SectionKind> kinds = ANNEXED.contains(unit) ? Set.of(SectionKind.ANNEX) : UNITS.get(unit);
        for (Section section = sections.get(at); kinds != null && section != null; section = sections.get(section.parentEId())) {
            if (kinds.contains(section.kind())) {
                return Optional.of(section.eId());
            }
        }
        return Optional.empty();
    }

    static boolean isForm(String word) {
        return ANNEXED.contains(word.toLowerCase(Locale.ROOT));
    }

    static boolean isParagraph(String word) {
        return Set.of("đoạn", "câu", "tiết").contains(word.toLowerCase(Locale.ROOT));
    }
}

package vn.loa.changes.chunk;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import vn.loa.directive.DirectiveView;

/** How one cites a provision: "khoản 2 Điều 5 Nghị định 30/2020/NĐ-CP". */
final class ChunkCitation {

    private static final String ARTICLE = "article";
    private static final Map<String, String> UNITS = Map.of("part", "Phần", "chapter", "Chương", "section", "mục", "subsection", "tiểu mục",
            ARTICLE, "Điều", "clause", "khoản", "point", "điểm", "annex", "Phụ lục");

    private ChunkCitation() {
    }

    /** Null for a document with neither number nor title. */
    static String of(DirectiveView document, List<ChunkRepository.Outline> fromTheTop) {
        String name = document.number() != null ? document.number() : document.title();
        if (name == null) {
            return null;
        }
        List<String> words = new ArrayList<>();
        for (int i = fromTheTop.size() - 1; i >= 0; i--) {
            ChunkRepository.Outline section = fromTheTop.get(i);
            words.add(UNITS.getOrDefault(section.kind(), section.kind()) + " " + section.number());
            // Điều are numbered through the whole document.
            if (section.kind().equals(ARTICLE)) {
                break;
            }
        }
        words.add(document.type() == null ? name : document.type() + " " + name);
        return String.join(" ", words);
    }
}

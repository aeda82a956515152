package vn.loa.directive;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import vn.loa.text.fold.VietnameseText;

/** A section in a table of contents. Its eId, marker and heading are separate, so that a frontend can lay them out. */
public record TocEntry(
        String eId,
        String kind,
        String number,
        String marker,
        String heading,
        String excerpt,
        List<TocEntry> children) {

    private static final int EXCERPT_LENGTH = 100;

    private static TocEntry of(SectionView section) {
        String text = section.paragraphs().isEmpty() ? "" : section.paragraphs().get(0).text();
        return new TocEntry(section.eId(), section.kind(), section.number(), section.marker(), section.heading(),
                VietnameseText.excerpt(text, EXCERPT_LENGTH), new ArrayList<>());
    }

    /** Makes a tree of sections that are in document order, parents before their children. */
    public static List<TocEntry> nest(List<SectionView> sections) {
        Map<String, TocEntry> byEId = new HashMap<>();
        List<TocEntry> top = new ArrayList<>();
        for (SectionView section : sections) {
            TocEntry entry = of(section);
            byEId.put(entry.eId, entry);
            (section.parentEId() == null ? top : byEId.get(section.parentEId()).children).add(entry);
        }
        return top;
    }
}

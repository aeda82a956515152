package vn.loa.directive;

import java.util.List;

/**
 * Where the sections and citations of a revision are stored.
 *
 * @param sectionIds in document order
 * @param citations JSON: what the text outside the sections cites; null for nothing
 */
public record StoredText(List<Long> sectionIds, String citations) {
}

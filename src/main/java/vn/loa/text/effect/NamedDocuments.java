package vn.loa.text.effect;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import vn.loa.text.citation.Citation;
import vn.loa.text.citation.NamedParts;
import vn.loa.text.structure.EId;
import vn.loa.text.structure.Subject;

/**
 * The documents, or parts of them, that a list in a sentence names: "Thông tư số A, khoản 2 Điều 5 Thông tư số B". A
 * document in the title of another one is none of them.
 *
 * @param clear whether every document of the list was told from those in titles
 */
record NamedDocuments(List<Named> all, int end, boolean clear) {
    private static final Pattern LINK = Pattern.compile("(?:;|,| và|, và|; và)(?: các)? (?:tại |toàn bộ )?$");
    private static final int LONGEST_LINK = 24;
    private static final int LONGEST_TITLE = 2_000;

    /**
     * @param eIds the named parts; empty for the whole document, and for parts that have no address
     * @param part the words for parts that have no address: "khoản 4" without a Điều; null for none
     * @param start offset of its parts, or of the document
     * @param end offset behind its number and date
     */
    record Named(Subject document, List<EId> eIds, String part, int start, int end) {
        boolean isWhole() {
            return eIds.isEmpty() && part == null;
        }
    }

    /** The list that begins at an offset and ends before another one. Empty when none begins there. */
    static NamedDocuments at(String text, Cited cited, NamedParts parts, int start, int to) {
        List<Named> all = new ArrayList<>();
        boolean nested = false;
        boolean clear = true;
        int end = start;
        for (Citation citation : cited.behind(start)) {
            if (citation.end() > to) {
                break;
            }
            Optional<NamedParts.Group> group = parts.before(citation.start()).filter(found -> found.start() >= start);
            int lead = group.map(NamedParts.Group::start).orElse(citation.start());
            if (all.isEmpty() ? lead != start : !isLinked(text, end, lead)) {
                if (all.isEmpty()) {
                    return new NamedDocuments(List.of(), start, true);
                }
                nested = true;
                continue;
            }
            boolean amending = !all.isEmpty() && text.substring(Math.max(end, lead - LONGEST_TITLE), lead).contains("sửa đổi");
            if ((nested || amending) && !text.startsWith(";", lead - 2)) {
                clear = false;
                continue;
            }
            nested = false;
            List<EId> eIds = group.map(found -> found.eIds(null, null)).orElse(List.of());
            String part = group.isPresent() && eIds.isEmpty() ? text.substring(group.get().start(), group.get().end()) : null;
            all.add(new Named(Cited.document(citation), eIds, part, lead, citation.end()));
            end = citation.end();
        }
        return new NamedDocuments(all, end, clear);
    }

    private static boolean isLinked(String text, int end, int lead) {
        Matcher link = LINK.matcher(text.substring(Math.max(end, lead - LONGEST_LINK), lead));
        return link.find();
    }
}

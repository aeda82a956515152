package vn.loa.citation.check;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import vn.loa.citation.check.CheckedCitationView.Existing;
import vn.loa.text.structure.SectionKind;

/** The numbers of the sections in a place of a document, where another one was cited. Many citations may name the same place. */
final class ExistingNumbers {

    /** Ranges that are listed; a document with gaps everywhere has more. */
    private static final int MOST = 50;
    private static final Pattern PLAIN = Pattern.compile("[0-9]{1,6}");
    static final ExistingNumbers NONE = new ExistingNumbers(Map.of());

    private final Map<String, Kind> byKind;

    private record Kind(int sections, List<String> ranges) {
    }

    private ExistingNumbers(Map<String, Kind> byKind) {
        this.byKind = byKind;
    }

    /** @param sections the kinds and numbers of the sections in that place, as "article 5", in order */
    static ExistingNumbers read(List<String> sections) {
        return new ExistingNumbers(sections.stream().collect(Collectors.groupingBy(section -> section.substring(0, section.indexOf(' ')),
                Collectors.mapping(section -> section.substring(section.indexOf(' ') + 1),
                        Collectors.collectingAndThen(Collectors.toList(), numbers -> new Kind(numbers.size(), ranges(numbers)))))));
    }

    boolean isEmpty() {
        return byKind.isEmpty();
    }

    /**
     * Those of the kind that was cited, or of the most likely one.
     *
     * @param inside the eId of the place; null for the document
     * @param missing the eId that does not exist
     */
    Existing of(String inside, String missing) {
        String behind = inside == null ? missing : missing.substring(Math.min(missing.length(), inside.length() + 2));
        String wanted = kindOf(behind);
        String kind = byKind.containsKey(wanted) ? wanted : byKind.containsKey("article") ? "article"
                : byKind.keySet().stream().max(Comparator.comparingInt(each -> byKind.get(each).sections)).orElse(null);
        return new Existing(inside, kind, kind == null ? List.of() : byKind.get(kind).ranges);
    }

    /** The kind of the first step of an eId; empty for none. */
    private static String kindOf(String eId) {
        return Arrays.stream(SectionKind.values()).filter(kind -> eId.startsWith(kind.prefix() + "_")).findFirst()
                .map(SectionKind::wireName).orElse("");
    }

    private static List<String> ranges(List<String> numbers) {
        List<String> ranges = new ArrayList<>();
        int at = 0;
        while (at < numbers.size() && ranges.size() < MOST) {
            int end = at;
            while (end + 1 < numbers.size() && follows(numbers.get(end), numbers.get(end + 1))) {
                end++;
            }
            if (end - at < 2) {
                ranges.add(numbers.get(at));
                at++;
            } else {
                ranges.add(numbers.get(at) + "-" + numbers.get(end));
                at = end + 1;
            }
        }
        return ranges;
    }

    private static boolean follows(String one, String other) {
        return PLAIN.matcher(one).matches() && PLAIN.matcher(other).matches() && Integer.parseInt(one) + 1 == Integer.parseInt(other);
    }
}

package vn.loa.text.citation;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import vn.loa.text.fold.Words;
import vn.loa.text.number.SpelledNumber;
import vn.loa.text.structure.EId;

/**
 * Reads parts of documents that a line names otherwise than by their Điều: "Chương II", "mục 1 và mục 2", "Mẫu số 03 Phụ
 * lục II", "khoản 2 Mục III". They are read beside a document only, because "mục 2" and "phần 3" are ordinary words
 * elsewhere.
 */
public final class NamedDivisions {
    private static final String TO = " đến ";
    private static final int MOST = 60;
    private static final int WAY_BACK = 160;
    /** The first and the second letters of the kinds. */
    private static final String INITIALS = "ĐđKkMmTtPpCc";
    private static final String SECONDS = "ihụẫ";
    /** "27.NT" and "05/QĐ" are numbers of forms. */
    private static final String FORM = "[0-9]{1,3}[A-Za-zđ]?(?:[./-][A-ZĐ][0-9A-ZĐa-zđ-]{0,12})?+";
    private static final String ITEM = "(?:" + FORM + "|[IVXLC]{1,6}[a-zA-HĐđ]?|[A-Ha-zđ])(?![\\p{L}\\p{M}0-9]|[./][0-9])";
    private static final String SPELLED = "(?:thứ )?" + SpelledNumber.PATTERN + "(?![\\p{L}\\p{M}])";
    private static final String ATTACHED = " \\(?(?:được )?(?:[Bb]an hành )?kèm theo";
    private static final String KIND = "[Đđ]iểm|[Kk]hoản|[Mm]ục|[Tt]iểu mục|[Pp]hần|[Cc]hương|[Pp]hụ lục(?: số)?|[Mm]ẫu số|[Đđ]iều";
    private static final String UNIT = "(?<!(?:thời|địa|quan|tài|danh|hạng|đề|tiết|thư|biểu|một|hai|ba|bốn) )(?<![\\p{L}\\p{M}])"
            + "(?:(" + KIND + ") (" + ITEM + "(?:(?:, ?| và | hoặc | đến |-)" + ITEM + "){0,20}+)|([Pp]hần|[Cc]hương) (" + SPELLED + ")"
            + "|([Pp]hụ lục)(?=" + ATTACHED + "))";
    private static final String CHAIN = UNIT + "(?:(?:,|;| và|, và| đến| của| tại| thuộc)? " + noGroups(UNIT) + "){0,3}+";
    /** The words between a part and its document. */
    private static final String WAY = ",?(?: (?:của|tại|thuộc|trong|theo|ở))?,?(?:" + ATTACHED + ")? ?\\(?";
    private static final Pattern ONE = Pattern.compile(UNIT);
    private static final List<String> ROMAN = Stream.of("", "X", "XX", "XXX")
            .flatMap(tens -> Stream.of("I", "II", "III", "IV", "V", "VI", "VII", "VIII", "IX", "X").map(unit -> tens + unit)).toList();
    private static final Pattern SEPARATOR = Pattern.compile(", ?| và | hoặc |( đến |-)");
    private static final Pattern ANYWHERE = Pattern.compile(noGroups(CHAIN));
    private static final Pattern BEFORE = Pattern.compile("(" + noGroups(CHAIN) + ")" + WAY + "$");
    private static final Pattern BESIDE = Pattern.compile("(" + noGroups(CHAIN) + ") (?:và|và các) $");
    private static final Set<String> LARGE = Set.of("mục", "phần", "chương", "phụ", "mẫu", "tiểu");

    private NamedDivisions() {}

    /**
     * Parts that a line names together.
     *
     * @param parts for each part the eIds that it may have, the likeliest first
     * @param divisions whether they are named by a larger part than khoản and điểm
     */
    public record Found(int start, int end, List<List<EId>> parts, boolean divisions) {

        /** The likeliest eId of each part. */
        List<EId> eIds() {
            Set<EId> first = new LinkedHashSet<>();
            parts.forEach(part -> first.add(part.get(0)));
            return List.copyOf(first);
        }
    }

    private static String noGroups(String pattern) {
        return pattern.replaceAll("(?<!\\\\)\\((?!\\?)", "(?:");
    }

    /** The parts directly before the document that is named at an offset, at or behind another one. */
    public static Optional<Found> before(String line, int from, int offset) {
        return find(BEFORE, line, from, offset);
    }

    /** The parts beside others that begin at an offset: "Chương II và" before "Điều 5". */
    static Optional<Found> beside(String line, int offset) {
        return find(BESIDE, line, 0, offset);
    }

    private static Optional<Found> find(Pattern pattern, String line, int from, int offset) {
        int first = firstInitial(line, Math.max(from, offset - WAY_BACK), offset);
        Matcher found = pattern.matcher(line).region(first, offset).useTransparentBounds(true);
        return first < offset && found.find() ? read(line, found.start(1), found.end(1)) : Optional.empty();
    }

    /** The first parts between two offsets. */
    public static Optional<Found> within(String line, int from, int to) {
        Matcher found = ANYWHERE.matcher(line).region(from, to).useTransparentBounds(true);
        return found.find() ? read(line, found.start(), found.end()) : Optional.empty();
    }

    /** The first place between two offsets where a kind may begin; a cheap check before the pattern runs. */
    private static int firstInitial(String line, int from, int to) {
        for (int i = from; i < to; i++) {
            if (INITIALS.indexOf(line.charAt(i)) >= 0 && Words.isStart(line, i)
                    && SECONDS.indexOf(line.charAt(Math.min(i + 1, line.length() - 1))) >= 0) {
                return i;
            }
        }
        return to;
    }

    private static Optional<Found> read(String line, int start, int end) {
        List<List<EId>> parts = new ArrayList<>();
        List<Unit> units = new ArrayList<>();
        int first = -1;
        boolean divisions = false;
        for (Unit unit : units(line, start, end)) {
            if (!units.isEmpty() && units.get(units.size() - 1).endsBefore(unit, units)) {
                parts.addAll(eIds(units));
                units.clear();
            }
            if (units.isEmpty() && parts.isEmpty()) {
                first = unit.start;
            }
            units.add(unit);
            divisions |= LARGE.contains(unit.kind.split(" ")[0]);
        }
        parts.addAll(eIds(units));
        return parts.isEmpty() ? Optional.empty()
                : Optional.of(new Found(first, end, parts.subList(0, Math.min(parts.size(), MOST)), divisions));
    }

    /** Some parts of one kind. {@code linked} is false behind "và": the unit then is no part of the one beside it. */
    private record Unit(String kind, List<String> items, int start, int end, boolean linked) {

        boolean endsBefore(Unit next, List<Unit> before) {
            return !next.linked || before.stream().anyMatch(unit -> unit.kind.equals(next.kind));
        }
    }

    private static List<Unit> units(String line, int start, int end) {
        List<Unit> units = new ArrayList<>();
        Matcher found = ONE.matcher(line).region(start, end).useTransparentBounds(true);
        while (found.find()) {
            String kind = Stream.of(1, 3, 5).map(found::group).filter(Objects::nonNull).findFirst().orElseThrow().toLowerCase(Locale.ROOT);
            List<String> items = found.group(2) != null ? items(found.group(2))
                    : List.of(found.group(4) != null ? figures(found.group(4)) : "");
            Unit last = units.isEmpty() ? null : units.get(units.size() - 1);
            String between = last == null ? "" : line.substring(last.end, found.start());
            if (last != null && last.kind.equals(kind)) {
                units.remove(last);
                units.add(new Unit(kind, items(String.join(", ", last.items) + (between.contains(TO) ? TO : ", ")
                        + String.join(", ", items)), last.start, found.end(), last.linked));
            } else {
                units.add(new Unit(kind, items, found.start(), found.end(), !between.contains("và")));
            }
        }
        return units;
    }

    /** None for a Điều outside an annex: its parts are pinpoints, and its eId does not name the chapter around it. */
    private static List<List<EId>> eIds(List<Unit> units) {
        List<String> kinds = units.stream().map(Unit::kind).toList();
        boolean inAnnex = kinds.stream().anyMatch(kind -> kind.startsWith("phụ lục") || kind.startsWith("mẫu"));
        if (units.isEmpty() || kinds.contains("điều") && !inAnnex) {
            return List.of();
        }
        List<String> all = List.of("");
        for (Unit unit : units) {
            List<String> next = new ArrayList<>();
            for (String begun : all) {
                unit.items.stream().limit(MOST).forEach(item -> next.add((begun + " " + unit.kind + " " + item).strip()));
            }
            all = next.size() > MOST ? next.subList(0, MOST) : next;
        }
        return all.stream().map(NamedDivisions::eIds).filter(part -> !part.isEmpty()).toList();
    }

    private static String figures(String spelled) {
        return Integer.toString(SpelledNumber.value(spelled.toLowerCase(Locale.ROOT).replaceFirst("^thứ ", "")));
    }

    private static List<EId> eIds(String words) {
        List<EId> found = DocumentQuery.parse(words).sections();
        // Behind the parts that may be meant stand those around them.
        return found.stream().filter(eId -> found.stream()
                .noneMatch(other -> other.value().startsWith(eId.value() + "__"))).toList();
    }

    private static List<String> items(String listed) {
        List<String> items = new ArrayList<>();
        Matcher separator = SEPARATOR.matcher(listed);
        int at = 0;
        boolean range = false;
        while (at <= listed.length()) {
            boolean more = separator.find(at);
            String item = listed.substring(at, more ? separator.start() : listed.length());
            if (range && !items.isEmpty()) {
                addBetween(items, items.get(items.size() - 1), item);
            }
            items.add(item);
            range = more && separator.group(1) != null;
            at = more ? separator.end() : listed.length() + 1;
        }
        return items;
    }

    private static void addBetween(List<String> items, String first, String last) {
        boolean roman = ROMAN.contains(first) && ROMAN.contains(last);
        if (roman || first.matches("[0-9]{1,3}") && last.matches("[0-9]{1,3}")) {
            int to = roman ? ROMAN.indexOf(last) : Integer.parseInt(last);
            for (int n = (roman ? ROMAN.indexOf(first) : Integer.parseInt(first)) + 1; n < to && items.size() < MOST; n++) {
                items.add(roman ? ROMAN.get(n) : Integer.toString(n));
            }
        }
    }
}

package vn.loa.text.citation;

import java.util.ArrayList;
import java.util.Collections;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import vn.loa.text.structure.EId;
import vn.loa.text.structure.SectionKind;

/** Reads the part of a document from a query: "điều 5 khoản 2", "Mục 1 Chương II", "Phụ lục III". */
final class QueryPinpoint {
    private static final String LARGE = "[0-9]{1,4}+[a-z]?|[ivxlc]{1,9}+|[ivxlc]{1,8}[a-h]|[a-z]";
    private static final String FORM_UNIT = "mau so";
    private static final String FORM = "[0-9]{1,3}[a-z]?(?:[./-][a-z][0-9a-z-]{0,12})?+";
    /**
     * An annex without a number counts only at the start or end of the line; "sửa đổi phụ lục của Nghị định" is a
     * title.
     */
    private static final Pattern PART = Pattern.compile("(?<![0-9a-z])(?:"
            + "(phan|chuong|muc|tieu muc) (" + LARGE + ")(?![0-9a-z])"
            + "|(phu luc)(?: so)? (" + LARGE + ")(?![0-9a-z]| ?/|[.-][0-9a-z])"
            + "|(" + FORM_UNIT + ") (" + FORM + ")(?![0-9a-z])"
            + "|(dieu|khoan) ([0-9]{1,4}+[a-z]?)(?![0-9a-z])"
            + "|(diem) ([a-z][0-9]?|[0-9]{1,3}+)(?![0-9a-z])"
            + "|^(phu luc)(?![0-9a-z])()|(phu luc) *$())");
    private static final Map<String, SectionKind> KINDS = Map.of("phan", SectionKind.PART, "chuong", SectionKind.CHAPTER,
            "muc", SectionKind.SECTION, "tieu muc", SectionKind.SUBSECTION, "dieu", SectionKind.ARTICLE,
            "khoan", SectionKind.CLAUSE, "diem", SectionKind.POINT, "phu luc", SectionKind.ANNEX);
    /** The number that {@code DirectiveText} gives an annex without a number. */
    private static final String ONLY_ANNEX = "1";
    private static final Set<SectionKind> DIVISIONS = EnumSet.range(SectionKind.PART, SectionKind.ARTICLE);
    private static final List<SectionKind> IN_ARTICLE =
            List.of(SectionKind.ANNEX, SectionKind.ARTICLE, SectionKind.CLAUSE, SectionKind.POINT);
    /** The order in decisions whose first Điều approves a programme with sections of its own. */
    private static final List<SectionKind> SECTION_IN_ARTICLE = List.of(SectionKind.ANNEX, SectionKind.ARTICLE,
            SectionKind.SECTION, SectionKind.CLAUSE, SectionKind.POINT);
    private static final List<SectionKind> WITHOUT_ARTICLE = List.of(SectionKind.ANNEX, SectionKind.PART,
            SectionKind.CHAPTER, SectionKind.SECTION, SectionKind.SUBSECTION, SectionKind.CLAUSE, SectionKind.POINT);

    private final Map<SectionKind, String> numbers = new EnumMap<>(SectionKind.class);

    private String form;

    private QueryPinpoint() {}

    /**
     * Removes the part's name from a line and returns the candidates for its eId.
     *
     * @param line the line as typed
     * @param folded the line folded character by character; the part's name becomes spaces
     * @return the candidates for the part's eId, the likeliest first, then the eIds of the parts around it, the nearest
     *     first
     */
    static List<EId> take(String line, StringBuilder folded) {
        QueryPinpoint part = new QueryPinpoint();
        Matcher found = PART.matcher(folded.toString());
        while (found.find()) {
            for (int group = 1; group < found.groupCount(); group += 2) {
                if (found.group(group) != null) {
                    part.name(found.group(group), line.substring(found.start(group + 1), found.end(group + 1)));
                }
            }
            folded.replace(found.start(), found.end(), " ".repeat(found.end() - found.start()));
        }
        return part.addresses();
    }

    private void name(String unit, String typed) {
        if (unit.equals(FORM_UNIT)) {
            form = typed.replace('/', '-');
        } else {
            SectionKind kind = KINDS.get(unit);
            numbers.putIfAbsent(kind, number(kind, typed));
        }
    }

    /** The number in the case that documents print: "II", "7a", "đ". */
    private static String number(SectionKind kind, String typed) {
        if (typed.isEmpty()) {
            return ONLY_ANNEX;
        }
        if (kind == SectionKind.ANNEX && Character.isUpperCase(typed.charAt(0))) {
            return typed;
        }
        boolean small = kind != SectionKind.ANNEX && Character.isDigit(typed.charAt(0)) || kind == SectionKind.POINT;
        return small ? typed.toLowerCase(Locale.ROOT) : typed.toUpperCase(Locale.ROOT);
    }

    private List<EId> addresses() {
        if (form != null) {
            // A form inside an annex has no address of its own.
            numbers.putIfAbsent(SectionKind.ANNEX, form);
        }
        if (Collections.disjoint(numbers.keySet(), DIVISIONS)) {
            readPlainly();
        }
        List<EId> named = new ArrayList<>();
        if (numbers.containsKey(SectionKind.ARTICLE)) {
            // A mục of a chapter contains the Điều, but the eId of a Điều does not name it.
            if (numbers.containsKey(SectionKind.SECTION) && !numbers.containsKey(SectionKind.CHAPTER)) {
                address(SECTION_IN_ARTICLE).ifPresent(named::add);
            }
            address(IN_ARTICLE).ifPresent(named::add);
        } else {
            String point = numbers.get(SectionKind.POINT);
            if (point != null && Character.isDigit(point.charAt(0)) && numbers.containsKey(SectionKind.SECTION)) {
                // "điểm 1 Mục II" is 1. below II.
                numbers.putIfAbsent(SectionKind.CLAUSE, numbers.remove(SectionKind.POINT));
            }
            address(WITHOUT_ARTICLE).ifPresent(named::add);
        }
        Set<EId> all = new LinkedHashSet<>(named);
        for (EId eId : named) {
            Stream.iterate(eId.parent(), Optional::isPresent, outer -> outer.get().parent()).map(Optional::get)
                    .forEach(all::add);
        }
        return List.copyOf(all);
    }

    /**
     * Treats khoản and numbered điểm as sections. Authors use khoản, mục and điểm without distinction for the parts of
     * annexes and of directives without Điều.
     */
    private void readPlainly() {
        String point = numbers.get(SectionKind.POINT);
        if (numbers.containsKey(SectionKind.CLAUSE)) {
            numbers.put(SectionKind.SECTION, numbers.remove(SectionKind.CLAUSE));
        } else if (point != null && Character.isDigit(point.charAt(0))) {
            numbers.put(SectionKind.SECTION, numbers.remove(SectionKind.POINT));
        }
    }

    /**
     * The eId from the numbers of these kinds, each kind inside the one before it; empty when the query names none of
     * them.
     */
    private Optional<EId> address(List<SectionKind> kinds) {
        EId address = null;
        for (SectionKind kind : kinds) {
            String number = numbers.get(kind);
            if (number != null) {
                address = address == null ? EId.of(kind.prefix(), number) : address.child(kind.prefix(), number);
            }
        }
        return Optional.ofNullable(address);
    }
}

package vn.loa.text.citation;

import java.util.ArrayList;
import java.util.List;
import java.util.function.BiFunction;
import java.util.regex.Pattern;

/**
 * Linked parts of one document, as in "điểm a khoản 1 và khoản 3 Điều 7". Collects the parts first and combines them
 * into pinpoints when the whole group is known.
 */
final class PinpointGroup {
    /** Stands in a list of items for a range: "1", TO, "5" means 1 to 5. */
    static final String TO = "đến";
    /** The item for the part that contains the paragraph: "khoản 2 Điều này". */
    private static final String HERE = "này";
    /** Words between two parts, of which the second is no part of the first. */
    private static final Pattern JOINED = Pattern.compile(";|và|hoặc|hay|cùng|đến");
    private static final int LONGEST_RANGE = 60;
    /** The Vietnamese alphabet of điểm, in order. */
    private static final String LETTERS = "abcdđeghiklmnopqrstuvxy";

    /** The kinds of parts, from the largest to the smallest. */
    enum UnitKind { ARTICLE, CLAUSE, POINT }

    /**
     * Some parts of one kind. {@code nests} is false behind "và", a semicolon or the like: the unit then is no part of
     * the unit beside it.
     */
    private record Unit(UnitKind kind, List<String> items, boolean nests) {}

    private record PinpointPath(String article, String clause, String point) {}

    private final int start;
    private int end;
    private final List<Unit> units = new ArrayList<>();

    PinpointGroup(int start) {
        this.start = start;
    }

    int start() {
        return start;
    }

    int end() {
        return end;
    }

    void endsAt(int offset) {
        end = offset;
    }

    static boolean isRange(String between) {
        return between.contains(TO) || between.equals("-") || between.equals("–");
    }

    /** @param way the text between the previous unit and this one */
    void add(UnitKind kind, List<String> items, String way) {
        Unit last = units.isEmpty() ? null : units.get(units.size() - 1);
        if (last != null && last.kind == kind && isRange(way)) {
            last.items.add(TO);
            last.items.addAll(items);
        } else {
            units.add(new Unit(kind, items, !JOINED.matcher(way).find()));
        }
    }

    /** Whether the group ends in "Điều này" or "khoản này", so that the paragraph's place completes it. */
    boolean isHere() {
        List<String> last = units.get(units.size() - 1).items;
        return last.get(last.size() - 1).equals(HERE);
    }

    /**
     * The parts, in order.
     *
     * @param hereArticle the Điều that contains the paragraph, null when none does
     * @param hereClause the khoản that contains the paragraph, null when none does
     * @param most how many parts are wanted; further ones are left out
     */
    List<Pinpoint> pinpoints(String hereArticle, String hereClause, int most) {
        return pinpoints(hereArticle, hereClause, null, null, most);
    }

    /**
     * The parts, in order; those that name no Điều are parts of a given one.
     *
     * @param insideArticle the Điều of a part that names none; null when there is none
     * @param insideClause the khoản of a điểm that names neither khoản nor Điều; null when there is none
     */
    List<Pinpoint> pinpoints(String hereArticle, String hereClause, String insideArticle, String insideClause, int most) {
        if (most <= 0) {
            return List.of();
        }
        List<PinpointPath> parts = isDescending() ? descending(most) : ascending(most);
        List<Pinpoint> pinpoints = new ArrayList<>();
        for (PinpointPath part : parts) {
            boolean lone = part.article == null && part.clause == null;
            String clause = HERE.equals(part.clause) ? hereClause : lone ? insideClause : part.clause;
            boolean here = HERE.equals(part.article) || part.article == null && HERE.equals(part.clause);
            String article = here ? hereArticle : part.article == null ? insideArticle : part.article;
            boolean known = article != null && (clause != null || part.clause == null) && !HERE.equals(part.point);
            if (known && pinpoints.size() < most) {
                pinpoints.add(new Pinpoint(article, clause, part.point));
            }
        }
        return List.copyOf(pinpoints);
    }

    /** Whether each unit is a part of the one before: "Điều 5 khoản 2 điểm a". */
    private boolean isDescending() {
        for (int i = 1; i < units.size(); i++) {
            Unit unit = units.get(i);
            if (!unit.nests || unit.kind.compareTo(units.get(i - 1).kind) <= 0) {
                return false;
            }
        }
        return units.size() > 1 && units.get(0).kind == UnitKind.ARTICLE;
    }

    private List<PinpointPath> descending(int most) {
        List<PinpointPath> parts = List.of(new PinpointPath(null, null, null));
        for (Unit unit : units) {
            parts = inside(parts, unit, most, (part, item) -> switch (unit.kind) {
                case ARTICLE -> new PinpointPath(item, null, null);
                case CLAUSE -> new PinpointPath(part.article, item, null);
                case POINT -> new PinpointPath(part.article, part.clause, item);
            });
        }
        return parts;
    }

    /**
     * Combines units of which each is a part of the next, unless "và" stands between: "điểm a khoản 1 và khoản 3 Điều
     * 7, Điều 8".
     */
    private List<PinpointPath> ascending(int most) {
        List<PinpointPath> points = new ArrayList<>();
        List<PinpointPath> clauses = new ArrayList<>();
        List<PinpointPath> done = new ArrayList<>();
        for (Unit unit : units) {
            switch (unit.kind) {
                case POINT -> points.addAll(inside(List.of(new PinpointPath(null, null, null)), unit, most,
                        (part, item) -> new PinpointPath(null, null, item)));
                case CLAUSE -> {
                    boolean holds = unit.nests && !points.isEmpty();
                    clauses.addAll(holds ? List.of() : points);
                    clauses.addAll(inside(holds ? points : List.of(new PinpointPath(null, null, null)), unit, most,
                            (part, item) -> new PinpointPath(null, item, part.point)));
                    points.clear();
                }
                default -> {
                    clauses.addAll(points);
                    boolean holds = unit.nests && !clauses.isEmpty();
                    done.addAll(inside(holds ? clauses : List.of(new PinpointPath(null, null, null)), unit, most,
                            (part, item) -> new PinpointPath(item, part.clause, part.point)));
                    points.clear();
                    clauses.clear();
                }
            }
        }
        done.addAll(clauses);
        done.addAll(points);
        return done;
    }

    private static List<PinpointPath> inside(List<PinpointPath> parts, Unit unit, int most,
            BiFunction<PinpointPath, String, PinpointPath> join) {
        List<PinpointPath> joined = new ArrayList<>();
        for (String item : expanded(unit.items, most)) {
            for (PinpointPath part : parts) {
                if (joined.size() < most) {
                    joined.add(join.apply(part, item));
                }
            }
        }
        return joined;
    }

    /** The items with all members of ranges. */
    private static List<String> expanded(List<String> items, int most) {
        List<String> all = new ArrayList<>();
        for (int i = 0; i < items.size() && all.size() < most; i++) {
            if (items.get(i).equals(TO)) {
                all.addAll(between(items.get(i - 1), items.get(i + 1)));
            } else {
                all.add(items.get(i));
            }
        }
        return all;
    }

    private static List<String> between(String first, String last) {
        List<String> all = new ArrayList<>();
        if (first.matches("[0-9]{1,4}") && last.matches("[0-9]{1,4}")) {
            int from = Integer.parseInt(first);
            int to = Integer.parseInt(last);
            for (int n = from + 1; n < to && to - from <= LONGEST_RANGE; n++) {
                all.add(Integer.toString(n));
            }
        } else if (first.length() == 1 && last.length() == 1) {
            int from = LETTERS.indexOf(first);
            int to = LETTERS.indexOf(last);
            all.addAll(from < 0 || to < from ? List.of() : LETTERS.substring(from + 1, Math.max(from + 1, to)).chars()
                    .mapToObj(Character::toString).toList());
        }
        return all;
    }
}

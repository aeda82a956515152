package vn.loa.text.consolidate;

import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import vn.loa.text.structure.EId;

/** Where a new provision stands: behind the one that the instruction names, or behind the one before its number. */
final class Siblings {
    /** "vào sau khoản 2", behind the words that name the new provision. */
    private static final Pattern ANCHOR = Pattern.compile("(?iu:,? ?(?:vào )?(?:ngay )?(?:phía )?(?<where>sau|trước)"
            + " (?<unit>điểm|khoản|điều|chương)) (?<number>[0-9a-zđIVXLC]{1,6})(?![\\p{L}0-9])");
    private static final Pattern NUMBER = Pattern.compile("([0-9]{1,4})([a-zđ]?)");
    private static final Pattern LETTER = Pattern.compile("([a-zđ])([0-9]{0,2})");
    /** The letters of points, in order. */
    private static final String LETTERS = "abcdđeghiklmnopqrstuvxy";

    /** @param index the place among the sections of the parent */
    record Place(Node parent, int index) {}

    private Siblings() {}

    /**
     * The place of a new provision.
     *
     * @param behind what stands behind the words that name it
     * @param group the instruction that may add several of them
     */
    static Place of(Draft draft, EId eId, String behind, Object group) {
        String prefix = NewProvision.step(eId).substring(0, NewProvision.step(eId).indexOf('_') + 1);
        Matcher anchor = ANCHOR.matcher(behind);
        Node next;
        boolean before = false;
        if (anchor.lookingAt() && unit(anchor.group("unit")).equals(prefix)) {
            next = draft.at(sibling(eId, prefix, anchor.group("number")));
            before = anchor.group("where").equalsIgnoreCase("trước");
        } else {
            next = previous(draft, eId, prefix);
        }
        if (next == null) {
            throw new RefusedException(Refusal.PLACE_NOT_FOUND);
        }
        Node parent = next.parent();
        int index = parent.children().indexOf(next) + (before ? 0 : 1);
        while (!before && index < parent.children().size() && group.equals(parent.children().get(index).insertedBy())) {
            index++;
        }
        return new Place(parent, index);
    }

    private static String unit(String word) {
        return switch (word.toLowerCase(Locale.ROOT)) {
            case "điểm" -> "point_";
            case "khoản" -> "para_";
            case "chương" -> "chp_";
            default -> "art_";
        };
    }

    /** Null when there can be no such eId, because it would be too long. */
    private static EId sibling(EId eId, String prefix, String number) {
        String parent = eId.parent().map(above -> above.value() + "__").orElse("");
        return EId.parse(parent + prefix + number).orElse(null);
    }

    private static Node previous(Draft draft, EId eId, String prefix) {
        String number = NewProvision.number(eId);
        Matcher figures = NUMBER.matcher(number);
        if (figures.matches()) {
            int value = Integer.parseInt(figures.group(1));
            String suffix = figures.group(2);
            return suffix.isEmpty() ? last(draft, eId, prefix, Integer.toString(value - 1))
                    : draft.at(sibling(eId, prefix, value + before(suffix)));
        }
        Matcher letter = LETTER.matcher(number);
        int place = letter.matches() ? LETTERS.indexOf(letter.group(1)) : -1;
        if (place < 0) {
            return null;
        }
        if (!letter.group(2).isEmpty()) {
            int value = Integer.parseInt(letter.group(2));
            return draft.at(sibling(eId, prefix, letter.group(1) + (value > 1 ? value - 1 : "")));
        }
        return place == 0 ? null : draft.at(sibling(eId, prefix, LETTERS.substring(place - 1, place)));
    }

    /** The letter before a suffix: "" before a. */
    private static String before(String suffix) {
        int place = LETTERS.indexOf(suffix);
        return place <= 0 ? "" : LETTERS.substring(place - 1, place);
    }

    /** The last of 4, 4a, 4b that the text has. */
    private static Node last(Draft draft, EId eId, String prefix, String number) {
        Node last = draft.at(sibling(eId, prefix, number));
        for (int i = 0; i < LETTERS.length() && last != null; i++) {
            Node next = draft.at(sibling(eId, prefix, number + LETTERS.charAt(i)));
            if (next == null) {
                break;
            }
            last = next;
        }
        return last;
    }
}

package vn.loa.text.citation;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import vn.loa.text.fold.RaisedFigures;
import vn.loa.text.fold.Words;
import vn.loa.text.number.SpelledNumber;

/**
 * Finds the parts of documents that one normalised line names: "điểm a khoản 2 Điều 5 Nghị định số …", "khoản 1 và
 * khoản 3 Điều 7 của Luật …", "Điều 5, Điều 6 và điểm b, c khoản 2 Điều 8", "Điều 5 khoản 2". Parts directly before a
 * document's name are parts of that document.
 */
final class PinpointReader {
    private static final int ANY_CASE = Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE;
    /**
     * The words khoản, điểm and Điều, but not as parts of "tài khoản 111" (account) or "thời điểm a" (point in time).
     */
    private static final Pattern UNIT = Pattern.compile("(?:(?<!tài )(khoản)"
            + "|(?<!(?:thời|địa|quan|thí|trọng|ưu|đặc|cao) )(điểm)|(điều)) (?=[0-9a-zđ])", ANY_CASE);
    private static final int SHORTEST_UNIT = 6;
    private static final String ORDINAL = "thứ ";
    /** "Điều thứ ba" of old texts is Điều 3. */
    private static final Pattern NUMBER =
            Pattern.compile("([0-9]{1,4}+[a-zđ]?|này|thứ " + SpelledNumber.PATTERN + ")(?![\\p{L}\\p{M}0-9%/]|\\.[0-9])", ANY_CASE);
    private static final Pattern LETTER =
            Pattern.compile("([a-zđ][0-9]?|[0-9]{1,3}+|này)(?![\\p{L}\\p{M}0-9%/]|\\.[0-9])", ANY_CASE);
    private static final Pattern BETWEEN_ITEMS = Pattern.compile(" ?[,;] ?(?:(?:và|hoặc) )?| (?:và|hoặc|đến) |[-–]");
    /** May name the larger division of the part before: "khoản 3 Điều 7 Chương I, các điều 21 và 22". */
    private static final Pattern BETWEEN_UNITS = Pattern.compile("(?:,? (?:mục|chương|phần) [IVXLC0-9]{1,6}+){0,3}+(?: ?[,;])?"
            + "(?: (?:và|hoặc|hay|cùng|của|thuộc|tại|đến))?(?: (?:tại|thuộc|của))?(?: (?:các|những|từ))? ", ANY_CASE);
    /**
     * The words between a part and its document. These words may name larger divisions, which a pinpoint does not need.
     */
    private static final Pattern TO_DOCUMENT = Pattern.compile("(?:,? (?:mục|chương|phần) (?:[IVXLC0-9]{1,6}+|(?:thứ )?" + SpelledNumber.PATTERN
            + ")){0,3}+"
            + ",?(?: (?:của|tại|thuộc|trong|theo|ở|quy định tại))?,? ?\\(?", ANY_CASE);
    private static final Pattern AND = Pattern.compile("[,;]? và (?:các )?");
    private static final int LONGEST_WAY = 60;

    /** Each group by the offset behind its last part. */
    private final TreeMap<Integer, PinpointGroup> groups = new TreeMap<>();
    private final String text;

    private PinpointReader(String text) {
        this.text = text;
    }

    /** A reader of a line that {@code VietnameseText.oneLine} returned. */
    static PinpointReader of(String text) {
        PinpointReader reader = new PinpointReader(text);
        reader.read();
        return reader;
    }

    /** The group directly before the document at this offset; null when there is none. */
    PinpointGroup groupBefore(int offset) {
        Map.Entry<Integer, PinpointGroup> last = groups.floorEntry(offset);
        if (last == null || offset - last.getKey() > LONGEST_WAY) {
            return null;
        }
        return TO_DOCUMENT.matcher(text).region(last.getKey(), offset).matches() ? last.getValue() : null;
    }

    /** The group that "và" joins to the part at this offset; null when there is none. */
    PinpointGroup groupBeside(int offset) {
        Map.Entry<Integer, PinpointGroup> last = groups.floorEntry(offset);
        return last != null && AND.matcher(text).region(last.getKey(), offset).matches() ? last.getValue() : null;
    }

    Iterable<PinpointGroup> groups() {
        return groups.values();
    }

    private void read() {
        Matcher unit = UNIT.matcher(text).useTransparentBounds(true);
        PinpointGroup group = null;
        int end = 0;
        for (int i = 0; i + SHORTEST_UNIT <= text.length(); i++) {
            if (!mayBegin(i) || !unit.region(i, text.length()).lookingAt()) {
                continue;
            }
            PinpointGroup.UnitKind kind = unit.group(1) != null ? PinpointGroup.UnitKind.CLAUSE
                    : unit.group(2) != null ? PinpointGroup.UnitKind.POINT : PinpointGroup.UnitKind.ARTICLE;
            List<String> items = new ArrayList<>();
            int itemsEnd = items(unit.end(), kind, items);
            if (items.isEmpty()) {
                continue;
            }
            Matcher way = BETWEEN_UNITS.matcher(text).region(end, unit.start());
            boolean linked = group != null && unit.start() - end <= LONGEST_WAY && way.matches();
            if (!linked) {
                group = new PinpointGroup(unit.start());
            } else {
                groups.remove(end);
            }
            group.add(kind, items, linked ? way.group() : "");
            end = itemsEnd;
            group.endsAt(end);
            groups.put(end, group);
        }
    }

    /** A cheap check before the pattern runs: a word with the first letters of khoản, điểm or Điều begins here. */
    private boolean mayBegin(int at) {
        char c = text.charAt(at);
        char next = text.charAt(at + 1);
        boolean unit = (c == 'k' || c == 'K') && (next == 'h' || next == 'H')
                || (c == 'đ' || c == 'Đ') && (next == 'i' || next == 'I');
        return unit && Words.isStart(text, at) && (at == 0 || !Character.isDigit(text.charAt(at - 1)));
    }

    /** Adds the items of "1, 2 và 3" or "a, b" to the list, and returns the offset behind them. */
    private int items(int from, PinpointGroup.UnitKind kind, List<String> items) {
        Pattern shape = kind == PinpointGroup.UnitKind.POINT ? LETTER : NUMBER;
        Matcher item = shape.matcher(text).useTransparentBounds(true);
        Matcher separator = BETWEEN_ITEMS.matcher(text).useTransparentBounds(true);
        int at = from;
        int end = from;
        while (item.region(at, text.length()).lookingAt()) {
            String written = item.group(1).toLowerCase(Locale.ROOT);
            items.add(written.startsWith(ORDINAL) ? Integer.toString(SpelledNumber.value(written.substring(ORDINAL.length()))) : written);
            end = RaisedFigures.behindMark(text, item.end());
            if (!separator.region(end, text.length()).lookingAt()) {
                break;
            }
            at = separator.end();
            if (item.region(at, text.length()).lookingAt() && PinpointGroup.isRange(separator.group())) {
                items.add(PinpointGroup.TO);
            }
        }
        return end;
    }
}

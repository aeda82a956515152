package vn.loa.text.print;

import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Recognises lines of a gazette's print that do not belong to the text: running heads and the page numbers beside them,
 * stamps of digital signatures, rules. A line that could be text stays.
 */
public final class RunningHeads {
    /**
     * A running head. A province's gazette has the province's name behind "CÔNG BÁO". The page number may stand on the
     * same line.
     */
    private static final Pattern HEADER = Pattern.compile("([0-9]{1,5}+ )?CÔNG BÁO(?: [\\p{Lu} .-]{2,40}+)? ?/ ?"
            + "Số ?[0-9+ &-]{1,40}+/ ?(?:Ngày ?)?[0-9]{1,2}+ ?[-/.] ?[0-9]{1,2}+ ?[-/.] ?[0-9]{4}( [0-9]{1,5}+)?+");
    private static final String HEAD = "CÔNG BÁO";
    private static final int HEAD_STARTS = 6;
    private static final Pattern CONTINUATION =
            Pattern.compile("\\((?:Tiếp theo|Xem tiếp) Công báo số [0-9+ &-]{1,40}+\\)", Pattern.CASE_INSENSITIVE
                    | Pattern.UNICODE_CASE);
    private static final Pattern PAGE = Pattern.compile("[0-9]{1,5}+");
    private static final Pattern RULE = Pattern.compile("(?:_{5,}+|-{5,}+|={5,}+|[–—]{3,}+)(?: (?:_{5,}+|-{5,}+|={5,}+|[–—]{3,}+))*+");
    private static final Pattern STAMP_FIRST = Pattern.compile("(?:Người ký|Ký bởi|Được ký bởi) ?: ?\\S.{0,200}+");
    private static final Pattern STAMP = Pattern.compile("(?:Email|Cơ quan|Tổ chức|Chức vụ|Lý do) ?: ?.{0,200}+");
    /** The time of a signature. A day alone is a fact that a legal portal prints about the document. */
    private static final Pattern STAMP_LAST =
            Pattern.compile("(?:Thời gian ký|Ngày ký) ?: ?(?=.{0,60}[0-9]:[0-9]{2})[0-9].{0,60}+");
    private static final String STAMP_TITLE = "Signature Not Verified";
    private static final int STAMP_LINES = 6;
    private static final int BLANK_LINES = 2;
    private static final int SHEET_LINES = 6;

    private final List<String> lines;
    private final DroppedLine.LineKind[] kinds;

    private RunningHeads(List<String> lines) {
        this.lines = lines;
        this.kinds = new DroppedLine.LineKind[lines.size()];
    }

    /** For each of the normalised lines why it does not belong to the text; null for a line of text. */
    public static DroppedLine.LineKind[] in(List<String> lines) {
        RunningHeads furniture = new RunningHeads(lines);
        for (int i = 0; i < lines.size(); i++) {
            furniture.look(i);
        }
        return furniture.kinds;
    }

    private void look(int i) {
        String line = lines.get(i);
        if (line.length() < 2) {
            return;
        }
        switch (line.charAt(0)) {
            case 'C', '0', '1', '2', '3', '4', '5', '6', '7', '8', '9' -> header(i, line);
            case '(' -> kinds[i] = CONTINUATION.matcher(line).matches() ? DroppedLine.LineKind.CONTINUATION : null;
            case 'N', 'K', 'Đ' -> stamp(i);
            case '_', '-', '–', '—', '=' -> kinds[i] = RULE.matcher(line).matches() ? DroppedLine.LineKind.RULE : null;
            default -> { }
        }
    }

    private void header(int i, String line) {
        int head = line.indexOf(HEAD);
        Matcher header = HEADER.matcher(line);
        if (head >= 0 && head <= HEAD_STARTS && header.matches()) {
            kinds[i] = DroppedLine.LineKind.PAGE_HEADER;
            if (header.group(1) == null && header.group(2) == null) {
                pageNumber(i);
            }
        }
    }

    /** Marks the number directly below or above the running head, or else across blank lines. */
    private void pageNumber(int header) {
        for (int blank = 0; blank <= BLANK_LINES; blank++) {
            for (int at : new int[] {header + 1 + blank, header - 1 - blank}) {
                if (isFree(at) && PAGE.matcher(lines.get(at)).matches() && isBlankBetween(at, header)) {
                    kinds[at] = DroppedLine.LineKind.PAGE_NUMBER;
                    repeatedNumber(header, lines.get(at));
                    return;
                }
            }
        }
    }

    /** Marks the same number wherever it stands once more: a page on its side has one for the book and one for the sheet. */
    private void repeatedNumber(int header, String number) {
        for (int step : new int[] {1, -1}) {
            for (int i = 1; i <= SHEET_LINES; i++) {
                int at = header + step * i;
                if (isFree(at) && lines.get(at).equals(number)) {
                    kinds[at] = DroppedLine.LineKind.PAGE_NUMBER;
                } else if (isFree(at) && !lines.get(at).isEmpty()) {
                    break;
                }
            }
        }
    }

    private boolean isFree(int at) {
        return at >= 0 && at < lines.size() && kinds[at] == null;
    }

    private boolean isBlankBetween(int one, int other) {
        return lines.subList(Math.min(one, other) + 1, Math.max(one, other)).stream().allMatch(String::isEmpty);
    }

    /** Marks a whole stamp, from signer to time. A single line of a stamp could be text. */
    private void stamp(int first) {
        if (!STAMP_FIRST.matcher(lines.get(first)).matches()) {
            return;
        }
        for (int i = first + 1; i < Math.min(first + STAMP_LINES, lines.size()); i++) {
            if (STAMP_LAST.matcher(lines.get(i)).matches()) {
                boolean titled = first > 0 && lines.get(first - 1).equals(STAMP_TITLE);
                for (int stamped = titled ? first - 1 : first; stamped <= i; stamped++) {
                    kinds[stamped] = DroppedLine.LineKind.SIGNATURE_STAMP;
                }
                return;
            }
            if (!STAMP.matcher(lines.get(i)).matches()) {
                return;
            }
        }
    }
}

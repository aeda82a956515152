package vn.loa.text.print;

import java.util.BitSet;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import vn.loa.text.fold.RaisedFigures;

/**
 * Recognises the footnotes of a consolidated text, which tell how a Điều, khoản or điểm was amended ("7 Khoản này được
 * sửa đổi …"). A print sets a footnote's number directly behind the marker. "2.7 Trường hợp" is then khoản 2 with
 * footnote 7, and not the number 2.7.
 */
public final class Footnotes {
    private static final Pattern NOTE =
            Pattern.compile("([0-9]{1,3}+) (?:(?:Tên|Tiêu đề) )?(?:[Kk]hoản|[Đđ]iểm|Điều|Đoạn|Mục|Cụm từ|Nội dung) này .*+");
    private static final int MOST_FIGURES = 3;

    private Footnotes() {}

    /** The numbers of the footnotes among these lines. */
    public static BitSet in(List<String> lines) {
        BitSet notes = new BitSet();
        for (String line : lines) {
            if (!line.isEmpty() && line.charAt(0) >= '1' && line.charAt(0) <= '9') {
                Matcher note = NOTE.matcher(line);
                if (note.matches()) {
                    notes.set(Integer.parseInt(note.group(1)));
                }
            }
        }
        return notes;
    }

    /**
     * The offset behind a mark of one of these footnotes that directly follows a marker; the marker's end when there is
     * none.
     */
    public static int behindMark(String line, int marker, BitSet notes) {
        int raised = RaisedFigures.behindMark(line, marker);
        if (raised > marker) {
            return raised;
        }
        int end = marker;
        while (end < line.length() && end - marker < MOST_FIGURES && line.charAt(end) >= '0' && line.charAt(end) <= '9') {
            end++;
        }
        boolean mark = end > marker && end < line.length() && line.charAt(end) == ' '
                && notes.get(Integer.parseInt(line.substring(marker, end)));
        return mark ? end : marker;
    }
}

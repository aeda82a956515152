package vn.loa.text.structure;

import java.util.BitSet;
import java.util.List;
import java.util.regex.Pattern;
import vn.loa.text.fold.QuotePairs;
import vn.loa.text.fold.Words;
import vn.loa.text.print.Capitals;
import vn.loa.text.print.Footnotes;
import vn.loa.text.print.LabelLines;
import vn.loa.text.print.PrintLine;
import vn.loa.text.print.TypeMeasure;

/**
 * Decides where a paragraph ends in a text whose lines may be hard-wrapped.
 *
 * <p>A line begins a paragraph in one of these cases:
 * <ul>
 * <li>A blank line stands above it.
 * <li>It has the marker of a section, an annex, a dash item or a signature, or begins with other words that open a
 *     paragraph in official documents, as "Căn cứ" does.
 * <li>It changes from capitals to small letters or back.
 * <li>It is a label line below another, or the first line below several label lines.
 * <li>The line above ends a sentence and is so short that the next word would have fitted on it.
 * <li>The line above ends a heading on which the next word would have fitted, and the line begins with a capital or is
 *     a dash item.
 * </ul>
 * Otherwise the line continues the paragraph, also across a page break.
 */
final class LineBreaks {
    /** Last words of a line that continues with a number: "theo khoản / 2. …". */
    private static final Pattern AWAITS_NUMBER = Pattern.compile("(?:khoản|điểm|điều|mục|chương|phần|số|năm|tháng|ngày"
            + "|quý|kỳ|từ|đến|và|hoặc|tại|theo|của|thuộc|với)", Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE);
    /** Last words of a line that continues with a point or a division: "theo / Điều 5. …". */
    private static final Pattern AWAITS_NAME = Pattern.compile("(?:điểm|và|hoặc|tại|theo|của|thuộc|với|từ|đến)|.*,",
            Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE);
    private static final Pattern ITEM = Pattern.compile("[-–+•*] ?[\\p{Lu}“\"…].*+");
    /** A footnote, or an item of a numbering that sections do not use: 7 Khoản này, 1.2. Cây to, (2) Cây nhỏ. */
    private static final Pattern NOTE = Pattern.compile(
            "(?:[0-9]{1,3}+(?:\\.[0-9]{1,2}+){0,3}+[.)]?|\\([0-9]{1,2}+\\)|\\((?:i{1,3}|i?v|vi{1,3})\\)) \\p{Lu}.*+");

    /**
     * The share of the full width up to which a line counts as short. It is below 1 because prints use proportional
     * type.
     */
    private static final double SHORT_SENTENCE = 0.87;
    private static final double SHORT_HEADING = 0.75;
    /**
     * The shares for headings, by measured width. A heading's first line is indented, and bold type is wider, so a full
     * one measures less than other lines (0.90 and more in prints). The share of list items is smaller because more of
     * them are sentences.
     */
    private static final double SHORT_DIVISION_HEADING = 0.925;
    private static final double SHORT_ITEM_HEADING = 0.86;
    private static final double SHORT_BEFORE_DASH = 0.95;
    private static final int LONGEST_HEADING = 300;
    /** The title of a document stands below its type and may be long and have signs inside. */
    private static final int LONGEST_TITLE = 100_000;
    /**
     * Shorter lines tell nothing about the width of a print; lines longer than {@link #WIDEST} are not hard-wrapped.
     */
    private static final int NARROWEST = 40;
    private static final int WIDEST = 130;
    /** The number of wrapped sentences from which a text without blank lines counts as hard-wrapped. */
    private static final int WRAPPED = 2;

    private final List<PrintLine> lines;
    private final BitSet notes;
    private final int width;
    private final TypeMeasure measure;
    /** The line that is looked at and the one above it. */
    private Opening line;
    private Opening above;
    private boolean capitals;
    private boolean marked;
    private boolean division;
    /** The words of the paragraph as far as they are read, while it may be a heading. */
    private String opened = "";
    /**
     * The number of characters that the paragraph may still have as a heading; 0 when the paragraph reads as a
     * sentence.
     */
    private int headingRoom;

    LineBreaks(List<PrintLine> lines) {
        this.lines = lines;
        this.notes = Footnotes.in(lines.stream().map(PrintLine::text).toList());
        this.width = width(lines);
        this.measure = new TypeMeasure(lines, NARROWEST);
    }

    /**
     * Whether the line begins a paragraph. Call it for every line but the first, in order, because it tracks the open
     * paragraph.
     */
    boolean before(int i) {
        if (i == 1) {
            line = Opening.of(lines.get(0).text(), notes);
            opened(line);
        }
        above = line;
        line = Opening.of(lines.get(i).text(), notes);
        boolean breaks = lines.get(i).before() == PrintLine.Gap.BLANK || breaksBlock(i);
        if (breaks) {
            opened(line);
            if (Letterhead.isKind(lines.get(i - 1).text()) && !capitals) {
                headingRoom = LONGEST_TITLE;
                division = true;
            }
        } else {
            capitals &= Capitals.only(lines.get(i).text(), 0);
            opened = headingRoom > 0 && opened.length() < LONGEST_HEADING ? opened + " " + lines.get(i).text() : opened;
            headingRoom -= headingRoom > 0 ? headingLength(lines.get(i).text(), 0) : 0;
        }
        return breaks;
    }

    private void opened(Opening first) {
        // The new wording in an amendment has headings, too: “Điều 3a. Đèn báo
        boolean quoted = first.text().length() > 1 && QuotePairs.isOpening(first.text().charAt(0));
        Opening opening = quoted ? Opening.of(first.text().substring(1), notes) : first;
        capitals = Capitals.only(first.text(), 0);
        opened = opening.text();
        marked = opening.isMarked();
        division = opening.division() != null;
        int words = opening.textStart();
        headingRoom = words < 0 ? 0 : LONGEST_HEADING - headingLength(opened, words);
    }

    /**
     * The length of a possible heading's words from this offset on; {@link #LONGEST_HEADING} when a sentence or clause
     * ends in them.
     */
    private static int headingLength(String line, int from) {
        for (int i = from; i < line.length(); i++) {
            boolean endsWord = i + 1 == line.length() || line.charAt(i + 1) == ' ';
            if (endsWord && ".;:!?…".indexOf(line.charAt(i)) >= 0) {
                return LONGEST_HEADING;
            }
        }
        return line.length() - from;
    }

    private boolean breaksBlock(int i) {
        return width > WIDEST || above.label() && line.label() || endsLabels(i)
                || opensSection(lines.get(i - 1)) || line.annex()
                || isOfficial() || opensQuotation(above.text(), line.text()) || changesCase(line.text())
                || endsSentence(i);
    }

    /** Whether the line follows two or more label lines and is itself none. */
    private boolean endsLabels(int i) {
        return i > 1 && above.label() && lines.get(i - 1).before() == PrintLine.Gap.NONE
                && LabelLines.isLabel(lines.get(i - 2).text());
    }

    private boolean opensSection(PrintLine printed) {
        if (line.division() != null) {
            return !AWAITS_NAME.matcher(printed.lastWord()).matches()
                    && (line.division().isPunctuated() || isFinished(printed, line.text()));
        }
        SectionMarker marker = line.marker();
        if (marker == null) {
            return false;
        }
        String last = printed.lastWord();
        // The first item of a Điều opens even if the Điều's title ends in such a word.
        boolean first = marker.value() == 1 && (this.division && headingRoom > 0 || above.division() != null);
        Pattern awaits = marker.numerals() == SectionMarker.LETTER_STYLE ? AWAITS_NAME : AWAITS_NUMBER;
        return first || !awaits.matcher(last).matches()
                || marker.numerals() == SectionMarker.LETTER_STYLE && last.endsWith(",");
    }

    /** Whether the text ends with the line. Otherwise "Mục 1" on the next line is a wrapped reference. */
    private boolean isFinished(PrintLine line, String next) {
        return width == 0 || line.isEnded() || Capitals.only(line.text(), 0) || isShort(line, next, SHORT_HEADING);
    }

    /** Whether the line is one that begins a paragraph in official documents. */
    private boolean isOfficial() {
        return line.text().startsWith("Căn cứ ") || line.text().charAt(0) == '(' && Annexes.isAttached(line.text())
                || line.alone() || above.alone() || Letterhead.isKind(above.text())
                || Letterhead.isKind(line.text()) && !Capitals.only(above.text(), 0);
    }

    /** Whether the line opens the quotation of a new wording: with a numbered part, or behind "… như sau:". */
    private static boolean opensQuotation(String above, String line) {
        return QuotePairs.isOpening(line.charAt(0)) && line.length() > 1
                && (above.endsWith(":") && Character.isDigit(line.charAt(1)) || SectionMarker.at(line.substring(1)).isPresent());
    }

    /** Whether the case changes: titles and offices stand in capitals, the text around them does not. */
    private boolean changesCase(String line) {
        boolean inCapitals = Capitals.only(line, 0);
        return capitals ? !inCapitals && !Character.isLowerCase(line.charAt(0))
                : inCapitals && line.indexOf(' ') > 0 && line.length() >= 8;
    }

    private boolean endsSentence(int i) {
        PrintLine above = lines.get(i - 1);
        String line = lines.get(i).text();
        if (width == 0) {
            return false;
        }
        if (!Character.isLetter(line.charAt(0)) && ITEM.matcher(line).matches()) {
            return above.isEnded() || isShort(above, line, SHORT_SENTENCE) || endsHeading(i, SHORT_BEFORE_DASH);
        }
        if (!Character.isLetter(line.charAt(0)) && NOTE.matcher(line).matches()) {
            return above.isEnded();
        }
        if (!Capitals.begins(line)) {
            return false;
        }
        if (above.isEnded()) {
            return isShort(above, line, SHORT_SENTENCE) || above.text().endsWith("./.")
                    || above.text().endsWith(":") && QuotePairs.isOpening(line.charAt(0));
        }
        boolean pageEnds = lines.get(i).before() == PrintLine.Gap.PAGE;
        return !above.stretched() && !AWAITS_NAME.matcher(above.lastWord()).matches()
                && (division && headingRoom > 0 && HeadingEnd.before(opened, line)
                        || (marked || pageEnds) && isShort(above, line, SHORT_HEADING)
                        || endsHeading(i, division ? SHORT_DIVISION_HEADING : SHORT_ITEM_HEADING));
    }

    /**
     * Whether the line above is the last of a heading. A capital behind a name at its end (Bộ / Tài chính) may continue
     * the name.
     */
    private boolean endsHeading(int i, double share) {
        PrintLine above = lines.get(i - 1);
        String line = lines.get(i).text();
        return headingRoom > 0 && !Character.isUpperCase(above.lastWord().charAt(0)) && isShort(above, line, 1)
                && measure.fits(i - 1, line.substring(0, Words.end(line, 0)), share);
    }

    /** Whether the next line's first word would have fitted on this line. */
    private boolean isShort(PrintLine line, String next, double share) {
        return line.length() + 1 + Words.end(next, 0) <= share * width;
    }

    /**
     * Whether sentences continue from full lines to the next. In a text without blank lines only this shows that lines
     * are hard-wrapped.
     */
    boolean isWrapped() {
        int wrapped = 0;
        for (int i = 1; i < lines.size() && wrapped < WRAPPED; i++) {
            PrintLine above = lines.get(i - 1);
            String line = lines.get(i).text();
            boolean goesOn = Character.isLowerCase(line.charAt(0)) && !Opening.of(line, notes).isMarked()
                    || AWAITS_NUMBER.matcher(above.lastWord()).matches();
            wrapped += goesOn && !above.isEnded() && above.length() >= SHORT_HEADING * width ? 1 : 0;
        }
        return width > 0 && width <= WIDEST && wrapped == WRAPPED;
    }

    /**
     * The width of the print in characters: nine of ten longer lines are no longer. 0 when there are no longer lines,
     * more than {@value #WIDEST} when the lines are whole paragraphs.
     */
    private static int width(List<PrintLine> lines) {
        int[] ofLength = new int[WIDEST + 2];
        int count = 0;
        for (PrintLine line : lines) {
            if (line.length() >= NARROWEST && !line.isFilled()) {
                ofLength[Math.min(line.length(), WIDEST + 1)]++;
                count++;
            }
        }
        int longer = 0;
        int width = WIDEST + 1;
        while (width >= NARROWEST && longer + ofLength[width] <= count / 10) {
            longer += ofLength[width--];
        }
        return count == 0 ? 0 : width;
    }
}

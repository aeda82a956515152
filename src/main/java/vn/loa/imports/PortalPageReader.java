package vn.loa.imports;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import vn.loa.problem.Problem;
import vn.loa.problem.ProblemType;
import vn.loa.text.date.VietnameseDates;
import vn.loa.text.date.VietnameseDates.Stamp;
import vn.loa.text.fold.VietnameseText;
import vn.loa.text.print.DroppedLine;
import vn.loa.text.structure.DirectiveText;
import vn.loa.text.structure.Letterhead;

/** Recognises the parts of a page: title, byline, publication stamp, tags, counters and text. */
final class PortalPageReader {

    /** In characters. Longer blocks are text, and a date in them is part of it. */
    private static final int MAX_STAMP_LINE_LENGTH = 160;
    private static final int MAX_TITLE_LENGTH = 500;
    private static final int MAX_TAGS = 50;
    private static final int MAX_TAG_LENGTH = 100;
    /** In characters. Shorter blocks of a head are labels, dates and menus. */
    private static final int MIN_REPORTED_LENGTH = 60;
    private static final Pattern TAGS = Pattern.compile("^(?:từ kh[oó][aá]|thẻ|tags?)\\s?:\\s?(.+)$",
            Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE);

    /** The heading of what follows an article. */
    private static final Pattern BELOW_TEXT = Pattern.compile("(?:(?:các |những )?(?:tin|bài)(?: (?:tức|viết|bài))? (?:khác|liên quan|mới hơn|cũ hơn|cùng chuyên mục"
            + "|cùng loại|đã đưa)|(?:ý kiến|bình luận)(?: (?:của )?(?:bạn đọc|độc giả))?|bình luận bạn đọc|xem thêm|đọc thêm"
            + "|có thể bạn quan tâm|chia sẻ(?: bài viết)?) ?(?:\\([0-9]{1,5}\\))? ?:?", Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE);
    /** Only the words of buttons. */
    private static final Pattern SHARE_BAR = Pattern.compile("(?:(?:thích|chia sẻ|bình luận|in (?:trang|bài viết)|in|gửi (?:email|mail|bài viết)"
            + "|quay lại|về đầu trang|lưu(?: bài)?|sao chép(?: liên kết)?|facebook|zalo|twitter|email|tweet|share|like|print)[ |·,»]*+){1,12}",
            Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE);
    private static final Pattern CATEGORY = Pattern.compile("chuyên mục ?: ?(.{1,200})", Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE);

    private final PageSource source;
    private final List<String> head;
    private final List<String> content;
    private final List<String> around;
    /** How many blocks of the source's content stand above this content. */
    private int above;

    private PortalPageReader(PageSource source) {
        this.source = source;
        this.head = visible(source.head());
        this.content = visible(source.content());
        this.around = visible(source.around());
    }

    /** The blocks with visible characters. */
    private static List<String> visible(List<String> blocks) {
        return blocks.stream().filter(block -> VietnameseText.line(block) != null)
                .collect(Collectors.toCollection(ArrayList::new));
    }

    /** @throws vn.loa.problem.ProblemException 422 when the page has no title or no text */
    static PortalPage read(PageSource source) {
        return new PortalPageReader(source).read();
    }

    /** A publication stamp in a line that is short enough for one. */
    static Optional<Stamp> stampIn(String block) {
        return block.length() > MAX_STAMP_LINE_LENGTH ? Optional.empty() : VietnameseDates.findStamp(block);
    }

    private PortalPage read() {
        List<String> tags = new ArrayList<>(source.hints().tags());
        cutBelowText();
        removeBoilerplate(tags);
        source.around().stream().filter(block -> block.length() <= MAX_TITLE_LENGTH).map(TAGS::matcher).filter(Matcher::matches)
                .forEach(line -> tags.addAll(Arrays.asList(line.group(1).split("[,;]"))));
        int stampLine = stampLine();
        Stamp stamp = source.hints().stamp() != null ? source.hints().stamp()
                : stampLine < 0 ? null : stampIn(head.get(stampLine)).orElse(null);
        String title = title(stampLine);
        if (title == null || title.length() > MAX_TITLE_LENGTH) {
            throw Problem.of(ProblemType.NOT_AN_ARTICLE_PAGE, "No title was found in the page.").asException();
        }
        if (!content.isEmpty() && content.get(0).equals(title)) {
            removeFirst();
        }
        String byline = byline(stampLine);
        if (content.isEmpty()) {
            throw Problem.of(ProblemType.NOT_AN_ARTICLE_PAGE, "No text was found below the title.").asException();
        }
        return new PortalPage(site(), title, byline, stamp, source.hints().summary(), source.hints().language(), clean(tags),
                PageCounters.read(head, around), List.copyOf(content), apart(title, stampLine, byline),
                leftOut(title, byline, stampLine), source.dropped(),
                source.notes().stream().map(note -> note.without(above)).toList(), category(), source.hints().picture(),
                new PortalPage.PageText(source.tables(), source.headings(), source.emphases(), source.markup(), above));
    }

    private void removeFirst() {
        content.remove(0);
        above++;
    }

    /** Ends the text where a list of other articles or readers' comments begin. */
    private void cutBelowText() {
        for (int i = content.size() - 1; i > 0; i--) {
            String line = content.get(i);
            if (DirectiveText.isNumbered(line) || line.startsWith("Nơi nhận")) {
                return;
            }
            if (BELOW_TEXT.matcher(line).matches()) {
                List<String> below = content.subList(i, content.size());
                around.addAll(below);
                below.clear();
            }
        }
    }

    /** Removes counters and keywords above and below the text. Between paragraphs they count as text. */
    private void removeBoilerplate(List<String> tags) {
        while (!content.isEmpty() && takeBoilerplate(content.get(content.size() - 1), tags)) {
            content.remove(content.size() - 1);
        }
        int leading = 0;
        while (leading < content.size() && takeBoilerplate(content.get(leading), tags)) {
            leading++;
        }
        content.subList(0, leading).clear();
        above += leading;
    }

    private boolean takeBoilerplate(String block, List<String> tags) {
        if (SHARE_BAR.matcher(block).matches()) {
            around.add(block);
            return true;
        }
        Matcher matcher = TAGS.matcher(block);
        if (matcher.matches()) {
            tags.addAll(Arrays.asList(matcher.group(1).split("[,;]")));
            return true;
        }
        if (PageCounters.isCounterLine(block)) {
            around.add(block);
            return true;
        }
        return false;
    }

    private static List<String> clean(List<String> tags) {
        return tags.stream().map(VietnameseText::line).filter(tag -> tag != null && tag.length() <= MAX_TAG_LENGTH)
                .distinct().limit(MAX_TAGS).toList();
    }

    /** The long blocks of the head that are not one of its parts. */
    private List<String> apart(String title, int stampLine, String byline) {
        List<String> leftOut = new ArrayList<>(source.leftOut());
        for (int i = 0; i < head.size(); i++) {
            String block = head.get(i);
            if (i != stampLine && block.length() >= MIN_REPORTED_LENGTH && !block.equals(title) && !block.equals(byline)
                    && SiteName.in(block).isEmpty()) {
                leftOut.add(block);
            }
        }
        return leftOut;
    }

    /** All words that are neither in the article nor one of the values that were read of the page. */
    private List<LeftOut> leftOut(String title, String byline, int stampLine) {
        List<LeftOut> all = new ArrayList<>();
        source.hidden().forEach(words -> all.add(new LeftOut(LeftOut.Reason.HIDDEN, words)));
        // What stands around has the head of a page in HTML, too.
        Set<String> known = new HashSet<>(around);
        List<String> beside = new ArrayList<>(around);
        head.stream().filter(block -> !known.contains(block)).forEach(beside::add);
        String site = site();
        String stamp = stampLine < 0 ? null : head.get(stampLine);
        for (String block : beside) {
            boolean read = block.equals(title) || block.equals(stamp) || block.equals(byline) || Byline.in(block).filter(name -> name.equals(byline)).isPresent()
                    || block.equals(site) || PageCounters.isCounterLine(block) || TAGS.matcher(block).matches();
            if (!read) {
                all.add(new LeftOut(LeftOut.Reason.APART, block));
            }
        }
        source.dropped().stream().filter(line -> line.kind() != DroppedLine.LineKind.NOTE && !line.text().isEmpty())
                .forEach(line -> all.add(new LeftOut(LeftOut.Reason.PRINT, line.text())));
        return all;
    }

    /** The name of the subject, as the page's markup or a line of its head says it. */
    private String category() {
        return source.hints().category() != null ? source.hints().category()
                : Stream.concat(head.stream(), around.stream()).filter(block -> block.length() <= MAX_STAMP_LINE_LENGTH).map(CATEGORY::matcher)
                        .filter(Matcher::matches).map(line -> line.group(1)).findFirst().orElse(null);
    }

    /** The last stamp of the head, which is next to the text. */
    private int stampLine() {
        for (int i = head.size() - 1; i >= 0; i--) {
            if (stampIn(head.get(i)).isPresent()) {
                return i;
            }
        }
        return -1;
    }

    private String title(int stampLine) {
        if (source.hints().title() != null) {
            return source.hints().title();
        }
        List<String> above = stampLine < 0 ? head : head.subList(0, stampLine);
        return above.isEmpty() ? null : above.get(above.size() - 1);
    }

    /** The byline from the markup, else the block below the stamp, else the first or last block of the text. */
    private String byline(int stampLine) {
        if (Letterhead.find(content).isPresent()) {
            // The signature of an official document is part of its text.
            return null;
        }
        String hinted = source.hints().byline();
        if (hinted != null) {
            // The same name in the first or last line is not part of the text.
            if (content.size() > 1 && content.get(content.size() - 1).equals(hinted)) {
                content.remove(content.size() - 1);
            }
            if (content.size() > 1 && content.get(0).equals(hinted)) {
                removeFirst();
            }
            return hinted;
        }
        List<String> below = stampLine < 0 ? List.of() : head.subList(stampLine + 1, head.size());
        return below.stream().map(Byline::in).flatMap(Optional::stream).findFirst()
                .or(() -> stampLine < 0 ? Optional.empty() : takeFromContent(0))
                .or(() -> takeFromContent(content.size() - 1))
                .orElse(null);
    }

    private Optional<String> takeFromContent(int index) {
        // A single block is the text, even if it looks like a name.
        if (content.size() < 2) {
            return Optional.empty();
        }
        Optional<String> byline = Byline.in(content.get(index));
        byline.ifPresent(name -> {
            content.remove(index);
            above += index == 0 ? 1 : 0;
        });
        return byline;
    }

    private String site() {
        return source.hints().site() != null ? source.hints().site()
                : head.stream().limit(Math.max(head.size() - 1, 0)).map(SiteName::in).flatMap(Optional::stream)
                        .findFirst().orElse(null);
    }
}

package vn.loa.text.check;

import java.util.List;
import java.util.regex.Pattern;

/** Finds for each quotation of a line the citation from which it is quoted. */
final class QuotationTies {
    private static final int LONGEST_WAY = 400;
    private static final int SHORT_WAY = 60;
    private static final String VERB = "(?<![\\p{L}\\p{M}])(?:quy định|nêu|ghi|viết|khẳng định|xác định|nói|yêu cầu|định nghĩa"
            + "|giải thích|cho rằng|nhấn mạnh|cho biết|như sau|rằng|là|theo đó)(?![\\p{L}\\p{M}])";
    private static final Pattern SAYS = Pattern.compile(VERB);
    private static final Pattern ANNOUNCES = Pattern.compile(VERB + "(?: rõ| cụ thể| như sau| rằng| là)*+[\\s:,(]*$|: ?$");
    private static final Pattern NAMES = Pattern.compile("gọi (?:tắt |chung )?là[^\\p{L}]*$|viết tắt(?: là)?[^\\p{L}]*$");
    private static final Pattern DIRECT = Pattern.compile("[\\s,;(–-]*+");
    private static final Pattern SENTENCE_END = Pattern.compile("[.!?] \\p{Lu}");
    /** Between a quotation and the document that is named behind it. */
    private static final Pattern FROM = Pattern.compile("[\\s.,;]*+[(\\[–-]?\\s?(?:(?:theo|trích|xem|tại|là quy định tại|được quy định tại|như"
            + "|căn cứ|nguồn:?)(?![\\p{L}\\p{M}]) ?)*+");

    private QuotationTies() {}

    static void tie(String line, List<LineReader.Draft> drafts) {
        if (drafts.isEmpty()) {
            return;
        }
        int next = 0;
        for (QuotedWords quoted : QuotedWords.in(line)) {
            while (next < drafts.size() && drafts.get(next).end() <= quoted.mark()) {
                next++;
            }
            LineReader.Draft before = next == 0 ? null : drafts.get(next - 1);
            LineReader.Draft behind = next == drafts.size() ? null : drafts.get(next);
            if (before != null && isSaidBy(before, line, quoted)) {
                before.quotations().add(quoted);
            } else if (behind != null && behind.start() > quoted.end() && behind.start() - quoted.end() <= SHORT_WAY
                    && FROM.matcher(line).region(quoted.end() + 1, behind.start()).matches()) {
                behind.quotations().add(quoted);
            }
        }
    }

    private static boolean isSaidBy(LineReader.Draft cited, String line, QuotedWords quoted) {
        int from = cited.quotations().isEmpty() ? cited.end() : cited.quotations().get(cited.quotations().size() - 1).end() + 1;
        if (quoted.mark() - from > LONGEST_WAY || isTitle(cited, line, quoted)) {
            return false;
        }
        String between = line.substring(from, quoted.mark());
        if (!cited.quotations().isEmpty()) {
            return between.matches("[\\s,;]*(?:(?:và|hoặc|đồng thời)[\\s,;]*)?");
        }
        boolean hasParts = !cited.parts().isEmpty();
        return !SENTENCE_END.matcher(between).find() && !NAMES.matcher(between).find() && (ANNOUNCES.matcher(between).find()
                || hasParts && (SAYS.matcher(between).find() || DIRECT.matcher(between).matches()));
    }

    /** Whether the words in quotation marks are the document's title. */
    private static boolean isTitle(LineReader.Draft cited, String line, QuotedWords quoted) {
        String title = cited.citation().title();
        String words = line.substring(quoted.start(), quoted.end()).strip();
        String behindAbout = words.regionMatches(true, 0, "về ", 0, 3) ? words.substring(3) : words;
        return title != null && (title.contains(behindAbout) || behindAbout.contains(title));
    }
}

package vn.loa.text.citation;

import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;
import vn.loa.text.fold.QuotePairs;
import vn.loa.text.fold.Words;

/**
 * Reads the title of a document behind its number, from "về" or an opening quotation mark on. A quoted title ends at
 * its closing mark. Another title ends at a closing mark without an opening one, at ';', at the end of the sentence, or
 * where the sentence goes on to name the next document. A title names few documents itself: so the titles of one line
 * together have at most {@value #MOST_NAMED} + 1 times its length, whatever it says.
 */
final class TitleReader {
    private static final int MAX_LENGTH = 1500;
    /** In 116 gazette texts one title names five documents ("sửa đổi, bổ sung Thông tư số …, Thông tư số …"), none more. */
    private static final int MOST_NAMED = 6;
    private static final List<String> ABOUT = List.of("về", "Về", "VỀ", "V/v", "v/v");
    private static final List<String> VERBS = List.of("quy định", "sửa đổi", "bổ sung", "hướng dẫn", "ban hành",
            "phê duyệt", "bãi bỏ", "công bố", "điều chỉnh", "thành lập", "kiện toàn", "đính chính", "gia hạn", "phê chuẩn",
            "cắt giảm", "tạm ngưng", "phân quyền", "phân cấp", "tháo gỡ", "kéo dài", "Ban hành", "Quy định", "Sửa đổi",
            "Bổ sung", "Phê duyệt", "Hướng dẫn");
    /** Verbs that may open a title directly behind a number: "Nghị định số 34/2016/NĐ-CP quy định chi tiết …". */
    private static final List<String> DIRECT_VERBS = List.of("quy định chi tiết", "quy định về", "quy định chức năng", "quy định một số",
            "quy định mức", "sửa đổi, bổ sung", "sửa đổi một số", "hướng dẫn thi hành", "hướng dẫn thực hiện", "hướng dẫn một số");
    /** The start of a bracket that comments on the document, most often its short name. */
    private static final List<String> ASIDES = List.of("(sau đây", "(gọi tắt", "(viết tắt", "(dưới đây", "(được");
    /** Words with which the sentence continues behind the title. */
    private static final List<String> OVER =
            List.of("thì", "được sửa đổi", "đã được", "có hiệu lực", "hết hiệu lực", "bị bãi bỏ", "và các văn bản");
    /** A further part of a document that the sentence names behind the title: "… và điểm c khoản 3 Điều 5". */
    private static final Pattern NEXT_PART = Pattern.compile(" và (?:điểm [a-zđ]|khoản [0-9]|Điều [0-9]|điều [0-9])");
    private static final Pattern ASIDE_CLAUSE = Pattern.compile(", (?:theo hướng|theo đó|trong đó)(?![\\p{L}])");
    /** What begins behind a semicolon that ends a title: another basis, another document, an item of a list. */
    private static final Pattern NEXT_ITEM = Pattern.compile(";(?: ?$| ?\\p{Lu}| ?(?:[0-9]{1,2}|[a-zđ])[.)] | (?:và|hoặc|các|khoản|điểm|điều)(?![\\p{L}]))");
    private static final Pattern ON_TO_NEXT = Pattern.compile("(?:,|,? và| hoặc) (?:các |những )?$");
    /** The start of the main clause: ", Chủ tịch Ủy ban nhân dân tỉnh yêu cầu" behind "Thực hiện Chỉ thị … về …". */
    private static final Pattern NEXT_CLAUSE = Pattern.compile(", (?:Chủ tịch|Ủy ban|Ban|Bộ|Thủ tướng|Chính phủ|Hội đồng"
            + "|Tỉnh ủy|Huyện ủy|Sở|Giám đốc)(?: [\\p{L}-]{1,12}+){0,10}? (?:yêu cầu|chỉ thị|đề nghị|chỉ đạo|giao) ?(?![\\p{L}])?+");
    /**
     * How a line begins that names documents and says nothing else, so that a semicolon may stand inside a title. In a
     * sentence a new clause begins behind it.
     */
    private static final Pattern LIST = Pattern.compile("(?:[0-9]{1,3}[.)] |[-–+] |[a-zđ]\\) )?(?:Căn cứ |Sửa đổi|Bãi bỏ |Đính chính |Công bố |Ban hành "
            + "|(?:Luật|Bộ luật|Pháp lệnh|Nghị định|Nghị quyết|Quyết định|Chỉ thị|Thông tư)(?: liên tịch)? )");
    private static final Set<String> ABBREVIATIONS = Set.of("tp", "tx", "tt", "ths", "ts", "gs", "pgs", "bs", "ks",
            "cn", "đc", "đ/c", "ph", "st", "tr", "ub", "kp", "v.v");

    private final String text;
    private final QuotePairs quotes;
    private final List<Mention> mentions;
    private final boolean isList;

    /**
     * A reader of one line.
     *
     * @param mentions the documents that the line names, in order
     */
    TitleReader(String text, List<Mention> mentions) {
        this.text = text;
        this.quotes = new QuotePairs(text);
        this.mentions = mentions;
        this.isList = LIST.matcher(text).lookingAt();
    }

    /**
     * The title that begins at this offset; null when there is none.
     *
     * @param index the index of the mention before the title
     * @param afterIssuer whether a verb may open the title, as behind an issuer or date: "của Chính phủ quy định …"
     */
    String read(int from, int index, boolean afterIssuer) {
        int limit = index + 1 + MOST_NAMED < mentions.size() ? mentions.get(index + 1 + MOST_NAMED).start() : text.length();
        int at = Words.skipComma(text, from);
        boolean about = Words.anyAt(text, at, ABOUT);
        if (about) {
            at = Words.skipSpaces(text, Words.end(text, at));
        }
        if (at < text.length() && QuotePairs.isOpening(text.charAt(at))) {
            int close = quotes.closing(at);
            return close > at && close <= limit && close - at <= MAX_LENGTH ? clean(at + 1, close)
                    : clean(at + 1, end(at + 1, limit, index));
        }
        boolean verb = at == Words.skipSpaces(text, from) && Words.anyAt(text, at, afterIssuer ? VERBS : DIRECT_VERBS)
                && !Words.at(text, at, "quy định tại") && !Words.at(text, at, "ban hành kèm");
        return about || verb ? clean(at, end(at, limit, index)) : null;
    }

    private int end(int from, int limit, int index) {
        int next = index + 1;
        int inside = 0;
        int brackets = 0;
        for (int i = from; i < limit; i++) {
            if (i - from >= MAX_LENGTH) {
                return Math.max(from, text.lastIndexOf(' ', i));
            }
            while (next < mentions.size() && mentions.get(next).start() <= i) {
                boolean here = mentions.get(next++).start() == i;
                if (here && inside++ == 0 && leadsOn(from, i)) {
                    return i;
                }
            }
            char c = text.charAt(i);
            if (QuotePairs.isOpening(c) && quotes.closing(i) > i && quotes.closing(i) < Math.min(limit, from + MAX_LENGTH)) {
                i = quotes.closing(i);
            } else if (c == ')' && brackets-- == 0 || endsTitle(i)) {
                return i;
            } else if (c == '(') {
                brackets++;
            }
        }
        return limit;
    }

    private boolean leadsOn(int from, int at) {
        return ON_TO_NEXT.matcher(text.substring(Math.max(from, at - 15), at)).find();
    }

    private boolean endsTitle(int i) {
        return switch (text.charAt(i)) {
            case '…', '?', '!', '”', '»', '"' -> true;
            case ';' -> !isList || NEXT_ITEM.matcher(text).region(i, text.length()).lookingAt();
            case '(' -> ASIDES.stream().anyMatch(name -> text.startsWith(name, i)) || mentionStarts(i + 1);
            case ' ' -> Words.anyAt(text, i + 1, OVER) || NEXT_PART.matcher(text).region(i, text.length()).lookingAt();
            case '.' -> endsSentence(i);
            case ':' -> i + 1 == text.length() || text.charAt(i + 1) == ' ';
            case ',' -> NEXT_CLAUSE.matcher(text).region(i, text.length()).lookingAt()
                    || ASIDE_CLAUSE.matcher(text).region(i, text.length()).lookingAt();
            default -> false;
        };
    }

    /** Whether the full stop ends a sentence: not in "1.000", "TP.HCM" or "v.v.", and not before a small letter. */
    private boolean endsSentence(int stop) {
        int word = stop;
        while (word > 0 && stop - word < 12 && text.charAt(word - 1) != ' ') {
            word--;
        }
        String before = text.substring(word, stop);
        if (stop + 1 == text.length() || text.charAt(stop + 1) == '/' || text.charAt(stop + 1) == '.') {
            return true;
        }
        char behind = text.charAt(stop + 1);
        if (behind != ' ') {
            return !Character.isLetterOrDigit(behind) || Character.isUpperCase(behind) && before.length() > 2
                    && Character.isLowerCase(before.charAt(before.length() - 1)) && !isAbbreviation(before);
        }
        int next = Words.skipSpaces(text, stop + 1);
        return !isAbbreviation(before) && (next == text.length() || !Character.isLowerCase(text.charAt(next)));
    }

    private static boolean isAbbreviation(String word) {
        String plain = word.startsWith("(") ? word.substring(1) : word;
        return plain.length() == 1 && Character.isLetter(plain.charAt(0))
                || ABBREVIATIONS.contains(plain.toLowerCase(Locale.ROOT));
    }

    /**
     * The title without "về", without quotation marks around it, and without the words that lead on to the next
     * document.
     */
    private String clean(int from, int to) {
        int start = Words.skipSpaces(text, from);
        if (Words.anyAt(text, start, ABOUT)) {
            start = Words.skipSpaces(text, Words.end(text, start));
        }
        String title = start < to ? text.substring(start, to) : "";
        String kept = to < text.length() && mentionStarts(to) ? ON_TO_NEXT.matcher(title).replaceFirst("") : title;
        int end = kept.length();
        while (end > 0 && " ,".indexOf(kept.charAt(end - 1)) >= 0) {
            end--;
        }
        return end == 0 ? null : kept.substring(0, end);
    }

    private boolean mentionStarts(int offset) {
        int low = 0;
        int high = mentions.size() - 1;
        while (low <= high) {
            int middle = (low + high) >>> 1;
            int start = mentions.get(middle).start();
            if (start == offset) {
                return true;
            }
            low = start < offset ? middle + 1 : low;
            high = start > offset ? middle - 1 : high;
        }
        return false;
    }
}

package vn.loa.support;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;

/**
 * A long decree as a gazette prints it, made up by chance but the same for the same seed: letterhead, chapters, Điều,
 * khoản, điểm, some of them citing other documents, hard-wrapped lines on pages with running heads, signatures.
 *
 * @param text some hundred kilobytes to some megabytes; a page has about 3 kB of UTF-8
 */
public record DecreePrint(String text, int pages, int chapters, int articles, int clauses, int points) {

    private static final int WIDTH = 78;
    private static final int LINES_ON_PAGE = 36;
    private static final String POINTS = "abcdđeghik";
    private static final String[] WORDS = """
            cơ quan tổ chức cá nhân có trách nhiệm phối hợp thực hiện kiểm tra hướng dẫn đôn đốc báo cáo kết quả theo \
            định kỳ hằng năm về cây xanh công viên đường phố hồ nước khu dân cư trường học bệnh viện chợ bến xe vườn \
            ươm hạt giống phân bón tưới tiêu chăm sóc cắt tỉa di dời trồng mới bảo vệ xử lý vi phạm trong thời hạn ngày \
            làm việc kể từ khi nhận được đủ hồ sơ hợp lệ bằng văn bản nêu rõ lý do trường hợp không đồng ý người đứng \
            đầu đơn vị chịu sự giám sát của cộng đồng dân cư nguồn kinh phí ngân sách địa phương và các nguồn hợp pháp \
            khác được sử dụng đúng mục đích tiết kiệm hiệu quả công khai minh bạch""".split(" ");
    private static final String[] CITED = {
        "quy định tại khoản 2 Điều 5 Nghị định số 30/2020/NĐ-CP ngày 05 tháng 3 năm 2020 của Chính phủ",
        "thực hiện theo Luật Cây xanh số 81/2031/QH17", "theo Quyết định số 1205/QĐ-TTg ngày 01/6/2030",
        "quy định tại các điểm a, b và c khoản 1 Điều 12 Nghị định này", "theo Nghị quyết số 05-NQ/TU của Tỉnh ủy"};

    /** A decree of at least so many bytes of UTF-8. */
    public static DecreePrint of(long seed, int bytes) {
        return new Writer(seed, bytes).write();
    }

    private static final class Writer {

        private final Random random;
        private final int bytes;
        private final StringBuilder text = new StringBuilder();
        private int size;
        private int lines = LINES_ON_PAGE;
        private int pages;
        private int chapters;
        private int articles;
        private int clauses;
        private int points;

        Writer(long seed, int bytes) {
            this.random = new Random(seed);
            this.bytes = bytes;
        }

        DecreePrint write() {
            List.of("CHÍNH PHỦ", "", "Số: 70/2031/NĐ-CP", "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM",
                    "Độc lập - Tự do - Hạnh phúc", "", "Hà Nội, ngày 02 tháng 5 năm 2031", "", "NGHỊ ĐỊNH",
                    "Quy định về quản lý cây xanh đô thị", "", "Căn cứ Luật Cây xanh số 81/2031/QH17;", "")
                    .forEach(this::line);
            while (size < bytes) {
                chapter();
            }
            List.of("", "TM. CHÍNH PHỦ", "THỦ TƯỚNG", "", "Lê Văn Cây").forEach(this::line);
            return new DecreePrint(text.toString(), pages, chapters, articles, clauses, points);
        }

        private void chapter() {
            line("Chương " + roman(++chapters));
            line("QUY ĐỊNH VỀ CÂY XANH");
            for (int end = articles + 3 + random.nextInt(8); articles < end; ) {
                line("Điều " + ++articles + ". Quản lý cây xanh");
                int count = 2 + random.nextInt(5);
                for (int clause = 1; clause <= count; clause++) {
                    clause(clause);
                }
            }
        }

        private void clause(int number) {
            clauses++;
            int count = random.nextInt(3) == 0 ? 2 + random.nextInt(POINTS.length() - 1) : 0;
            paragraph(number + ". " + sentence(20 + random.nextInt(60)) + (count > 0 ? ":" : "."));
            for (int point = 0; point < count; point++) {
                points++;
                paragraph(POINTS.charAt(point) + ") " + sentence(10 + random.nextInt(40)) + ";");
            }
        }

        private String sentence(int words) {
            List<String> sentence = new ArrayList<>(List.of("Ủy", "ban", "nhân", "dân"));
            int cited = random.nextInt(5) == 0 ? random.nextInt(words) : -1;
            for (int i = 0; i < words; i++) {
                sentence.add(i == cited ? CITED[random.nextInt(CITED.length)] : WORDS[random.nextInt(WORDS.length)]);
            }
            return String.join(" ", sentence);
        }

        private void paragraph(String words) {
            String rest = words;
            while (rest.length() > WIDTH) {
                int space = rest.lastIndexOf(' ', WIDTH);
                line(rest.substring(0, space) + " ");
                rest = rest.substring(space + 1);
            }
            line(rest + " ");
        }

        private void line(String line) {
            if (lines++ == LINES_ON_PAGE) {
                append("\nCÔNG BÁO/Số 283/Ngày 25-05-2031 \n" + (100 + pages++) + "\n \n");
                lines = 1;
            }
            append(line + "\n");
        }

        private void append(String words) {
            text.append(words);
            size += words.getBytes(StandardCharsets.UTF_8).length;
        }

        private static String roman(int number) {
            String[] tens = {"", "X", "XX", "XXX", "XL", "L", "LX", "LXX", "LXXX", "XC"};
            String[] ones = {"", "I", "II", "III", "IV", "V", "VI", "VII", "VIII", "IX"};
            return "C".repeat(number / 100) + tens[number / 10 % 10] + ones[number % 10];
        }
    }
}

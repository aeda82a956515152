package vn.loa.text;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import vn.loa.text.structure.DirectiveText;
import vn.loa.text.structure.TextBlocks;

/** Decrees made up with a known tree, printed like a gazette, and read again. */
class GeneratedDecreeTest {
    private static final String[] WORDS = {"cây", "xanh", "trồng", "ở", "mỗi", "xã", "theo", "khoản 2", "Điều 5",
            "và", "điểm b", "năm 2026", "Mục 1", "Chương II", "lá,", "hoa", "- bóng mát", "22-CT/TU", "ngày 01/6/2022",
            "3.500"};
    private static final String[] ROMAN = {"I", "II", "III", "IV"};
    private static final String[] POINTS = {"a", "b", "c", "d", "đ", "e", "g", "h"};

    private final List<String> paragraphs = new ArrayList<>();
    private final List<String> eIds = new ArrayList<>();

    @Property(tries = 300, seed = "20220713")
    void the_tree_of_a_print_is_the_tree_that_was_printed(@ForAll long seed,
            @ForAll @IntRange(min = 70, max = 95) int width) {
        Random random = new Random(seed);
        paragraphs.clear();
        eIds.clear();
        decree(random);
        String print = print(width, 20 + random.nextInt(20));
        DirectiveText text = DirectiveText.parse(TextBlocks.paragraphs(print));
        assertEquals(eIds, text.sections().stream().map(section -> section.eId().value()).toList(), print);
        assertEquals(List.of(), text.warnings(), print);
        assertEquals(3, text.closing().size());
        TextWords.assertKept(print);
        TextWords.assertAddressesAreUnique(text);
    }

    private void decree(Random random) {
        add(null, "Căn cứ " + sentence(random) + ";");
        int article = 1;
        for (int chapter = 0; chapter < 1 + random.nextInt(ROMAN.length); chapter++) {
            add("chp_" + ROMAN[chapter], "Chương " + ROMAN[chapter]);
            add(null, "VỀ CÂY XANH");
            for (int end = article + 1 + random.nextInt(3); article < end; article++) {
                add("art_" + article, "Điều " + article + ". Trồng cây");
                clauses("art_" + article, random);
            }
        }
        add(null, "TM. XÃ CÂY XANH");
        add(null, "CHỦ TỊCH");
        add(null, "Lê Văn Cây");
    }

    private void clauses(String article, Random random) {
        int count = random.nextInt(4) == 0 ? 0 : 2 + random.nextInt(4);
        for (int clause = 1; clause <= count; clause++) {
            String eId = article + "__para_" + clause;
            int points = random.nextBoolean() ? 0 : 2 + random.nextInt(POINTS.length - 1);
            add(eId, clause + ". Xã " + sentence(random) + (points > 0 ? ":" : "."));
            for (int point = 0; point < points; point++) {
                add(eId + "__point_" + POINTS[point], POINTS[point] + ") Ấp " + sentence(random) + ";");
            }
        }
        if (count == 0) {
            add(null, "Xã " + sentence(random) + ".");
        }
    }

    private void add(String eId, String paragraph) {
        paragraphs.add(paragraph);
        if (eId != null) {
            eIds.add(eId);
        }
    }

    private static String sentence(Random random) {
        StringBuilder sentence = new StringBuilder("trồng");
        for (int i = random.nextInt(60); i > 0; i--) {
            sentence.append(' ').append(WORDS[random.nextInt(WORDS.length)]);
        }
        return sentence + " nhé";
    }

    private String print(int width, int pageLength) {
        List<String> lines = new ArrayList<>(List.of(""));
        for (String paragraph : paragraphs) {
            StringBuilder line = new StringBuilder();
            for (String word : paragraph.split(" ")) {
                if (line.length() + 1 + word.length() > width) {
                    lines.add(line + " ");
                    line.setLength(0);
                }
                line.append(line.length() == 0 ? "" : " ").append(word);
            }
            lines.add(line.toString());
        }
        StringBuilder print = new StringBuilder();
        for (int i = 0; i < lines.size(); i++) {
            if (i % pageLength == 0) {
                print.append("\n\nCÔNG BÁO/Số 7/Ngày 01-02-2030 \n").append(i / pageLength + 1).append("\n \n");
            }
            print.append(lines.get(i)).append('\n');
        }
        return print.toString();
    }
}

package vn.loa.text.citation;

import java.util.BitSet;
import java.util.List;
import java.util.Set;
import vn.loa.text.number.DocumentTypes;
import vn.loa.text.number.DocumentTypes.TypeWord;

/** The type words of a line, and the offsets of those with a capital letter, which begin a document's name. */
final class TypeStarts {
    private static final Set<String> OFFICES = Set.of("Bộ", "Sở", "Vụ", "Cục", "Phòng", "Viện", "Tổ");
    private final List<TypeWord> words;
    private final BitSet capitals = new BitSet();

    TypeStarts(String text) {
        words = DocumentTypes.scan(text).stream().filter(word -> !isNameOfOffice(text, word)).toList();
        words.stream().filter(TypeWord::capital).forEach(word -> capitals.set(word.start()));
    }

    /** Whether the word belongs to the name of an office: Bộ Kế hoạch và Đầu tư. */
    private static boolean isNameOfOffice(String text, TypeWord word) {
        int before = text.lastIndexOf(' ', word.start() - 2) + 1;
        return word.capital() && before < word.start() - 1 && OFFICES.contains(text.substring(before, word.start() - 1));
    }

    List<TypeWord> words() {
        return words;
    }

    /** How many of the words end at this offset or before it. */
    int endingBefore(int offset) {
        int low = 0;
        int high = words.size();
        while (low < high) {
            int middle = (low + high) >>> 1;
            if (words.get(middle).end() <= offset) {
                low = middle + 1;
            } else {
                high = middle;
            }
        }
        return low;
    }

    boolean capitalAt(int offset) {
        return capitals.get(offset);
    }

    boolean capitalWithin(int from, int to) {
        int next = capitals.nextSetBit(from);
        return next >= 0 && next < to;
    }
}

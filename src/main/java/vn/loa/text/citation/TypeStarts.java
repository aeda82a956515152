package vn.loa.text.citation;

import java.util.BitSet;
import java.util.List;
import vn.loa.text.number.DocumentTypes;
import vn.loa.text.number.DocumentTypes.TypeWord;

/** The type words of a line, and the offsets of those with a capital letter, which begin a document's name. */
final class TypeStarts {
    private final List<TypeWord> words;
    private final BitSet capitals = new BitSet();

    TypeStarts(String text) {
        words = DocumentTypes.scan(text);
        words.stream().filter(TypeWord::capital).forEach(word -> capitals.set(word.start()));
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

package vn.loa.imports.file.child;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Collectors;

/**
 * Signs that stand beside each other on a line, without a wide gap between them.
 *
 * @param y of the line
 * @param size of the largest type in it
 * @param firstWord the width of the first word
 */
record Segment(List<Run> runs, float left, float right, float y, float size, float firstWord) {

    /** In parts of the type's size. */
    private static final float SPACE = 0.16f;
    private static final float RAISED = 0.12f;
    private static final float RAISED_SIZE = 0.9f;

    /** @param glyphs in the order in which they are read, at least one */
    static Segment of(List<Glyph> glyphs) {
        Glyph main = glyphs.stream().max(Comparator.comparingDouble(Glyph::size)).orElseThrow();
        List<Run> runs = new ArrayList<>();
        StringBuilder words = new StringBuilder();
        Glyph last = null;
        boolean raised = false;
        float firstWord = -1;
        float left = Float.MAX_VALUE;
        float right = 0;
        for (Glyph glyph : glyphs) {
            boolean isRaised = glyph.size() < RAISED_SIZE * main.size() && glyph.y() < main.y() - RAISED * main.size();
            boolean apart = last != null && (glyph.isSpaced() || glyph.x() - last.right() > SPACE * Math.max(glyph.size(), last.size()));
            if (last != null && (isRaised != raised || !glyph.font().equals(last.font()))) {
                runs.add(new Run(words.toString(), last.font(), raised, 0));
                words.setLength(0);
            }
            if (apart) {
                words.append(' ');
                firstWord = firstWord < 0 ? last.right() - glyphs.get(0).x() : firstWord;
            }
            words.append(glyph.text());
            raised = isRaised;
            last = glyph;
            left = Math.min(left, glyph.x());
            right = Math.max(right, glyph.right());
        }
        runs.add(new Run(words.toString(), last.font(), raised, 0));
        return new Segment(runs, left, right, main.y(), main.size(), firstWord < 0 ? right - left : firstWord);
    }

    /** Both on one line, with a space between them. */
    Segment and(Segment next) {
        List<Run> all = new ArrayList<>(runs);
        all.add(new Run(" ", null, false, 0));
        all.addAll(next.runs);
        return new Segment(all, Math.min(left, next.left), Math.max(right, next.right), size >= next.size ? y : next.y,
                Math.max(size, next.size), firstWord);
    }

    Segment with(List<Run> others) {
        return new Segment(others, left, right, y, size, firstWord);
    }

    String text() {
        return runs.stream().map(Run::text).collect(Collectors.joining());
    }

    float center() {
        return (left + right) / 2;
    }

    float width() {
        return right - left;
    }
}

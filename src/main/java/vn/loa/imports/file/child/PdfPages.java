package vn.loa.imports.file.child;

import java.awt.geom.Point2D;
import java.io.IOException;
import java.io.Writer;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Consumer;
import org.apache.pdfbox.contentstream.operator.Operator;
import org.apache.pdfbox.cos.COSBase;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.cos.COSNumber;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.PDResources;
import org.apache.pdfbox.pdmodel.common.PDRectangle;
import org.apache.pdfbox.pdmodel.font.PDFont;
import org.apache.pdfbox.pdmodel.graphics.form.PDFormXObject;
import org.apache.pdfbox.pdmodel.graphics.form.PDTransparencyGroup;
import org.apache.pdfbox.text.PDFTextStripper;
import org.apache.pdfbox.text.TextPosition;
import org.apache.pdfbox.util.Matrix;
import org.apache.pdfbox.util.Vector;
import vn.loa.imports.file.FileFault;

/** Reads the signs and the rules of each page of a PDF (ISO 32000-1, section 9), by Apache PDFBox. */
final class PdfPages extends PDFTextStripper {

    /**
     * A page as it was printed.
     *
     * @param turned signs that stand in another direction than most
     * @param unknown signs that the file does not say the letter of
     * @param pictured whether a picture stands on it
     */
    record Page(int number, float width, float height, List<Glyph> glyphs, List<Rule> rules, List<Glyph> turned, int unknown,
            boolean pictured) {
    }

    /** A rectangle that is less high or wide is a rule, in points. */
    private static final float THICKEST_RULE = 3;
    private static final float SHORTEST_RULE = 6;
    private static final int MOST_RULES = 20_000;
    /** Of a page: a hundred times those of a page of a newspaper. */
    private static final int MOST_SIGNS = 1_000_000;
    private static final int MOST_FORMS = 200_000;
    private static final int RIGHT_ANGLE = 90;
    private static final char REPLACEMENT = '\uFFFD';

    private final Consumer<Page> pages;
    private final List<Glyph> glyphs = new ArrayList<>();
    private final List<Float> directions = new ArrayList<>();
    private final List<Rule> rules = new ArrayList<>();
    private final List<Rule> path = new ArrayList<>();
    /** Of the rectangles in the path, which are rules when they are drawn and not filled. */
    private final List<Rule> edges = new ArrayList<>();
    private final Set<String> printed = new HashSet<>();
    private PDRectangle box;
    private float penX;
    private float penY;
    private int spaces;
    private int unknown;
    private int number;
    private int forms;

    private PdfPages(Consumer<Page> pages) {
        this.pages = pages;
    }

    static void each(PDDocument document, Consumer<Page> pages) throws IOException {
        new PdfPages(pages).writeText(document, Writer.nullWriter());
    }

    @Override
    protected void startPage(PDPage page) {
        box = page.getCropBox();
        number++;
        glyphs.clear();
        directions.clear();
        rules.clear();
        path.clear();
        edges.clear();
        printed.clear();
        spaces = 0;
        unknown = 0;
    }

    /** Forms may show each other, so that a few bytes ask for any number of them. */
    @Override
    public void showForm(PDFormXObject form) throws IOException {
        if (++forms > MOST_FORMS) {
            throw new UnreadableFileException(FileFault.TOO_COMPLEX, "The file shows more than " + MOST_FORMS + " forms.");
        }
        super.showForm(form);
    }

    @Override
    public void showTransparencyGroup(PDTransparencyGroup form) throws IOException {
        if (++forms > MOST_FORMS) {
            throw new UnreadableFileException(FileFault.TOO_COMPLEX, "The file shows more than " + MOST_FORMS + " forms.");
        }
        super.showTransparencyGroup(form);
    }

    @Override
    protected void writePage() {
        // The signs are what is wanted, and not the text that this class would make of them.
    }

    @Override
    protected void endPage(PDPage page) {
        float main = mainDirection();
        List<Glyph> upright = new ArrayList<>();
        List<Glyph> turned = new ArrayList<>();
        for (int i = 0; i < glyphs.size(); i++) {
            (directions.get(i) == main ? upright : turned).add(glyphs.get(i));
        }
        boolean lying = page.getRotation() % (2 * RIGHT_ANGLE) != 0;
        pages.accept(new Page(number, lying ? box.getHeight() : box.getWidth(), lying ? box.getWidth() : box.getHeight(), upright,
                main == 0 && page.getRotation() == 0 ? List.copyOf(rules) : List.of(), turned, unknown, isPictured(page)));
    }

    private float mainDirection() {
        long most = -1;
        float main = 0;
        for (float direction : new HashSet<>(directions)) {
            long count = directions.stream().filter(each -> each == direction).count();
            if (count > most) {
                most = count;
                main = direction;
            }
        }
        return main;
    }

    private static boolean isPictured(PDPage page) {
        PDResources resources = page.getResources();
        if (resources != null) {
            for (COSName name : resources.getXObjectNames()) {
                if (resources.isImageXObject(name)) {
                    return true;
                }
            }
        }
        return false;
    }

    @Override
    protected void showGlyph(Matrix matrix, PDFont font, int code, Vector displacement) throws IOException {
        String letters = font.toUnicode(code);
        if (letters == null || letters.isEmpty() || letters.chars().anyMatch(PdfPages::isUnknown)) {
            unknown++;
        }
        super.showGlyph(matrix, font, code, displacement);
    }

    /** Private characters are what fonts say that do not say their letters, but for the bullets that are known. */
    private static boolean isUnknown(int c) {
        return c == REPLACEMENT || c < ' ' || c >= 0xE000 && c < 0xF900 && RunText.bullets(String.valueOf((char) c)).charAt(0) == c;
    }

    @Override
    protected void processTextPosition(TextPosition text) {
        String letters = text.getUnicode();
        if (letters == null || letters.isBlank()) {
            spaces++;
            return;
        }
        float size = Math.abs(text.getFontSizeInPt());
        if (size < 0.5f) {
            return;
        }
        if (glyphs.size() >= MOST_SIGNS) {
            throw new UnreadableFileException(FileFault.TOO_COMPLEX, "A page of the file has more than " + MOST_SIGNS + " signs.");
        }
        Glyph last = glyphs.isEmpty() ? null : glyphs.get(glyphs.size() - 1);
        if (last != null && isMark(letters) && Math.abs(last.y() - text.getYDirAdj()) < size) {
            // A tone that is printed over its letter.
            glyphs.set(glyphs.size() - 1, new Glyph(last.text() + letters.strip(), last.font(), last.x(), last.y(), last.width(), last.size(),
                    last.spaces()));
            return;
        }
        if (isPrintedTwice(letters, text.getXDirAdj(), text.getYDirAdj())) {
            return;
        }
        int spaceInside = Character.isWhitespace(letters.charAt(0)) ? 1 : 0;
        glyphs.add(new Glyph(letters.strip(), text.getFont().getName(), text.getXDirAdj(), text.getYDirAdj(), text.getWidthDirAdj(), size,
                spaces + spaceInside));
        directions.add(text.getDir());
        spaces = Character.isWhitespace(letters.charAt(letters.length() - 1)) ? 1 : 0;
    }

    private static boolean isMark(String letters) {
        return letters.codePoints().allMatch(c -> Character.getType(c) == Character.NON_SPACING_MARK);
    }

    /** Bold type and shadows are often made by printing a sign again beside itself, within a point. */
    private boolean isPrintedTwice(String letters, float x, float y) {
        for (int dx = -1; dx <= 1; dx++) {
            for (int dy = -1; dy <= 1; dy++) {
                if (printed.contains(letters + '@' + (Math.round(x) + dx) + '/' + (Math.round(y) + dy))) {
                    return true;
                }
            }
        }
        printed.add(letters + '@' + Math.round(x) + '/' + Math.round(y));
        return false;
    }

    @Override
    protected void processOperator(Operator operator, List<COSBase> operands) throws IOException {
        float[] values = numbers(operands);
        switch (operator.getName()) {
            case "re" -> {
                if (values.length >= 4) {
                    rectangle(values[0], values[1], values[2], values[3]);
                }
            }
            case "m" -> {
                if (values.length >= 2) {
                    moveTo(values);
                }
            }
            case "l" -> {
                if (values.length >= 2) {
                    add(path, penX, penY, values[0], values[1]);
                    moveTo(values);
                }
            }
            case "S", "s", "f", "F", "f*", "B", "B*", "b", "b*" -> {
                if ("SsBb".indexOf(operator.getName().charAt(0)) >= 0) {
                    path.addAll(edges);
                }
                path.stream().filter(rule -> rule.length() >= SHORTEST_RULE).limit(Math.max(0, MOST_RULES - rules.size()))
                        .forEach(rules::add);
                path.clear();
                edges.clear();
            }
            case "n" -> {
                path.clear();
                edges.clear();
            }
            default -> { }
        }
        super.processOperator(operator, operands);
    }

    private static float[] numbers(List<COSBase> operands) {
        float[] values = new float[operands.size()];
        for (int i = 0; i < values.length; i++) {
            values[i] = operands.get(i) instanceof COSNumber number ? number.floatValue() : 0;
        }
        return values;
    }

    private void moveTo(float[] point) {
        penX = point[0];
        penY = point[1];
    }

    private void rectangle(float x, float y, float width, float height) {
        if (Math.min(Math.abs(width), Math.abs(height)) <= THICKEST_RULE) {
            add(path, x, y, x + width, y + height);
        } else {
            add(edges, x, y, x + width, y);
            add(edges, x, y + height, x + width, y + height);
            add(edges, x, y, x, y + height);
            add(edges, x + width, y, x + width, y + height);
        }
    }

    private void add(List<Rule> to, float x1, float y1, float x2, float y2) {
        if (to.size() >= MOST_RULES || getGraphicsState() == null) {
            return;
        }
        Matrix matrix = getGraphicsState().getCurrentTransformationMatrix();
        Point2D.Float a = matrix.transformPoint(x1, y1);
        Point2D.Float b = matrix.transformPoint(x2, y2);
        float left = Math.min(a.x, b.x) - box.getLowerLeftX();
        float right = Math.max(a.x, b.x) - box.getLowerLeftX();
        float top = box.getHeight() - (Math.max(a.y, b.y) - box.getLowerLeftY());
        float bottom = box.getHeight() - (Math.min(a.y, b.y) - box.getLowerLeftY());
        Rule rule = new Rule(left, top, right, bottom);
        if (Math.min(right - left, bottom - top) <= THICKEST_RULE) {
            to.add(rule);
        }
    }
}

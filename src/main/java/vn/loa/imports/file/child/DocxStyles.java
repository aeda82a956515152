package vn.loa.imports.file.child;

import java.io.InputStream;
import java.util.HashMap;
import java.util.Map;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import javax.xml.stream.XMLStreamException;
import vn.loa.text.encoding.LegacyEncoding;

/** What the styles of a DOCX say about paragraphs, letters and tables. A style has what it does not say from the one below it. */
final class DocxStyles {

    /** What a style, a paragraph or a run says; null or -1 for what it does not say. */
    static final class Style {
        String basedOn;
        String font;
        Boolean hidden;
        Boolean capitals;
        Boolean raised;
        Boolean strong;
        Boolean em;
        String numbering;
        int level = -1;
        int outline = -1;
        boolean ruled;
    }

    /** The styles of headings that a program names without saying their level. */
    private static final Pattern HEADING = Pattern.compile("(?:heading|tiêu đề|đầu đề) ?([1-9])", Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE);
    private static final int LONGEST_CHAIN = 20;
    private static final Style NONE = new Style();

    private final Map<String, Style> styles = new HashMap<>();
    private final Style defaults = new Style();
    private String ofParagraphs;

    static DocxStyles read(InputStream part) throws XMLStreamException {
        DocxStyles read = new DocxStyles();
        Xml xml = Xml.of(part);
        xml.each(name -> {
            if (name.equals("docDefaults")) {
                xml.each(outer -> xml.each(inner -> readProperties(xml, inner, read.defaults)));
            } else if (name.equals("style")) {
                read.readStyle(xml);
            }
        });
        return read;
    }

    private void readStyle(Xml xml) throws XMLStreamException {
        Style style = new Style();
        styles.put(xml.attribute("styleId"), style);
        if ("paragraph".equals(xml.attribute("type")) && "1".equals(xml.attribute("default"))) {
            ofParagraphs = xml.attribute("styleId");
        }
        int[] level = {0};
        xml.each(name -> {
            switch (name) {
                case "basedOn" -> style.basedOn = xml.value();
                case "name" -> {
                    Matcher heading = HEADING.matcher(xml.value() == null ? "" : xml.value());
                    level[0] = heading.matches() ? Integer.parseInt(heading.group(1)) : 0;
                }
                default -> readProperties(xml, name, style);
            }
        });
        style.outline = style.outline < 0 ? level[0] - 1 : style.outline;
    }

    /** Reads the properties of letters ({@code rPr}), of a paragraph or of a table. */
    static void readProperties(Xml xml, String name, Style style) throws XMLStreamException {
        switch (name) {
            case "rPr" -> xml.each(property -> readLetters(xml, property, style));
            case "pPr" -> xml.each(property -> readParagraph(xml, property, style));
            case "tblPr" -> xml.each(property -> {
                if (property.equals("tblBorders")) {
                    style.ruled |= isRuled(xml);
                }
            });
            default -> { }
        }
    }

    static void readLetters(Xml xml, String property, Style style) {
        switch (property) {
            case "rStyle" -> style.basedOn = xml.value();
            case "rFonts" -> style.font = font(xml.attribute("ascii"), xml.attribute("hAnsi"), style.font);
            case "vanish" -> style.hidden = xml.isOn();
            case "b" -> style.strong = xml.isOn();
            case "i" -> style.em = xml.isOn();
            case "caps" -> style.capitals = xml.isOn();
            case "vertAlign" -> style.raised = "superscript".equals(xml.value());
            default -> { }
        }
    }

    /** The font of letters beyond ASCII is hAnsi (ISO/IEC 29500-1, 17.3.2.26), unless only the other one tells an encoding. */
    private static String font(String ascii, String others, String before) {
        boolean legacy = ascii != null && LegacyEncoding.ofFont(ascii).isPresent();
        return legacy || others == null ? ascii == null ? before : ascii : others;
    }

    static void readParagraph(Xml xml, String property, Style style) throws XMLStreamException {
        switch (property) {
            case "pStyle" -> style.basedOn = xml.value();
            case "outlineLvl" -> style.outline = xml.number("val", -1);
            case "numPr" -> xml.each(part -> {
                if (part.equals("numId")) {
                    style.numbering = xml.value();
                } else if (part.equals("ilvl")) {
                    style.level = xml.number("val", -1);
                }
            });
            default -> { }
        }
    }

    /** Whether any of the borders in the present element is drawn. */
    static boolean isRuled(Xml xml) throws XMLStreamException {
        boolean[] ruled = new boolean[1];
        xml.each(border -> ruled[0] |= xml.value() != null && !xml.value().equals("none") && !xml.value().equals("nil"));
        return ruled[0];
    }

    /** What the first style on the way down says; null when none says anything. */
    <T> T find(Style from, Function<Style, T> property) {
        Style style = from;
        for (int i = 0; i < LONGEST_CHAIN && style != null; i++) {
            T said = property.apply(style);
            if (said != null) {
                return said;
            }
            style = style.basedOn == null ? null : styles.get(style.basedOn);
        }
        return null;
    }

    /** What a run says, else its style, else its paragraph's style, else the document. */
    <T> T ofRun(Style run, Style paragraph, Function<Style, T> property) {
        T said = find(run, property);
        T below = said != null ? said : find(paragraph.basedOn == null ? styles.getOrDefault(ofParagraphs, NONE) : paragraph, property);
        return below != null ? below : property.apply(defaults);
    }

    /** The style with this name; one that says nothing when there is none. */
    Style named(String name) {
        return name == null ? NONE : styles.getOrDefault(name, NONE);
    }

    /** The level of the heading that the paragraph is, from 1 on; 0 for none. */
    int heading(Style paragraph) {
        Integer outline = find(paragraph, style -> style.outline < 0 ? null : style.outline);
        return outline == null || outline > 8 ? 0 : outline + 1;
    }
}

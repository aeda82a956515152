package vn.loa.imports.file.child;

import java.io.InputStream;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import javax.xml.stream.XMLStreamException;

/** The numbers that Word shows before the paragraphs of its lists, which the text itself does not have (ISO/IEC 29500-1, 17.9). */
final class DocxNumbering {

    private static final int LEVELS = 9;

    private static final class Level {
        private int start = 1;
        private String format = "decimal";
        private String text = "";
        private String separator = " ";
        private boolean inFigures;
        private boolean goesOn;
    }

    private static final class Definition {
        private final Level[] levels = new Level[LEVELS];
        private final int[] counters = new int[LEVELS];
        private final boolean[] counting = new boolean[LEVELS];
        private String byStyle;
    }

    private static final class Instance {
        private String definition;
        private final Map<Integer, Integer> starts = new HashMap<>();
        private final Map<Integer, Level> levels = new HashMap<>();
    }

    private final Map<String, Definition> definitions = new HashMap<>();
    private final Map<String, Instance> instances = new HashMap<>();
    private final Set<String> begun = new HashSet<>();
    private final DocxStyles styles;

    private DocxNumbering(DocxStyles styles) {
        this.styles = styles;
    }

    static DocxNumbering read(InputStream part, DocxStyles styles) throws XMLStreamException {
        DocxNumbering read = new DocxNumbering(styles);
        Xml xml = Xml.of(part);
        xml.each(name -> {
            if (name.equals("abstractNum")) {
                read.readDefinition(xml);
            } else if (name.equals("num")) {
                read.readInstance(xml);
            }
        });
        return read;
    }

    private void readDefinition(Xml xml) throws XMLStreamException {
        Definition definition = new Definition();
        definitions.put(xml.attribute("abstractNumId"), definition);
        xml.each(name -> {
            if (name.equals("lvl")) {
                int level = xml.number("ilvl", -1);
                Level read = readLevel(xml);
                if (level >= 0 && level < LEVELS) {
                    definition.levels[level] = read;
                }
            } else if (name.equals("numStyleLink")) {
                definition.byStyle = xml.value();
            }
        });
    }

    private void readInstance(Xml xml) throws XMLStreamException {
        Instance instance = new Instance();
        instances.put(xml.attribute("numId"), instance);
        xml.each(name -> {
            if (name.equals("abstractNumId")) {
                instance.definition = xml.value();
            } else if (name.equals("lvlOverride")) {
                int level = xml.number("ilvl", 0);
                xml.each(inner -> {
                    if (inner.equals("startOverride")) {
                        instance.starts.put(level, xml.number("val", 1));
                    } else if (inner.equals("lvl")) {
                        instance.levels.put(level, readLevel(xml));
                    }
                });
            }
        });
    }

    private static Level readLevel(Xml xml) throws XMLStreamException {
        Level level = new Level();
        xml.each(name -> {
            switch (name) {
                case "start" -> level.start = xml.number("val", 1);
                case "numFmt" -> level.format = xml.value() == null ? "decimal" : xml.value();
                case "lvlText" -> level.text = xml.value() == null ? "" : xml.value();
                case "suff" -> level.separator = "nothing".equals(xml.value()) ? "" : " ";
                case "isLgl" -> level.inFigures = xml.isOn();
                case "lvlRestart" -> level.goesOn = "0".equals(xml.value());
                default -> { }
            }
        });
        return level;
    }

    /** What stands before the next paragraph of this list and level, with the space behind it; empty for nothing. */
    String next(String numbering, int at) {
        Instance instance = instances.get(numbering);
        Definition definition = instance == null ? null : definition(instance);
        if (definition == null || at < 0 || at >= LEVELS) {
            return "";
        }
        Level level = level(instance, definition, at);
        if (level == null) {
            return "";
        }
        Integer start = instance.starts.get(at);
        if (start != null && begun.add(numbering + "/" + at)) {
            definition.counters[at] = start;
        } else {
            definition.counters[at] = definition.counting[at] ? definition.counters[at] + 1 : level.start;
        }
        definition.counting[at] = true;
        for (int deeper = at + 1; deeper < LEVELS; deeper++) {
            Level other = level(instance, definition, deeper);
            definition.counting[deeper] &= other != null && other.goesOn;
        }
        String label = label(instance, definition, level);
        return label.isEmpty() ? "" : label + level.separator;
    }

    private Definition definition(Instance instance) {
        Definition definition = definitions.get(instance.definition);
        if (definition == null || definition.byStyle == null) {
            return definition;
        }
        // The list is defined by a style, which names another list.
        Instance other = instances.get(styles.named(definition.byStyle).numbering);
        return other == null ? null : definitions.get(other.definition);
    }

    private static Level level(Instance instance, Definition definition, int at) {
        return instance.levels.getOrDefault(at, definition.levels[at]);
    }

    private static String label(Instance instance, Definition definition, Level level) {
        if (level.format.equals("bullet")) {
            String bullet = RunText.bullets(level.text);
            // In Courier New "o" is drawn as a circle.
            return bullet.equals("o") || bullet.chars().anyMatch(c -> c >= 0xE000 && c < 0xF900) ? "•" : bullet;
        }
        StringBuilder label = new StringBuilder();
        for (int i = 0; i < level.text.length(); i++) {
            char c = level.text.charAt(i);
            int of = c == '%' && i + 1 < level.text.length() ? level.text.charAt(i + 1) - '1' : -1;
            Level shown = of < 0 || of >= LEVELS ? null : level(instance, definition, of);
            if (shown == null) {
                label.append(c);
            } else {
                int number = definition.counting[of] ? definition.counters[of] : shown.start;
                label.append(NumberFormat.print(number, level.inFigures ? "decimal" : shown.format));
                i++;
            }
        }
        return label.toString();
    }
}

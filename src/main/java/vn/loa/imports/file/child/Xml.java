package vn.loa.imports.file.child;

import java.io.InputStream;
import java.util.Optional;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;
import vn.loa.imports.file.FileFault;

/** Reads a part of a Word file element by element; neither document types nor entities are read. */
final class Xml {

    /** Handles the element at which the reader stands. What it does not read of the element is skipped. */
    interface Handler {
        void handle(String name) throws XMLStreamException;
    }

    private static final XMLInputFactory FACTORY = XMLInputFactory.newFactory();
    private static final int DEEPEST = 2000;

    static {
        FACTORY.setProperty(XMLInputFactory.SUPPORT_DTD, false);
        FACTORY.setProperty(XMLInputFactory.IS_SUPPORTING_EXTERNAL_ENTITIES, false);
        FACTORY.setProperty(XMLInputFactory.IS_COALESCING, true);
    }

    private final XMLStreamReader reader;
    private int depth;

    private Xml(XMLStreamReader reader) {
        this.reader = reader;
    }

    /** At the root element. */
    static Xml of(InputStream part) throws XMLStreamException {
        Xml xml = new Xml(FACTORY.createXMLStreamReader(part));
        while (xml.next() != XMLStreamConstants.START_ELEMENT) {
            // What stands before the root is no text.
        }
        return xml;
    }

    private int next() throws XMLStreamException {
        int event = reader.next();
        if (event == XMLStreamConstants.START_ELEMENT && ++depth > DEEPEST) {
            throw new UnreadableFileException(FileFault.TOO_COMPLEX, "The file is nested deeper than any document needs.");
        } else if (event == XMLStreamConstants.END_ELEMENT) {
            depth--;
        }
        return event;
    }

    /** Goes over the elements directly in the present one, to its end. */
    void each(Handler handler) throws XMLStreamException {
        int inside = depth;
        while (reader.hasNext()) {
            int event = next();
            if (event == XMLStreamConstants.START_ELEMENT) {
                handler.handle(name());
                while (depth > inside) {
                    next();
                }
            } else if (event == XMLStreamConstants.END_ELEMENT && depth < inside) {
                return;
            }
        }
    }

    /** The characters directly in the present element, to its end. */
    String text() throws XMLStreamException {
        StringBuilder text = new StringBuilder();
        int inside = depth;
        while (reader.hasNext() && depth >= inside) {
            int event = next();
            if (event == XMLStreamConstants.CHARACTERS || event == XMLStreamConstants.SPACE || event == XMLStreamConstants.CDATA) {
                text.append(reader.getText());
            }
        }
        return text.toString();
    }

    /** The local name; that of a drawing's own text is not "t", because it is no paragraph's text. */
    String name() {
        String name = reader.getLocalName();
        String space = Optional.ofNullable(reader.getNamespaceURI()).orElse("");
        return name.equals("t") && space.contains("/drawingml/") ? "drawn" : name;
    }

    /** An attribute by its local name; null when there is none. */
    String attribute(String name) {
        for (int i = 0; i < reader.getAttributeCount(); i++) {
            if (reader.getAttributeLocalName(i).equals(name)) {
                return reader.getAttributeValue(i);
            }
        }
        return null;
    }

    /** Its attribute {@code val}; null when it has none. */
    String value() {
        return attribute("val");
    }

    /** Whether a property of Word that needs no value is on. */
    boolean isOn() {
        String value = value();
        return value == null || !value.equals("0") && !value.equals("false") && !value.equals("off");
    }

    /** The attribute as a number; the other one when it is none. */
    int number(String name, int otherwise) {
        String text = attribute(name);
        try {
            return text == null ? otherwise : Integer.parseInt(text.strip());
        } catch (NumberFormatException e) {
            return otherwise;
        }
    }
}

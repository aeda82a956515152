package vn.loa.html;

import java.io.StringWriter;
import javax.xml.stream.XMLOutputFactory;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamWriter;

/**
 * Writes an XML document with StAX, without its checked exceptions and without characters that XML forbids. Names are
 * written as given; the caller declares namespaces with the attributes {@code xmlns} or {@code xmlns:…}.
 */
public final class XmlWriter {

    private static final int REPLACEMENT = 0xFFFD;

    /** A call of StAX, which throws a checked exception. */
    private interface Step {
        void run() throws XMLStreamException;
    }

    private final StringWriter out = new StringWriter();
    private final XMLStreamWriter xml;

    public XmlWriter() {
        try {
            // The JDK's writer, even if another library is on the class path.
            xml = XMLOutputFactory.newDefaultFactory().createXMLStreamWriter(out);
        } catch (XMLStreamException e) {
            throw new IllegalStateException(e);
        }
        run(() -> xml.writeStartDocument("UTF-8", "1.0"));
    }

    /** @param attributes names and values in turn; an attribute whose value is null is left out */
    public XmlWriter start(String element, String... attributes) {
        run(() -> {
            xml.writeStartElement(element);
            attributes(attributes);
        });
        return this;
    }

    /** An element without content. */
    public XmlWriter empty(String element, String... attributes) {
        run(() -> {
            xml.writeEmptyElement(element);
            attributes(attributes);
        });
        return this;
    }

    public XmlWriter text(String text) {
        run(() -> xml.writeCharacters(allowed(text)));
        return this;
    }

    public XmlWriter end() {
        run(xml::writeEndElement);
        return this;
    }

    /** An element that contains only this text. */
    public XmlWriter element(String element, String text, String... attributes) {
        return start(element, attributes).text(text).end();
    }

    /** The document. Closes all open elements; nothing can be written afterwards. */
    public String finish() {
        run(xml::writeEndDocument);
        return out + "\n";
    }

    private void attributes(String... attributes) throws XMLStreamException {
        for (int i = 0; i < attributes.length; i += 2) {
            if (attributes[i + 1] != null) {
                xml.writeAttribute(attributes[i], allowed(attributes[i + 1]));
            }
        }
    }

    /** Replaces the characters that XML 1.0, section 2.2 forbids. */
    private static String allowed(String text) {
        StringBuilder out = new StringBuilder(text.length());
        text.codePoints().map(c -> isAllowed(c) ? c : REPLACEMENT).forEach(out::appendCodePoint);
        return out.toString();
    }

    private static boolean isAllowed(int c) {
        return c >= ' ' && c < 0xD800 || c == '\t' || c == '\n' || c == '\r' || c >= 0xE000 && c <= 0xFFFD
                || c > 0xFFFF;
    }

    private static void run(Step step) {
        try {
            step.run();
        } catch (XMLStreamException e) {
            throw new IllegalStateException(e);
        }
    }
}

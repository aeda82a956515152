package vn.loa.directive;

import java.io.StringWriter;
import javax.xml.stream.XMLOutputFactory;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamWriter;

/** Writes Akoma Ntoso elements: StAX, without its checked exceptions and without characters that XML cannot have. */
final class AknXml {

    private static final String NAMESPACE = "http://docs.oasis-open.org/legaldocml/ns/akn/3.0";
    private static final int REPLACEMENT = 0xFFFD;

    /** One step of writing. */
    private interface Step {
        void run() throws XMLStreamException;
    }

    private final StringWriter out = new StringWriter();
    private final XMLStreamWriter xml;

    AknXml() {
        try {
            // The JDK's own, whatever else is on the class path.
            xml = XMLOutputFactory.newDefaultFactory().createXMLStreamWriter(out);
        } catch (XMLStreamException e) {
            throw new IllegalStateException(e);
        }
        run(() -> {
            xml.writeStartDocument("UTF-8", "1.0");
            xml.setDefaultNamespace(NAMESPACE);
            xml.writeStartElement(NAMESPACE, "akomaNtoso");
            xml.writeDefaultNamespace(NAMESPACE);
        });
    }

    /** @param attributes names and values in turn; those whose value is null are left out */
    AknXml start(String element, String... attributes) {
        run(() -> {
            xml.writeStartElement(NAMESPACE, element);
            attributes(attributes);
        });
        return this;
    }

    /** An element without content. */
    AknXml empty(String element, String... attributes) {
        run(() -> {
            xml.writeEmptyElement(NAMESPACE, element);
            attributes(attributes);
        });
        return this;
    }

    AknXml text(String text) {
        run(() -> xml.writeCharacters(allowed(text)));
        return this;
    }

    AknXml end() {
        run(xml::writeEndElement);
        return this;
    }

    /** An element with these words only. */
    AknXml element(String element, String text, String... attributes) {
        return start(element, attributes).text(text).end();
    }

    /** The document; nothing can be written after it. */
    String finish() {
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

    /** XML 1.0, section 2.2. */
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

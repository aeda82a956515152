package vn.loa.imports.archive.wordpress;

import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;

/** The elements of an export, one by one. Entities are not expanded, and nothing is fetched. */
final class ExportReader {

    /** Of an item or a term, so many members are kept. */
    private static final int MOST_MEMBERS = 500;
    private static final Set<String> PARTS = Set.of("item", "wp:author", "wp:category", "wp:tag", "wp:term");
    private static final Set<String> LISTS = Set.of("category", "wp:postmeta", "wp:comment", "wp:termmeta");

    private final ExportText text;
    private final XMLStreamReader xml;

    /** Takes a part of the export. */
    @FunctionalInterface
    interface PartSink {
        void part(Part part) throws IOException;
    }

    /** A term that an item stands in. */
    record Term(String domain, String slug, String name) {
    }

    /**
     * An item, an author, a category.
     *
     * @param name of its element: {@code item}, {@code wp:category}
     * @param texts of its members, by their names
     * @param meta of an item's {@code wp:postmeta}
     */
    record Part(String name, Map<String, String> texts, List<Term> terms, Map<String, String> meta) {

        /** Stripped; empty when there is none. */
        String text(String member) {
            return texts.getOrDefault(member, "").strip();
        }
    }

    private ExportReader(InputStream bytes) throws XMLStreamException {
        // Java's own parser, whatever other libraries bring.
        XMLInputFactory factory = XMLInputFactory.newDefaultFactory();
        factory.setProperty(XMLInputFactory.SUPPORT_DTD, false);
        factory.setProperty(XMLInputFactory.IS_SUPPORTING_EXTERNAL_ENTITIES, false);
        factory.setProperty(XMLInputFactory.IS_REPLACING_ENTITY_REFERENCES, false);
        factory.setProperty(XMLInputFactory.IS_NAMESPACE_AWARE, false);
        factory.setXMLResolver((publicId, systemId, base, namespace) -> InputStream.nullInputStream());
        text = new ExportText(bytes);
        xml = factory.createXMLStreamReader(text);
    }

    static void read(InputStream bytes, PartSink sink) throws ExportFault, IOException {
        try {
            new ExportReader(bytes).each(sink);
        } catch (XMLStreamException e) {
            int line = e.getLocation() == null ? -1 : e.getLocation().getLineNumber();
            String reason = String.valueOf(e.getMessage()).contains("characters") && e.getNestedException() != null
                    ? e.getNestedException().getMessage() : "it is not well-formed XML";
            throw new ExportFault("The export of WordPress cannot be read" + (line > 0 ? " beyond line " + line : "") + ": " + reason + ".", e);
        }
    }

    private void each(PartSink sink) throws XMLStreamException, ExportFault, IOException {
        int depth = 0;
        while (xml.hasNext()) {
            int event = next();
            if (event == XMLStreamConstants.DTD) {
                throw new ExportFault("The export of WordPress has a document type, which no export has.", null);
            }
            if (event == XMLStreamConstants.END_ELEMENT) {
                depth--;
            } else if (event == XMLStreamConstants.START_ELEMENT) {
                if (depth == 0 && !xml.getLocalName().equals("rss")) {
                    throw new ExportFault("The file is no export of WordPress: it has no rss element.", null);
                }
                if (depth == 2 && PARTS.contains(xml.getLocalName())) {
                    sink.part(part(xml.getLocalName()));
                } else {
                    depth++;
                }
            }
        }
    }

    private int next() throws XMLStreamException {
        text.next();
        return xml.next();
    }

    private Part part(String name) throws XMLStreamException {
        Part part = new Part(name, new HashMap<>(), new ArrayList<>(), new HashMap<>());
        // All that stands in one part shares what may be read for it.
        for (int event = next(); event != XMLStreamConstants.END_ELEMENT; event = xml.next()) {
            if (event == XMLStreamConstants.START_ELEMENT) {
                member(part, xml.getLocalName());
            }
        }
        return part;
    }

    private void member(Part part, String name) throws XMLStreamException {
        boolean full = part.texts.size() + part.terms.size() + part.meta.size() >= MOST_MEMBERS;
        if (name.equals("category") && part.name.equals("item")) {
            String domain = xml.getAttributeValue(null, "domain");
            String slug = xml.getAttributeValue(null, "nicename");
            String text = text();
            if (!full) {
                part.terms.add(new Term(String.valueOf(domain), slug == null ? text : slug, text.strip()));
            }
        } else if (LISTS.contains(name)) {
            Map<String, String> members = members();
            if (!full && name.equals("wp:postmeta")) {
                part.meta.putIfAbsent(members.getOrDefault("wp:meta_key", ""), members.getOrDefault("wp:meta_value", ""));
            }
        } else {
            String text = text();
            if (!full) {
                part.texts.putIfAbsent(name, text);
            }
        }
    }

    private Map<String, String> members() throws XMLStreamException {
        Map<String, String> members = new HashMap<>();
        for (int event = xml.next(); event != XMLStreamConstants.END_ELEMENT; event = xml.next()) {
            if (event == XMLStreamConstants.START_ELEMENT) {
                String name = xml.getLocalName();
                String text = text();
                if (members.size() < MOST_MEMBERS) {
                    members.putIfAbsent(name, text);
                }
            }
        }
        return members;
    }

    /** The text of the present element; that of elements in it is left out. */
    private String text() throws XMLStreamException {
        StringBuilder out = new StringBuilder();
        int depth = 1;
        while (depth > 0) {
            int event = xml.next();
            if (event == XMLStreamConstants.START_ELEMENT) {
                depth++;
            } else if (event == XMLStreamConstants.END_ELEMENT) {
                depth--;
            } else if (depth == 1 && (event == XMLStreamConstants.CHARACTERS || event == XMLStreamConstants.CDATA
                    || event == XMLStreamConstants.SPACE)) {
                out.append(xml.getTextCharacters(), xml.getTextStart(), xml.getTextLength());
            }
        }
        return out.toString();
    }
}

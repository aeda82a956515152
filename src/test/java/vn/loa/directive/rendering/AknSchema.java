package vn.loa.directive.rendering;

import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.io.StringReader;
import java.nio.file.Files;
import java.nio.file.Path;
import javax.xml.XMLConstants;
import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.parsers.ParserConfigurationException;
import javax.xml.transform.dom.DOMSource;
import javax.xml.validation.Schema;
import javax.xml.validation.SchemaFactory;
import org.w3c.dom.Element;
import org.xml.sax.InputSource;
import org.xml.sax.SAXException;

/**
 * Parses Akoma Ntoso and validates it against the OASIS schema in the folder of the system property {@code akn}. The
 * schema is not part of this repository.
 */
public final class AknSchema {

    private static final Path FILE = Path.of(System.getProperty("akn", "no-akn"), "akomantoso30.xsd");
    private static final Schema SCHEMA = load();

    private AknSchema() {
    }

    private static Schema load() {
        if (!Files.isReadable(FILE)) {
            return null;
        }
        try {
            return SchemaFactory.newDefaultInstance().newSchema(FILE.toFile());
        } catch (SAXException e) {
            throw new IllegalStateException(e);
        }
    }

    /** The root element of a well-formed document. */
    public static Element parse(String xml) {
        try {
            DocumentBuilderFactory factory = DocumentBuilderFactory.newDefaultNSInstance();
            factory.setFeature(XMLConstants.FEATURE_SECURE_PROCESSING, true);
            factory.setFeature("http://apache.org/xml/features/disallow-doctype-decl", true);
            return factory.newDocumentBuilder().parse(new InputSource(new StringReader(xml))).getDocumentElement();
        } catch (ParserConfigurationException | SAXException | IOException e) {
            throw new AssertionError(xml, e);
        }
    }

    /** Validates the document. Skips the test without the schema. */
    public static void check(String xml) {
        assumeTrue(SCHEMA != null, "no schema of Akoma Ntoso here");
        try {
            SCHEMA.newValidator().validate(new DOMSource(parse(xml).getOwnerDocument()));
        } catch (SAXException | IOException e) {
            throw new AssertionError(xml, e);
        }
    }
}

package vn.loa.feed;

import io.restassured.response.Response;
import java.io.ByteArrayInputStream;
import java.util.List;
import java.util.stream.IntStream;
import javax.xml.parsers.DocumentBuilderFactory;
import org.w3c.dom.Element;
import org.w3c.dom.NodeList;

/** Parses XML strictly, as feed readers do. */
final class Xml {

    private Xml() {
    }

    static Element root(Response answer) {
        try {
            DocumentBuilderFactory factory = DocumentBuilderFactory.newDefaultNSInstance();
            factory.setFeature("http://apache.org/xml/features/disallow-doctype-decl", true);
            return factory.newDocumentBuilder().parse(new ByteArrayInputStream(answer.asByteArray())).getDocumentElement();
        } catch (Exception e) {
            throw new AssertionError(answer.asString(), e);
        }
    }

    /** The elements with this name inside, in any namespace. */
    static List<Element> all(Element inside, String name) {
        NodeList found = inside.getElementsByTagNameNS("*", name);
        return IntStream.range(0, found.getLength()).mapToObj(n -> (Element) found.item(n)).toList();
    }

    /** The text of the first such element; null when there is none. */
    static String text(Element inside, String name) {
        return all(inside, name).stream().findFirst().map(Element::getTextContent).orElse(null);
    }
}

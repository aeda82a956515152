package vn.loa.http;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import org.apache.commons.codec.digest.DigestUtils;
import org.jsoup.nodes.DataNode;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.DocumentType;
import org.jsoup.nodes.Element;

/** A page for people, with its style inside, so that it needs no other file. */
public final class HtmlPage {

    private static final String STYLE = style();

    /** The Content-Security-Policy of all HTML of this API: no scripts, the one style, and pictures, which may come from other hosts. */
    public static final String POLICY = "default-src 'none'; style-src 'sha256-"
            + Base64.getEncoder().encodeToString(DigestUtils.sha256(STYLE))
            + "'; img-src * data:; base-uri 'none'; form-action 'self'; frame-ancestors 'none'";

    private HtmlPage() {
    }

    /** @param language of the text (BCP 47) */
    public static Document shell(String language, String title) {
        Document page = Document.createShell("");
        page.outputSettings().prettyPrint(false);
        page.prependChild(new DocumentType("html", "", ""));
        page.child(0).attr("lang", language);
        Element head = page.head();
        head.appendElement("meta").attr("charset", "utf-8");
        head.appendElement("meta").attr("name", "viewport").attr("content", "width=device-width, initial-scale=1");
        head.appendElement("title").text(title);
        head.appendElement("style").appendChild(new DataNode(STYLE));
        return page;
    }

    private static String style() {
        try (InputStream file = HtmlPage.class.getResourceAsStream("/html/page.css")) {
            return new String(file.readAllBytes(), StandardCharsets.UTF_8).strip();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}

package vn.loa.imports;

import jakarta.ws.rs.core.MediaType;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.IllegalCharsetNameException;
import java.nio.charset.StandardCharsets;
import java.nio.charset.UnsupportedCharsetException;
import org.jsoup.Jsoup;
import vn.loa.problem.Problem;
import vn.loa.problem.ProblemException;
import vn.loa.problem.ProblemType;
import vn.loa.text.fold.VietnameseText;

/** Reads a page from a request's bytes, and refuses bytes that are not text. */
final class PageBody {

    /** Several times the number in the longest codes of law. */
    private static final int MAX_PARAGRAPHS = 20_000;

    private PageBody() {
    }

    /**
     * @param contentType the request's Content-Type; null when it has none
     * @throws ProblemException 400 when the bytes are not text in the declared charset, 415 when the type is
     *     unknown, 422 when the page has no article
     */
    static PortalPage read(byte[] body, String contentType) {
        MediaType type = mediaType(contentType);
        boolean html = type.isCompatible(MediaType.TEXT_HTML_TYPE);
        String text = decode(body, charset(body, type, html));
        if (VietnameseText.oneLine(text).isEmpty()) {
            throw notText("The body is empty.");
        }
        if (text.chars().anyMatch(PageBody::isControl)) {
            throw notText("The body has control characters that no text has.");
        }
        PortalPage page = PortalPageReader.read(html ? HtmlPage.read(text) : PlainTextPage.read(text));
        if (page.paragraphs().size() > MAX_PARAGRAPHS) {
            throw Problem.of(ProblemType.PAGE_TOO_COMPLEX, "The page has " + page.paragraphs().size()
                    + " paragraphs; at most " + MAX_PARAGRAPHS + " are read.").asException();
        }
        return page;
    }

    private static MediaType mediaType(String contentType) {
        try {
            return MediaType.valueOf(contentType == null ? "" : contentType);
        } catch (IllegalArgumentException e) {
            throw Problem.of(ProblemType.UNSUPPORTED_MEDIA_TYPE, "The request has no Content-Type.").asException();
        }
    }

    /** The charset of the Content-Type, else of the page's markup, else UTF-8. */
    private static Charset charset(byte[] body, MediaType type, boolean html) {
        String declared = type.getParameters().get(MediaType.CHARSET_PARAMETER);
        try {
            if (declared != null) {
                return Charset.forName(declared);
            }
            return html ? Jsoup.parse(new ByteArrayInputStream(body), null, "").charset() : StandardCharsets.UTF_8;
        } catch (IllegalCharsetNameException | UnsupportedCharsetException e) {
            throw Problem.of(ProblemType.UNSUPPORTED_MEDIA_TYPE, "The charset of the Content-Type is not known here.")
                    .asException();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String decode(byte[] body, Charset charset) {
        try {
            return charset.newDecoder().decode(ByteBuffer.wrap(body)).toString();
        } catch (CharacterCodingException e) {
            throw notText("The body is not text in " + charset.name() + ".");
        }
    }

    /** C0 controls except white space, and DEL. PostgreSQL refuses NUL, and no page contains any of them. */
    private static boolean isControl(int c) {
        return c < 0x20 && c != '\n' && c != '\r' && c != '\t' && c != '\f' && c != 0x0B || c == 0x7F;
    }

    private static ProblemException notText(String detail) {
        return Problem.of(ProblemType.MALFORMED_BODY, detail).asException();
    }
}

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
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jsoup.Jsoup;
import vn.loa.imports.file.FileText;
import vn.loa.problem.Problem;
import vn.loa.problem.ProblemException;
import vn.loa.problem.ProblemType;
import vn.loa.text.encoding.TextRepair;
import vn.loa.text.fold.VietnameseText;
import vn.loa.text.structure.Warning;

/**
 * The text of a page from a request's bytes. Bytes that are not text are refused.
 *
 * @param warnings what was changed in the letters of the page
 */
record PageBody(String text, boolean html, List<Warning> warnings) {

    /** Several times the number in the longest codes of law. */
    private static final int MAX_PARAGRAPHS = 20_000;
    private static final Charset WINDOWS_1252 = Charset.forName("windows-1252");

    /**
     * @param contentType the request's Content-Type; null when it has none
     * @throws ProblemException 400 when the bytes are not text in the declared charset, 415 when the type is
     *     unknown, 422 when the page has no article
     */
    static PortalPage read(byte[] body, String contentType) {
        return of(body, contentType).page();
    }

    /** @throws ProblemException 400 when the bytes are not text in the declared charset, 415 when the type is unknown */
    static PageBody of(byte[] body, String contentType) {
        MediaType type = mediaType(contentType);
        boolean html = type.isCompatible(MediaType.TEXT_HTML_TYPE);
        String text = decode(body, type, html);
        if (VietnameseText.oneLine(text).isEmpty()) {
            throw notText("The body is empty.");
        }
        if (TextRepair.isBinary(text)) {
            throw notText("The body has control characters that no text has.");
        }
        TextRepair byFont = html ? HtmlFonts.repair(text) : new TextRepair(text, List.of());
        TextRepair repaired = TextRepair.of(byFont.text());
        List<Warning> warnings = new ArrayList<>(byFont.warnings());
        warnings.addAll(repaired.warnings());
        return new PageBody(repaired.text(), html, warnings);
    }

    /** @throws ProblemException 422 when the page has no article */
    PortalPage page() {
        return page(html ? HtmlPage.read(text) : PlainTextPage.read(text));
    }

    /** @throws ProblemException 422 when the file has no article */
    static PortalPage page(FileText file) {
        return page(PlainTextPage.of(file.asPage()).with(file));
    }

    private static PortalPage page(PageSource source) {
        PortalPage page = PortalPageReader.read(source);
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

    /**
     * In the encoding that a byte order mark says, else the Content-Type, else the page's markup, else UTF-8. Without any of
     * them, bytes that are not UTF-8 may be Vietnamese in an encoding from before Unicode.
     */
    private static String decode(byte[] body, MediaType type, boolean html) {
        ByteOrderMark mark = ByteOrderMark.of(body);
        if (mark != null) {
            return decode(ByteBuffer.wrap(body, mark.length(), body.length - mark.length()), mark.charset());
        }
        Charset declared = declared(body, type, html);
        if (declared != null) {
            // As browsers do (WHATWG, Encoding): the label of Latin-1 means windows-1252, which has quotation marks, too.
            boolean latin = declared.equals(StandardCharsets.ISO_8859_1) || declared.equals(WINDOWS_1252);
            return latin ? latin(body) : decode(ByteBuffer.wrap(body), declared);
        }
        return decoded(ByteBuffer.wrap(body), StandardCharsets.UTF_8).or(() -> Optional.of(latin(body)).filter(PageBody::isLegacy))
                .orElseThrow(() -> notText("The body is not text in UTF-8."));
    }

    private static boolean isLegacy(String text) {
        return !TextRepair.isBinary(text) && !TextRepair.of(text).text().equals(text);
    }

    /** Null when nothing is declared. */
    private static Charset declared(byte[] body, MediaType type, boolean html) {
        String declared = type.getParameters().get(MediaType.CHARSET_PARAMETER);
        try {
            if (declared != null) {
                return Charset.forName(declared);
            }
            Charset found = html ? Jsoup.parse(new ByteArrayInputStream(body), null, "").charset() : StandardCharsets.UTF_8;
            // UTF-8 is also what the parser answers when the markup says nothing.
            return found.equals(StandardCharsets.UTF_8) ? null : found;
        } catch (IllegalCharsetNameException | UnsupportedCharsetException e) {
            throw Problem.of(ProblemType.UNSUPPORTED_MEDIA_TYPE, "The charset of the Content-Type is not known here.")
                    .asException();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String decode(ByteBuffer bytes, Charset charset) {
        return decoded(bytes, charset).orElseThrow(() -> notText("The body is not text in " + charset.name() + "."));
    }

    private static Optional<String> decoded(ByteBuffer bytes, Charset charset) {
        try {
            return Optional.of(charset.newDecoder().decode(bytes).toString());
        } catch (CharacterCodingException e) {
            return Optional.empty();
        }
    }

    /** In windows-1252. Its five bytes without a character stay the controls of Latin-1, as in browsers. */
    private static String latin(byte[] body) {
        String text = new String(body, WINDOWS_1252);
        StringBuilder out = new StringBuilder(text);
        for (int i = 0; i < body.length; i++) {
            if (text.charAt(i) == '\uFFFD') {
                out.setCharAt(i, (char) (body[i] & 0xFF));
            }
        }
        return out.toString();
    }

    private static ProblemException notText(String detail) {
        return Problem.of(ProblemType.MALFORMED_BODY, detail).asException();
    }

    /** The mark with which a text in Unicode may begin; it says how the text is encoded (The Unicode Standard, section 2.6). */
    private record ByteOrderMark(int length, Charset charset) {

        /** Null when the bytes do not begin with one. */
        static ByteOrderMark of(byte[] bytes) {
            int first = bytes.length < 2 ? 0 : (bytes[0] & 0xFF) << 8 | bytes[1] & 0xFF;
            return switch (first) {
                case 0xFEFF -> new ByteOrderMark(2, StandardCharsets.UTF_16BE);
                case 0xFFFE -> new ByteOrderMark(2, StandardCharsets.UTF_16LE);
                case 0xEFBB -> bytes.length > 2 && (bytes[2] & 0xFF) == 0xBF ? new ByteOrderMark(3, StandardCharsets.UTF_8) : null;
                default -> null;
            };
        }
    }
}

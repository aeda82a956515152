package vn.loa.imports.archive;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.text.Normalizer;
import java.util.Optional;
import java.util.regex.Pattern;

/** Names of entries that do not say how they are encoded. */
final class EntryNames {

    /** What a zip without a mark has by its specification (PKWARE's APPNOTE, appendix D). */
    private static final Charset CP437 = Charset.forName("IBM437");
    /** What Windows writes instead where its language is Vietnamese. */
    private static final Charset CP1258 = Charset.forName("windows-1258");
    private static final Pattern VIETNAMESE = Pattern.compile(
            "[\\x20-\\x7EàáâãèéêìíòóôõùúýăđĩũơưÀÁÂÃÈÉÊÌÍÒÓÔÕÙÚÝĂĐĨŨƠƯ\u1EA0-\u1EF9–—‘’“”…]*");

    private EntryNames() {
    }

    static String decode(byte[] name) {
        return utf8(name).or(() -> vietnamese(name)).orElseGet(() -> new String(name, CP437));
    }

    static Optional<String> utf8(byte[] name) {
        try {
            return Optional.of(StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(name)).toString());
        } catch (CharacterCodingException e) {
            return Optional.empty();
        }
    }

    /** In CP1258, where every letter is one of Vietnamese then. */
    private static Optional<String> vietnamese(byte[] name) {
        String text = Normalizer.normalize(new String(name, CP1258), Normalizer.Form.NFC);
        return VIETNAMESE.matcher(text).matches() ? Optional.of(text) : Optional.empty();
    }
}

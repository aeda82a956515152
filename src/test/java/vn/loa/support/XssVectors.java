package vn.loa.support;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.stream.Stream;

/** Known attacks: {@code src/test/resources/xss/vectors.txt}. */
public final class XssVectors {

    private XssVectors() {
    }

    public static Stream<String> all() {
        try (InputStream file = XssVectors.class.getResourceAsStream("/xss/vectors.txt")) {
            return new String(file.readAllBytes(), StandardCharsets.UTF_8).lines()
                    .filter(line -> !line.isEmpty() && !line.startsWith("#")).map(XssVectors::unescaped);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** A backslash is written as two, as in Java. */
    private static String unescaped(String line) {
        StringBuilder out = new StringBuilder();
        for (int i = 0; i < line.length(); i++) {
            char next = line.charAt(i) == '\\' ? line.charAt(++i) : 0;
            switch (next) {
                case 0 -> out.append(line.charAt(i));
                case 'n' -> out.append('\n');
                case 'r' -> out.append('\r');
                case 't' -> out.append('\t');
                case 'f' -> out.append('\f');
                case 'u' -> {
                    out.append((char) Integer.parseInt(line.substring(i + 1, i + 5), 16));
                    i += 4;
                }
                default -> out.append(next);
            }
        }
        return out.toString();
    }
}

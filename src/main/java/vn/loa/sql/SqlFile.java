package vn.loa.sql;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * Reads statements from files: {@code sql/<room>/<what it answers>.sql}. A statement is read when its class is loaded. A
 * class that has one is {@code @Startup}, so that a missing file fails the start and not the first request.
 */
public final class SqlFile {

    private static final Pattern CONSTANT = Pattern.compile("\\{([a-z][A-Za-z]*)}");

    private SqlFile() {
    }

    /**
     * A statement, without its values.
     *
     * @param name room and file, without the ending: {@code visitor/count}
     */
    public static NamedSql read(String name) {
        return read(name, Map.of());
    }

    /**
     * Like {@link #read(String)}, with constants in the place of {@code {name}}: for what cannot be a parameter, such as
     * the name of a table, or a limit that the planner has to know.
     */
    public static NamedSql read(String name, Map<String, ?> constants) {
        Set<String> unused = new HashSet<>(constants.keySet());
        String text = CONSTANT.matcher(load(name)).replaceAll(found -> {
            Object value = constants.get(found.group(1));
            if (value == null) {
                throw new IllegalStateException("sql/" + name + ".sql has " + found.group() + ", which is not given");
            }
            unused.remove(found.group(1));
            return Matcher.quoteReplacement(value.toString());
        });
        if (!unused.isEmpty()) {
            throw new IllegalStateException("sql/" + name + ".sql has no " + unused);
        }
        return NamedSql.of(text);
    }

    /** Without its comments: the database need not be sent them. */
    private static String load(String name) {
        try (InputStream file = SqlFile.class.getResourceAsStream("/sql/" + name + ".sql")) {
            if (file == null) {
                throw new IllegalStateException("sql/" + name + ".sql is missing");
            }
            return new String(file.readAllBytes(), StandardCharsets.UTF_8).lines()
                    .filter(line -> !line.stripLeading().startsWith("--")).collect(Collectors.joining("\n"));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}

package vn.loa.text;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * Java matches a repeated group by recursion, so a long text ends in a StackOverflowError. It does not where the repetition is
 * possessive ({@code )*+}) or bounded.
 */
class PatternLoopsTest {

    private static final Pattern LITERAL = Pattern.compile("\"(?:[^\"\\\\\\n]|\\\\.)*+\"");
    private static final Pattern LOOP = Pattern.compile("(?<![(\\\\])\\)[*+](?!\\+)");

    private static List<String> loops(String source) {
        return LITERAL.matcher(source).results().map(literal -> literal.group()).filter(literal -> LOOP.matcher(literal).find())
                .toList();
    }

    @Test
    void no_pattern_repeats_a_group_without_a_bound() throws IOException {
        try (Stream<Path> files = Files.walk(Path.of("src", "main", "java"))) {
            for (Path file : files.filter(each -> each.toString().endsWith(".java")).toList()) {
                assertEquals(List.of(), loops(Files.readString(file)), file.toString());
            }
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"\"(?:a|b)*\"", "\"x(?:, y)+$\"", "\"(?:a|b)*?\""})
    void a_repeated_group_is_seen(String literal) {
        assertEquals(List.of(literal), loops("Pattern.compile(" + literal + ")"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"\"(?:a|b)*+\"", "\"(?:a|b){0,20}\"", "\"\\\\)*\"", "\"[()*]\""})
    void other_patterns_are_not(String literal) {
        assertEquals(List.of(), loops("Pattern.compile(" + literal + ")"));
    }
}

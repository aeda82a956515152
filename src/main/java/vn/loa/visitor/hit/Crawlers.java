package vn.loa.visitor.hit;

import com.github.benmanes.caffeine.cache.Caffeine;
import com.github.benmanes.caffeine.cache.LoadingCache;
import jakarta.enterprise.context.ApplicationScoped;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

/**
 * Recognises crawlers by their user agents. The patterns are those of crawler-user-agents, a list that a community maintains,
 * and of a supplement of our own. Both are in {@code resources/crawlers}.
 */
@ApplicationScoped
class Crawlers {

    private static final List<String> LISTS = List.of("/crawlers/crawler-user-agents.txt", "/crawlers/supplement.txt");
    private static final Pattern ESCAPED = Pattern.compile("\\\\([^A-Za-z0-9])");
    private static final Pattern LITERAL = Pattern.compile("(?:[^\\\\\\[\\](){}.*+?^$|]|\\\\[^A-Za-z0-9])++");
    /** Some 10,000 user agents: nearly all that a site meets, and a bound on memory when a client makes them up. */
    private static final int REMEMBERED_CHARACTERS = 2_000_000;
    /** A crawler names itself within this many characters. */
    private static final int READ_CHARACTERS = 1000;

    private final List<String> words = new ArrayList<>();
    private final List<Pattern> patterns = new ArrayList<>();
    private final LoadingCache<String, Boolean> verdicts = Caffeine.newBuilder()
            .maximumWeight(REMEMBERED_CHARACTERS)
            .weigher((String userAgent, Boolean verdict) -> 100 + userAgent.length())
            .build(this::matches);

    Crawlers() {
        LISTS.forEach(this::read);
    }

    /** All but a few patterns are plain words, and a search for a word is many times faster than a pattern. */
    private void read(String list) {
        try (InputStream in = Crawlers.class.getResourceAsStream(list);
                BufferedReader lines = new BufferedReader(new InputStreamReader(in, StandardCharsets.UTF_8))) {
            lines.lines().filter(line -> !line.isEmpty() && !line.startsWith("#")).forEach(line -> {
                if (LITERAL.matcher(line).matches()) {
                    words.add(ESCAPED.matcher(line).replaceAll("$1"));
                } else {
                    patterns.add(Pattern.compile(line));
                }
            });
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** @param userAgent null when none was sent */
    boolean include(String userAgent) {
        String read = userAgent == null ? "" : userAgent;
        return verdicts.get(read.length() > READ_CHARACTERS ? read.substring(0, READ_CHARACTERS) : read);
    }

    private boolean matches(String userAgent) {
        for (String word : words) {
            if (userAgent.contains(word)) {
                return true;
            }
        }
        for (Pattern pattern : patterns) {
            if (pattern.matcher(userAgent).find()) {
                return true;
            }
        }
        return false;
    }
}

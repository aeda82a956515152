package vn.loa.text.citation;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import vn.loa.text.fold.Words;
import vn.loa.text.number.DocumentTypes;
import vn.loa.text.number.DocumentTypes.TypeWord;

/**
 * Laws that a text names without a number, date or year: "khoản 2 Điều 57 Luật Tố cáo". Such a name is one of
 * {@code law-names.txt}, or one that the text gave with a number before, or it is short and punctuation ends it. Anything
 * else is not read, because nobody can tell where it ends.
 */
final class LawNames {
    /** More than a text has. */
    private static final int MOST_LEARNT = 100;
    private static final int LONGEST = 120;
    /** One to eight words of a new name, and what shows that it ends: no name is followed by these. */
    private static final Pattern ENDED = Pattern.compile("(\\p{Lu}[\\p{L}-]*+(?: [\\p{L}-]++){0,7}+)(?:[.;:)”]|$|, ?\\p{Lu})");
    /** Such a word belongs to the sentence, so that the words before it are no name that ends there. */
    private static final Set<String> SENTENCE = Set.of("này", "được", "đã", "quy", "từ", "thì", "là", "khi", "do", "tại", "để", "mà", "nếu",
            "với", "không", "có", "các", "những", "phải", "bị", "cho", "bằng", "trong", "đang", "gửi", "nộp", "sẽ", "hoặc", "Điều",
            "khoản", "điểm", "Luật", "Nghị");
    private static final Map<String, List<String>> LISTED = listed();

    private final Set<String> learnt = new LinkedHashSet<>();

    private static Map<String, List<String>> listed() {
        try (BufferedReader names = new BufferedReader(new InputStreamReader(
                LawNames.class.getResourceAsStream("/laws/law-names.txt"), StandardCharsets.UTF_8))) {
            return names.lines().filter(line -> !line.startsWith("#"))
                    .collect(Collectors.groupingBy(name -> firstWord(name, 0), HashMap::new, Collectors.toUnmodifiableList()));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String firstWord(String text, int from) {
        int end = from;
        while (Words.goesOn(text, end)) {
            end++;
        }
        return text.substring(from, end);
    }

    /** Adds the name of a law that was cited by its number. */
    void learn(Mention mention) {
        String name = mention.title();
        if (name != null && mention.number() != null && DocumentTypes.isLaw(mention.type()) && name.length() <= LONGEST
                && learnt.size() < MOST_LEARNT && !name.startsWith("sửa đổi")) {
            learnt.add(name);
        }
    }

    /** The law that is named at this type word, without a number, date or year. */
    Optional<Mention> named(String text, TypeWord type) {
        if (!DocumentTypes.isLaw(type.type()) || !type.capital() || !text.startsWith(" ", type.end())) {
            return Optional.empty();
        }
        int from = type.end() + 1;
        int length = Stream.concat(LISTED.getOrDefault(firstWord(text, from), List.of()).stream(), learnt.stream())
                .filter(name -> text.startsWith(name, from) && Words.isEnd(text, from + name.length()))
                .mapToInt(String::length).max().orElseGet(() -> newName(text, from));
        return length == 0 ? Optional.empty() : Optional.of(Mention.of(type.start(), from + length, type.type(), null)
                .withTitle(text.substring(from, from + length)));
    }

    /** The length of a name that is in no list and ends where nobody could read on; zero for none. */
    private static int newName(String text, int from) {
        Matcher name = ENDED.matcher(text).region(from, Math.min(text.length(), from + LONGEST));
        boolean ended = name.lookingAt() && Stream.of(name.group(1).split(" ")).noneMatch(SENTENCE::contains);
        return ended ? name.end(1) - from : 0;
    }
}

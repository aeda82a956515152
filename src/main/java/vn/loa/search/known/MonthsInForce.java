package vn.loa.search.known;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.LongPredicate;
import java.util.stream.Collectors;
import vn.loa.search.index.Lexemes;

/**
 * The months of which documents may be in force on a day.
 *
 * @param stamp of the public content of which this is true
 * @param years of public documents, with their months of which a document is ever in force
 * @param unknown the first day on which a document is in force of which the year is not known; {@link LocalDate#MAX} for none
 */
record MonthsInForce(UUID stamp, Map<Long, List<Month>> years, LocalDate unknown) {

    /** With more of them a search takes longer than without. */
    private static final int MOST_LEXEMES = 20;

    /**
     * A month of a year that public documents have.
     *
     * @param month 1 to 12; 0 for documents of which the day is not known
     * @param first the first day on which one of its documents is in force
     */
    record Month(long year, int month, LocalDate first) {

        private boolean isInForce(LocalDate day) {
            return !first.isAfter(day);
        }

        private String quarter() {
            return Lexemes.ofQuarter(year, Lexemes.quarter(month));
        }

        private String lexeme() {
            return Lexemes.ofMonth(year, month);
        }
    }

    /** Documents of all years may be in force on every day. */
    static MonthsInForce everything(UUID stamp) {
        return new MonthsInForce(stamp, Map.of(), LocalDate.MIN);
    }

    /**
     * The lexemes of which whatever is in force on a day has one; empty if everything may be in force, or if they are too many. Decades,
     * years and quarters of which everything may be in force are one lexeme each. Of earlier years everything may be.
     */
    Optional<List<String>> on(LocalDate day) {
        LongPredicate whole = year -> year < day.getYear() || isWhole(years.getOrDefault(year, List.of()), day);
        if (!unknown.isAfter(day) || years.keySet().stream().allMatch(whole::test)) {
            return Optional.empty();
        }
        List<String> lexemes = new ArrayList<>(Lexemes.ofYears(years.keySet(), whole));
        years.keySet().stream().filter(year -> !whole.test(year)).sorted().forEach(year -> lexemes.addAll(ofParts(years.get(year), day)));
        return lexemes.size() <= MOST_LEXEMES ? Optional.of(lexemes) : ofYears(day, whole);
    }

    /** The same by whole years, of which some documents may not be in force. */
    private Optional<List<String>> ofYears(LocalDate day, LongPredicate whole) {
        LongPredicate mayBe = year -> whole.test(year) || years.getOrDefault(year, List.of()).stream().anyMatch(month -> month.isInForce(day));
        return Optional.of(Lexemes.ofYears(years.keySet(), mayBe)).filter(all -> all.size() <= MOST_LEXEMES);
    }

    private static boolean isWhole(Collection<Month> months, LocalDate day) {
        return !months.isEmpty() && months.stream().allMatch(month -> month.isInForce(day));
    }

    private static List<String> ofParts(List<Month> year, LocalDate day) {
        List<String> lexemes = new ArrayList<>();
        year.stream().collect(Collectors.groupingBy(Month::quarter)).forEach((quarter, months) -> {
            if (isWhole(months, day)) {
                lexemes.add(quarter);
            } else {
                months.stream().filter(month -> month.isInForce(day)).map(Month::lexeme).forEach(lexemes::add);
            }
        });
        lexemes.sort(null);
        return lexemes;
    }
}

package vn.loa.search.known;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.LongPredicate;
import java.util.stream.Collectors;
import vn.loa.search.index.Lexemes;

/**
 * The years of which documents may be in force on a day.
 *
 * @param stamp of the public content of which this is true; null when nothing was read yet
 * @param first the first day on which a document of a year is in force, by the years of public documents; {@link LocalDate#MAX} for none
 * @param unknown the first day on which a document is in force of which the year is not known; {@link LocalDate#MAX} for none
 */
record YearsInForce(UUID stamp, Map<Long, LocalDate> first, LocalDate unknown) {

    static final YearsInForce UNREAD = new YearsInForce(null, Map.of(), LocalDate.MIN);
    /** With more of them a search takes longer than without. */
    private static final int MOST_LEXEMES = 20;

    /**
     * A year that public documents have.
     *
     * @param year null for documents of which it is not known
     * @param first the first day on which one of them is in force; null for none
     * @param stamp of the public content
     */
    record Year(Long year, LocalDate first, UUID stamp) {

        LocalDate firstOrNever() {
            return first == null ? LocalDate.MAX : first;
        }
    }

    /** @param all at least one */
    static YearsInForce of(List<Year> all) {
        return new YearsInForce(all.get(0).stamp,
                all.stream().filter(year -> year.year != null).collect(Collectors.toMap(Year::year, Year::firstOrNever)),
                all.stream().filter(year -> year.year == null).map(Year::firstOrNever).min(LocalDate::compareTo).orElse(LocalDate.MAX));
    }

    /**
     * The lexemes of which whatever is in force on a day has one; empty if everything may be in force, or if they are too many. Of earlier
     * years everything may be, so that their lexemes are few.
     */
    Optional<List<String>> on(LocalDate day) {
        LongPredicate mayBe = year -> year < day.getYear() || !first.getOrDefault(year, LocalDate.MAX).isAfter(day);
        if (!unknown.isAfter(day) || first.keySet().stream().allMatch(mayBe::test)) {
            return Optional.empty();
        }
        return Optional.of(Lexemes.ofYears(first.keySet(), mayBe)).filter(lexemes -> lexemes.size() <= MOST_LEXEMES);
    }
}

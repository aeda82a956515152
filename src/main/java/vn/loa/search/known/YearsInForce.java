package vn.loa.search.known;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.LongPredicate;
import java.util.stream.Collectors;
import vn.loa.search.index.Lexemes;

/**
 * The years of which documents may be in force on a day. A document is hardly ever in force before its year.
 *
 * @param stamp of the public content of which this is true; null when nothing was read yet
 * @param years of public documents
 * @param early the first day on which a document of a year is in force, where that is earlier than the year
 * @param unknown the first day on which a document is in force of which the year is not known; {@link LocalDate#MAX} for none
 */
record YearsInForce(UUID stamp, Set<Long> years, Map<Long, LocalDate> early, LocalDate unknown) {

    static final YearsInForce NOTHING = new YearsInForce(null, Set.of(), Map.of(), LocalDate.MIN);

    /**
     * A year that public documents have, and those of which it is not known.
     *
     * @param year null for those
     * @param early the first day on which one of them is in force, where that is earlier than the year; else null
     * @param stamp of the public content
     */
    record Year(Long year, LocalDate early, UUID stamp) {
    }

    static YearsInForce of(List<Year> all) {
        List<Year> known = all.stream().filter(year -> year.year != null).toList();
        return new YearsInForce(all.isEmpty() ? null : all.get(0).stamp, known.stream().map(Year::year).collect(Collectors.toSet()),
                known.stream().filter(year -> year.early != null).collect(Collectors.toMap(Year::year, Year::early)),
                all.stream().filter(year -> year.year == null).map(Year::early).findFirst().orElse(LocalDate.MAX));
    }

    /** The lexemes of which whatever is in force on a day has one; empty if all years may have it. */
    Optional<List<String>> on(LocalDate day) {
        LongPredicate mayBe = year -> year <= day.getYear() || !early.getOrDefault(year, LocalDate.MAX).isAfter(day);
        return !unknown.isAfter(day) || years.stream().allMatch(mayBe::test) ? Optional.empty() : Optional.of(Lexemes.ofYears(years, mayBe));
    }
}

package vn.loa.visitor.imported;

import java.time.LocalDate;
import java.util.UUID;

/**
 * Views of an article that an earlier system counted.
 *
 * @param day that is over; null for what came before every day of the history
 */
public record ImportedViews(UUID article, LocalDate day, long views) {
}

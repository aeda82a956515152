package vn.loa.visitor.imported;

import java.time.LocalDate;

/** The site's counters of a day that is over. */
public record SiteDay(LocalDate day, long visits, long visitors, long hits) {
}

package vn.loa.article.read;

import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.LocalDate;
import vn.loa.article.Site;

/** The day on which an answer tells what is in force. */
@Singleton
public class LegalDay {

    private final Clock clock;
    private final Site site;

    LegalDay(Clock clock, Site site) {
        this.clock = clock;
        this.site = site;
    }

    /** Today in the site's zone. */
    public LocalDate today() {
        return clock.instant().atZone(site.zone()).toLocalDate();
    }

    public boolean isToday(LocalDate other) {
        return other.equals(today());
    }

    /** @param inForceOn the day that a request asks about; null for today */
    public LocalDate of(LocalDate inForceOn) {
        return inForceOn == null ? today() : inForceOn;
    }
}

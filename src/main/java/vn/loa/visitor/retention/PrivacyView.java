package vn.loa.visitor.retention;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;

/**
 * What Loa keeps of its visitors, as JSON. The contract says what the words mean.
 *
 * @param zone of the site's days
 * @param keys newest first
 */
record PrivacyView(
        String zone,
        List<KeptData> kept,
        List<DayKeyEnd> keys) {

    /**
     * One kind of data.
     *
     * @param days how long it is kept after its day, for {@code until: days}; null otherwise
     */
    public record KeptData(
            String data,
            String identifiability,
            List<String> places,
            String until,
            Integer days) {
    }

    /** @param destroyedAt null while the key is kept */
    public record DayKeyEnd(
            LocalDate day,
            Instant destroyedAt) {
    }
}

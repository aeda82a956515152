package vn.loa.visitor.count;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertNull;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** Hits that are held up, and when they are given up. */
class SetAsideTest {

    private static final Instant NOON = Instant.parse("2026-07-15T05:00:00Z");

    private final SetAside aside = new SetAside();

    /** Hits of different articles, which are set aside in different parts. */
    private static List<Hit> hits(int articles) {
        List<Hit> hits = new ArrayList<>();
        for (int n = 0; n < articles; n++) {
            hits.add(Instance.hit(n, new UUID(0, n), NOON));
        }
        return hits;
    }

    @Test
    void hits_are_given_up_in_time_whether_or_not_they_were_tried_alone() {
        aside.add(hits(3), 100);
        aside.add(hits(1), 100);
        assertEquals(0, aside.takeExpired(99).size());
        assertEquals(4, aside.takeExpired(100).size());
        assertEquals(0, aside.size());
        assertNull(aside.takeUntried());
        assertNull(aside.takeStuck());
    }

    @Test
    void hits_are_parted_by_article_and_then_in_halves() {
        aside.add(hits(3), 100);
        for (int n = 0; n < 3; n++) {
            assertEquals(1, aside.takeUntried().hits().size());
        }
        List<Hit> ofOne = List.of(hits(1).get(0), hits(1).get(0), hits(1).get(0));
        aside.add(ofOne, 100);
        assertEquals(2, aside.stuckParts());
        assertNotNull(aside.takeStuck());
        assertEquals(2, aside.takeStuck().hits().size());
    }
}

package vn.loa.effect;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import vn.loa.effect.ForcePeriods.Period;
import vn.loa.text.effect.EffectEvent;
import vn.loa.text.effect.EffectKind;
import vn.loa.text.effect.EffectPart;
import vn.loa.text.effect.EffectSource;
import vn.loa.text.effect.Target;
import vn.loa.text.structure.EId;

/** The rows that are stored say for each day what the timeline says. */
class ForcePeriodsTest {
    private static final LocalDate FIRST = LocalDate.of(2024, 1, 1);
    private static final int DAYS = 16;

    private static Map<EId, EId> parents() {
        Map<EId, EId> parents = new LinkedHashMap<>();
        for (int chapter = 1; chapter <= 2; chapter++) {
            EId holder = EId.of("chp", String.valueOf(chapter));
            parents.put(holder, null);
            for (int article = 1; article <= 3; article++) {
                EId eId = EId.of("art", String.valueOf(chapter * 10 + article));
                parents.put(eId, holder);
                parents.put(eId.child("para", "1"), eId);
                parents.put(eId.child("para", "2"), eId);
            }
        }
        return parents;
    }

    @Test
    void the_rows_say_for_each_day_what_the_timeline_says() {
        Random random = new Random(24);
        List<EId> sections = new ArrayList<>(parents().keySet());
        sections.add(new EId("art_99__para_1"));
        sections.add(null);
        for (int round = 0; round < 1_500; round++) {
            List<KnownEvent> events = new ArrayList<>();
            for (int i = random.nextInt(7); i >= 0; i--) {
                events.add(event(random, i == 0 ? null : sections.get(random.nextInt(sections.size())), i == 0));
            }
            ForceTimeline timeline = ForceTimeline.of(parents(), events);
            Map<String, List<Period>> rows = ForcePeriods.of(parents(), events);
            rows.values().forEach(ForcePeriodsTest::assertWithoutGaps);
            for (int day = -1; day < DAYS + 8; day++) {
                LocalDate on = FIRST.plusDays(day);
                int number = round;
                timeline.all(on).forEach((section, status) -> {
                    List<Period> own = rows.get(section == null ? ForcePeriods.DOCUMENT : section.value());
                    Period period = on(own == null ? rows.get(ForcePeriods.DOCUMENT) : own, on);
                    String where = "round " + number + ", " + section + " on " + on;
                    assertEquals(status.status(), period.status(), where);
                    Set<UUID> reasons = status.reasons().stream().map(KnownEvent::id).collect(Collectors.toSet());
                    assertTrue(own == null && section != null ? period.effects().containsAll(reasons)
                            : reasons.equals(new HashSet<>(period.effects())), where);
                });
            }
        }
    }

    private static void assertWithoutGaps(List<Period> periods) {
        assertEquals(LocalDate.MIN, periods.get(0).from());
        assertEquals(LocalDate.MAX, periods.get(periods.size() - 1).before());
        for (int i = 1; i < periods.size(); i++) {
            assertEquals(periods.get(i - 1).before(), periods.get(i).from());
            assertTrue(periods.get(i - 1).status() != periods.get(i).status() || !periods.get(i - 1).effects().equals(periods.get(i).effects()));
        }
    }

    private static Period on(List<Period> periods, LocalDate day) {
        return periods.stream().filter(period -> !period.from().isAfter(day) && period.before().isAfter(day)).findFirst().orElseThrow();
    }

    private static KnownEvent event(Random random, EId section, boolean commences) {
        EffectKind kind = commences ? EffectKind.COMMENCE : EffectKind.values()[random.nextInt(EffectKind.values().length)];
        LocalDate from = random.nextInt(12) == 0 ? null : FIRST.plusDays(random.nextInt(DAYS));
        LocalDate until = from != null && random.nextInt(4) == 0 ? from.plusDays(random.nextInt(6)) : null;
        EffectPart part = random.nextInt(5) == 0 ? EffectPart.CONTENT : EffectPart.WHOLE;
        return new KnownEvent(new UUID(random.nextLong(), random.nextLong()), new EffectEvent(kind,
                new Target(null, section, part, null, null, null), null, List.of(), from, until,
                EffectSource.values()[random.nextInt(EffectSource.values().length)], null), FIRST);
    }

    @Test
    void thousands_of_events_on_hundreds_of_days_take_few_rows_with_few_reasons_each() {
        Map<EId, EId> parents = new LinkedHashMap<>();
        List<KnownEvent> events = new ArrayList<>();
        Random random = new Random(25);
        for (int article = 1; article <= 1_000; article++) {
            EId eId = EId.of("art", String.valueOf(article));
            parents.put(eId, null);
            for (int clause = 1; clause <= 8; clause++) {
                parents.put(eId.child("para", String.valueOf(clause)), eId);
            }
        }
        List<EId> sections = new ArrayList<>(parents.keySet());
        for (int n = 0; n < 5_000; n++) {
            EffectKind kind = n == 0 ? EffectKind.COMMENCE : n % 2 == 0 ? EffectKind.REPEAL : EffectKind.AMEND;
            events.add(new KnownEvent(new UUID(0, n), new EffectEvent(kind, new Target(null, n == 0 ? null
                    : sections.get(random.nextInt(sections.size())), EffectPart.WHOLE, null, null, null), null, List.of(),
                    FIRST.plusDays(n % 300), null, EffectSource.NOTE, null), FIRST));
        }
        Map<String, List<Period>> rows = ForcePeriods.of(parents, events);
        int all = rows.values().stream().mapToInt(List::size).sum();
        assertTrue(all < 40_000, all + " rows");
        assertTrue(rows.values().stream().flatMap(List::stream).allMatch(period -> period.effects().size() <= ForcePeriods.MOST_REASONS));
    }
}

package vn.loa.effect;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.api.Test;
import vn.loa.text.effect.EffectEvent;
import vn.loa.text.effect.EffectKind;
import vn.loa.text.effect.EffectPart;
import vn.loa.text.effect.EffectSource;
import vn.loa.text.effect.Quote;
import vn.loa.text.effect.Target;
import vn.loa.text.number.DocumentNumber;
import vn.loa.text.structure.EId;
import vn.loa.text.structure.Subject;

/** The status on a day against a model that lives through every day, one after the other. */
class ForceModelTest {
    private static final LocalDate FIRST = LocalDate.of(2024, 1, 1);
    private static final int DAYS = 24;
    static final List<EId> SECTIONS = List.of(new EId("chp_I"), new EId("art_1"), new EId("art_1__para_1"), new EId("art_1__para_2"),
            new EId("art_2"));

    static Map<EId, EId> parents() {
        Map<EId, EId> parents = new LinkedHashMap<>();
        parents.put(SECTIONS.get(0), null);
        parents.put(SECTIONS.get(1), SECTIONS.get(0));
        parents.put(SECTIONS.get(2), SECTIONS.get(1));
        parents.put(SECTIONS.get(3), SECTIONS.get(1));
        parents.put(SECTIONS.get(4), null);
        return parents;
    }

    @Test
    void the_status_is_what_a_model_of_days_says() {
        Random random = new Random(24);
        for (int round = 0; round < 4_000; round++) {
            List<KnownEvent> events = events(random);
            ForceTimeline timeline = ForceTimeline.of(parents(), events);
            ForceModel model = new ForceModel(events);
            for (int day = 0; day < DAYS; day++) {
                model.live(FIRST.plusDays(day));
                Map<EId, StatusOnDay> statuses = timeline.all(FIRST.plusDays(day));
                for (EId section : model.nodes()) {
                    assertEquals(model.status(section), statuses.get(section).status(), 
                            round(round, day, section, events));
                }
            }
        }
    }

    @Test
    void the_order_in_which_events_become_known_makes_no_difference() {
        Random random = new Random(25);
        for (int round = 0; round < 500; round++) {
            List<KnownEvent> events = events(random);
            List<KnownEvent> shuffled = new ArrayList<>(events);
            Collections.shuffle(shuffled, random);
            for (int day = 0; day < DAYS; day++) {
                LocalDate on = FIRST.plusDays(day);
                Map<EId, StatusOnDay> statuses = ForceTimeline.of(parents(), shuffled).all(on);
                ForceTimeline.of(parents(), events).all(on).forEach((section, status) -> {
                    assertEquals(status.status(), statuses.get(section).status());
                    assertEquals(new HashSet<>(status.reasons()), new HashSet<>(statuses.get(section).reasons()));
                });
            }
        }
    }

    @Test
    void between_two_changes_no_status_changes_and_every_known_one_has_its_reasons() {
        Random random = new Random(26);
        for (int round = 0; round < 1_000; round++) {
            ForceTimeline timeline = ForceTimeline.of(parents(), events(random));
            for (int day = 1; day < DAYS; day++) {
                LocalDate on = FIRST.plusDays(day);
                if (!timeline.changes().contains(on)) {
                    Map<EId, StatusOnDay> before = timeline.all(on.minusDays(1));
                    timeline.all(on).forEach((section, status) -> assertEquals(before.get(section), status));
                }
                timeline.all(on).values().forEach(status -> assertTrue(status.status() == ForceStatus.UNKNOWN || !status.reasons().isEmpty()));
            }
        }
    }

    @Test
    void without_events_nothing_is_in_force() {
        ForceTimeline timeline = ForceTimeline.of(parents(), List.of());
        timeline.all(FIRST).values().forEach(status -> assertEquals(ForceStatus.UNKNOWN, status.status()));
        assertFalse(timeline.nextChange(FIRST).isPresent());
    }

    @Test
    void a_part_that_resumes_does_not_resume_the_whole() {
        ForceTimeline timeline = ForceTimeline.of(parents(), List.of(event(EffectKind.COMMENCE, null, EffectPart.WHOLE, 0, -1, EffectSource.CLAUSE),
                event(EffectKind.SUSPEND, null, EffectPart.WHOLE, 3, -1, EffectSource.CLAUSE),
                event(EffectKind.RESUME, null, EffectPart.CONTENT, "Khoản 4", 6, -1, EffectSource.CLAUSE)));
        assertEquals(ForceStatus.SUSPENDED, timeline.document(FIRST.plusDays(7)).status());
    }

    @Test
    void a_suspended_part_resumes_with_the_same_part() {
        ForceTimeline timeline = ForceTimeline.of(parents(), List.of(event(EffectKind.COMMENCE, null, EffectPart.WHOLE, 0, -1, EffectSource.CLAUSE),
                event(EffectKind.SUSPEND, null, EffectPart.CONTENT, "Mẫu số 02", 3, -1, EffectSource.CLAUSE),
                event(EffectKind.RESUME, null, EffectPart.CONTENT, "Mẫu số 01", 5, -1, EffectSource.CLAUSE),
                event(EffectKind.RESUME, null, EffectPart.CONTENT, "Mẫu số 02", 6, -1, EffectSource.CLAUSE)));
        assertEquals(ForceStatus.PARTLY, timeline.document(FIRST.plusDays(5)).status());
        assertEquals(ForceStatus.IN_FORCE, timeline.document(FIRST.plusDays(6)).status());
    }

    @Test
    void a_part_that_ends_or_pauses_on_an_unknown_day_leaves_the_status_unknown_from_the_commencement_on() {
        for (EffectKind kind : List.of(EffectKind.REPEAL, EffectKind.REPLACE, EffectKind.SUSPEND)) {
            ForceTimeline timeline = ForceTimeline.of(parents(), List.of(event(EffectKind.COMMENCE, null, EffectPart.WHOLE, 2, -1, EffectSource.CLAUSE),
                    event(kind, null, EffectPart.CONTENT, -1, -1, EffectSource.CLAUSE),
                    event(EffectKind.REPEAL, null, EffectPart.CONTENT, "Phụ lục", 9, -1, EffectSource.CLAUSE)));
            assertEquals(ForceStatus.NOT_YET, timeline.document(FIRST).status());
            assertEquals(ForceStatus.UNKNOWN, timeline.document(FIRST.plusDays(5)).status());
            assertEquals(ForceStatus.PARTLY, timeline.document(FIRST.plusDays(9)).status());
        }
    }

    @Test
    void what_was_resumed_on_an_unknown_day_is_not_suspended_for_sure() {
        for (String named : Arrays.asList(null, "Phụ lục")) {
            EffectPart part = named == null ? EffectPart.WHOLE : EffectPart.CONTENT;
            ForceTimeline timeline = ForceTimeline.of(parents(), List.of(event(EffectKind.COMMENCE, null, EffectPart.WHOLE, 0, -1, EffectSource.CLAUSE),
                    event(EffectKind.SUSPEND, null, part, named, 3, 8, EffectSource.CLAUSE),
                    event(EffectKind.RESUME, null, part, named, -1, -1, EffectSource.CLAUSE)));
            assertEquals(ForceStatus.IN_FORCE, timeline.document(FIRST.plusDays(2)).status());
            assertEquals(ForceStatus.UNKNOWN, timeline.document(FIRST.plusDays(3)).status());
            assertEquals(ForceStatus.IN_FORCE, timeline.document(FIRST.plusDays(9)).status());
        }
    }

    @Test
    void a_section_that_resumes_is_in_force_in_a_document_that_does_not() {
        ForceTimeline timeline = ForceTimeline.of(parents(), List.of(event(EffectKind.COMMENCE, null, EffectPart.WHOLE, 0, -1, EffectSource.CLAUSE),
                event(EffectKind.SUSPEND, null, EffectPart.WHOLE, 3, -1, EffectSource.CLAUSE),
                event(EffectKind.RESUME, SECTIONS.get(1), EffectPart.WHOLE, 6, -1, EffectSource.EDITOR),
                event(EffectKind.SUSPEND, null, EffectPart.WHOLE, 9, -1, EffectSource.CLAUSE)));
        assertEquals(ForceStatus.IN_FORCE, timeline.section(SECTIONS.get(1), FIRST.plusDays(7)).status());
        assertEquals(ForceStatus.IN_FORCE, timeline.section(SECTIONS.get(2), FIRST.plusDays(7)).status());
        assertEquals(ForceStatus.SUSPENDED, timeline.section(SECTIONS.get(4), FIRST.plusDays(7)).status());
        assertEquals(ForceStatus.SUSPENDED, timeline.section(SECTIONS.get(1), FIRST.plusDays(9)).status());
    }

    @Test
    void what_names_a_day_counts_before_what_names_none_but_an_editor_counts_before_all() {
        Subject by = new Subject("Thông tư", DocumentNumber.parse("9/2021/TT-BVH").orElseThrow(), null, null, null);
        KnownEvent start = event(EffectKind.COMMENCE, null, EffectPart.WHOLE, 0, -1, EffectSource.CLAUSE);
        KnownEvent note = repeal(by, -1, EffectSource.NOTE);
        KnownEvent instruction = repeal(by, 5, EffectSource.INSTRUCTION);
        ForceTimeline timeline = ForceTimeline.of(parents(), List.of(start, note, instruction));
        assertEquals(ForceStatus.IN_FORCE, timeline.section(SECTIONS.get(4), FIRST.plusDays(4)).status());
        StatusOnDay ended = timeline.section(SECTIONS.get(4), FIRST.plusDays(5));
        assertEquals(ForceStatus.ENDED, ended.status());
        assertEquals(List.of(EffectSource.INSTRUCTION, EffectSource.NOTE), ended.reasons().stream().map(reason -> reason.event().source()).toList());
        KnownEvent editor = repeal(by, -1, EffectSource.EDITOR);
        assertEquals(ForceStatus.UNKNOWN, ForceTimeline.of(parents(), List.of(start, note, instruction, editor))
                .section(SECTIONS.get(4), FIRST.plusDays(5)).status());
    }

    private static KnownEvent repeal(Subject by, int from, EffectSource source) {
        return new KnownEvent(new EffectEvent(EffectKind.REPEAL, new Target(null, SECTIONS.get(4), EffectPart.WHOLE, null, null, null), by, List.of(),
                from < 0 ? null : FIRST.plusDays(from), null, source, null), FIRST);
    }

    @Test
    void what_has_not_commenced_holds_in_part_as_soon_as_a_part_of_it_commences() {
        ForceTimeline timeline = ForceTimeline.of(parents(), List.of(event(EffectKind.COMMENCE, null, EffectPart.WHOLE, 6, -1, EffectSource.CLAUSE),
                event(EffectKind.COMMENCE, SECTIONS.get(2), EffectPart.WHOLE, 3, -1, EffectSource.CLAUSE)));
        assertEquals(ForceStatus.NOT_YET, timeline.document(FIRST.plusDays(2)).status());
        for (EId holder : Arrays.asList(null, SECTIONS.get(0), SECTIONS.get(1))) {
            assertEquals(ForceStatus.PARTLY, timeline.all(FIRST.plusDays(3)).get(holder).status());
        }
        assertEquals(2, timeline.document(FIRST.plusDays(3)).reasons().size());
        assertEquals(ForceStatus.IN_FORCE, timeline.section(SECTIONS.get(2), FIRST.plusDays(3)).status());
        assertEquals(ForceStatus.NOT_YET, timeline.section(SECTIONS.get(3), FIRST.plusDays(3)).status());
        assertEquals(ForceStatus.IN_FORCE, timeline.document(FIRST.plusDays(6)).status());
    }

    @Test
    void a_part_in_words_commences_before_the_rest_unless_it_is_ended_or_suspended() {
        KnownEvent whole = event(EffectKind.COMMENCE, null, EffectPart.WHOLE, 6, -1, EffectSource.CLAUSE);
        KnownEvent annex = event(EffectKind.COMMENCE, null, EffectPart.CONTENT, "Phụ lục", 3, -1, EffectSource.CLAUSE);
        ForceTimeline timeline = ForceTimeline.of(parents(), List.of(whole, annex,
                event(EffectKind.SUSPEND, null, EffectPart.CONTENT, "Phụ lục", 5, -1, EffectSource.CLAUSE)));
        assertEquals(ForceStatus.NOT_YET, timeline.document(FIRST.plusDays(2)).status());
        assertEquals(ForceStatus.PARTLY, timeline.document(FIRST.plusDays(4)).status());
        assertEquals(ForceStatus.NOT_YET, timeline.document(FIRST.plusDays(5)).status());
        assertEquals(ForceStatus.NOT_YET, timeline.section(SECTIONS.get(1), FIRST.plusDays(4)).status());
    }

    @Test
    void what_is_inserted_into_something_that_has_not_commenced_does_not_let_it_commence() {
        ForceTimeline timeline = ForceTimeline.of(parents(), List.of(event(EffectKind.COMMENCE, null, EffectPart.WHOLE, 6, -1, EffectSource.CLAUSE),
                event(EffectKind.INSERT, SECTIONS.get(4), EffectPart.WHOLE, 3, -1, EffectSource.INSTRUCTION)));
        assertEquals(ForceStatus.NOT_YET, timeline.document(FIRST.plusDays(4)).status());
    }

    @Test
    void what_a_more_trusted_source_says_counts() {
        KnownEvent clause = event(EffectKind.COMMENCE, null, EffectPart.WHOLE, 3, -1, EffectSource.CLAUSE);
        KnownEvent editor = event(EffectKind.COMMENCE, null, EffectPart.WHOLE, 9, -1, EffectSource.EDITOR);
        ForceTimeline timeline = ForceTimeline.of(parents(), List.of(clause, editor));
        assertEquals(ForceStatus.NOT_YET, timeline.document(FIRST.plusDays(5)).status());
        assertEquals(List.of(editor), timeline.document(FIRST.plusDays(9)).reasons());
    }

    @Test
    void between_two_days_of_commencement_that_are_named_the_status_is_unknown() {
        ForceTimeline timeline = ForceTimeline.of(parents(), List.of(event(EffectKind.COMMENCE, null, EffectPart.WHOLE, 3, -1, EffectSource.CLAUSE),
                event(EffectKind.COMMENCE, null, EffectPart.WHOLE, 6, -1, EffectSource.CLAUSE)));
        assertEquals(ForceStatus.NOT_YET, timeline.document(FIRST.plusDays(2)).status());
        assertEquals(ForceStatus.UNKNOWN, timeline.document(FIRST.plusDays(5)).status());
        assertEquals(ForceStatus.IN_FORCE, timeline.document(FIRST.plusDays(6)).status());
    }

    private static String round(int round, int day, EId section, List<KnownEvent> events) {
        StringBuilder all = new StringBuilder("round " + round + ", " + section + " on " + FIRST.plusDays(day) + ":");
        for (KnownEvent known : events) {
            EffectEvent event = known.event();
            all.append("\n").append(event.kind()).append(' ').append(event.target().eId()).append(' ').append(event.target().part())
                    .append(' ').append(event.from()).append(' ').append(event.until());
        }
        return all.toString();
    }

    private static List<KnownEvent> events(Random random) {
        List<KnownEvent> events = new ArrayList<>();
        if (random.nextInt(8) > 0) {
            events.add(event(EffectKind.COMMENCE, null, EffectPart.WHOLE, random.nextInt(8), random.nextInt(5) == 0 ? 10 + random.nextInt(10) : -1,
                    EffectSource.CLAUSE));
        }
        Set<EId> commenced = new HashSet<>();
        int count = random.nextInt(6);
        for (int i = 0; i < count; i++) {
            EffectKind kind = EffectKind.values()[random.nextInt(EffectKind.values().length)];
            EId section = random.nextInt(5) == 0 || kind == EffectKind.COMMENCE && i > 0 ? null : SECTIONS.get(random.nextInt(SECTIONS.size()));
            if (kind == EffectKind.COMMENCE && (section == null || !commenced.add(section))) {
                continue;
            }
            EffectPart part = random.nextInt(6) == 0 ? EffectPart.CONTENT : EffectPart.WHOLE;
            int from = random.nextInt(12) == 0 ? -1 : random.nextInt(DAYS);
            int until = kind == EffectKind.SUSPEND && from >= 0 && random.nextBoolean() ? from + random.nextInt(6) : -1;
            String named = part == EffectPart.CONTENT && random.nextBoolean() ? "Mẫu số 0" + random.nextInt(2) : null;
            events.add(event(kind, section, part, named, from, until, EffectSource.NOTE));
        }
        return events;
    }

    private static int last;

    private static KnownEvent event(EffectKind kind, EId section, EffectPart part, int from, int until, EffectSource source) {
        return event(kind, section, part, null, from, until, source);
    }

    private static KnownEvent event(EffectKind kind, EId section, EffectPart part, String named, int from, int until, EffectSource source) {
        Subject by = new Subject("Luật", DocumentNumber.parse(++last % 90_000 + 1 + "/2024/QH15").orElseThrow(), null, null, null);
        return new KnownEvent(new EffectEvent(kind, new Target(null, section, part, named, null, null), by, List.of(),
                from < 0 ? null : FIRST.plusDays(from), until < 0 ? null : FIRST.plusDays(until), source, new Quote(new EId("p_1"), 0, 0)), FIRST);
    }
}

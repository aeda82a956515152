package vn.loa.directive.rendering;

import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import vn.loa.directive.SectionView;
import vn.loa.directive.edit.UniqueIds;
import vn.loa.directive.force.ForceReason;
import vn.loa.directive.force.ForceView;
import vn.loa.html.XmlWriter;

/**
 * Writes when a document and its sections are in force: the days as {@code eventRef}s of its {@code lifecycle}, each status as a
 * {@code temporalGroup}, to which {@code period} attributes lead. Of an unknown status nothing is written.
 */
final class AknForce {

    /** A status from one day to another; null for no such day. */
    private record Interval(String status, LocalDate since, LocalDate until) {

        static Interval of(ForceView force) {
            return force == null || force.isUnknown() ? null : new Interval(force.status(), force.since(), force.until());
        }

        LocalDate end() {
            return until == null ? null : until.plusDays(1);
        }
    }

    private static final Map<String, String> SHOWN = Map.of("not-yet", "chưa có hiệu lực", "in-force", "có hiệu lực", "partly",
            "có hiệu lực một phần", "suspended", "ngưng hiệu lực", "ended", "hết hiệu lực");

    private final RevisionText document;
    private final XmlWriter xml;
    private final String source;
    private final Map<Interval, String> groups = new LinkedHashMap<>();
    private final Map<LocalDate, String> events = new LinkedHashMap<>();
    private final Map<String, String> concepts = new LinkedHashMap<>();

    AknForce(RevisionText document, XmlWriter xml, UniqueIds ids, String source) {
        this.document = document;
        this.xml = xml;
        this.source = source;
        if (document.force() != null) {
            add(document.force().document(), ids);
            document.sections().stream().map(SectionView::force).filter(Objects::nonNull).forEach(force -> add(force, ids));
        }
        TreeSet<LocalDate> days = new TreeSet<>();
        groups.keySet().forEach(interval -> {
            addDay(days, interval.since);
            addDay(days, interval.end());
        });
        days.forEach(day -> events.put(day, ids.free("event_" + (events.size() + 1))));
    }

    private static void addDay(TreeSet<LocalDate> days, LocalDate day) {
        if (day != null) {
            days.add(day);
        }
    }

    private void add(ForceView force, UniqueIds ids) {
        Interval interval = Interval.of(force);
        if (interval != null) {
            groups.computeIfAbsent(interval, each -> ids.free("period_" + (groups.size() + 1)));
            concepts.computeIfAbsent(interval.status, each -> ids.free("force_" + each));
        }
    }

    /** The value of the attribute {@code period}; null for an unknown status and for no status. */
    String period(ForceView force) {
        String group = groups.get(Interval.of(force));
        return group == null ? null : "#" + group;
    }

    /** The period of the document. */
    String period() {
        return document.force() == null ? null : period(document.force().document());
    }

    /** The schema has three types of events: a status that begins the document's force, one that changes it, and one that ends it. */
    void writeLifecycle() {
        if (events.isEmpty()) {
            return;
        }
        xml.start("lifecycle", "source", source);
        events.forEach((day, id) -> xml.empty("eventRef", "eId", id, "date", day.toString(), "source", source, "type", type(day)));
        xml.end();
    }

    private String type(LocalDate day) {
        Interval whole = Interval.of(document.force().document());
        boolean begins = whole != null && ((whole.status.equals("in-force") || isPartlyByCommencements(whole)) && day.equals(whole.since)
                || whole.status.equals("not-yet") && day.equals(whole.end()));
        boolean ends = whole != null && whole.status.equals("ended") && day.equals(whole.since);
        return begins ? "generation" : ends ? "repeal" : "amendment";
    }

    /** Whether parts commence on several days, and nothing has ended or been suspended: it has force from the first of these days on. */
    private boolean isPartlyByCommencements(Interval whole) {
        Set<String> kinds = document.force().document().effects().stream().map(document.force().reasons()::get).filter(Objects::nonNull)
                .map(ForceReason::kind).collect(Collectors.toSet());
        return whole.status.equals("partly") && kinds.equals(Set.of("commence"));
    }

    void writeTemporalData() {
        if (groups.isEmpty()) {
            return;
        }
        xml.start("temporalData", "source", source);
        groups.forEach((interval, id) -> xml.start("temporalGroup", "eId", id)
                .empty("timeInterval", "start", reference(interval.since), "end", reference(interval.end()),
                        "refersTo", "#" + concepts.get(interval.status)).end());
        xml.end();
    }

    private String reference(LocalDate day) {
        return day == null ? null : "#" + events.get(day);
    }

    void writeConcepts() {
        concepts.forEach((status, id) -> xml.empty("TLCConcept", "eId", id, "href", "/akn/ontology/concept/vn/force/" + status,
                "showAs", SHOWN.get(status)));
    }
}

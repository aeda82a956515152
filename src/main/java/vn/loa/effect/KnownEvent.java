package vn.loa.effect;

import java.time.LocalDate;
import java.util.Objects;
import java.util.UUID;
import vn.loa.text.effect.EffectEvent;
import vn.loa.text.effect.EffectKind;
import vn.loa.text.effect.EffectPart;
import vn.loa.text.effect.Target;
import vn.loa.text.structure.EId;

/**
 * An event that touches a document, and the day of the source in which it was read: what a source says is known up to its
 * day.
 *
 * @param id of the stored event; null for one that is not stored
 * @param readIn null when the source has no day
 */
record KnownEvent(UUID id, EffectEvent event, LocalDate readIn) {
    /** PostgreSQL and JSON know years of four figures. Other systems write this day where no end is known. */
    private static final LocalDate LAST = LocalDate.of(9999, 12, 31);

    KnownEvent {
        Objects.requireNonNull(event, "event");
    }

    KnownEvent(EffectEvent event, LocalDate readIn) {
        this(null, event, readIn);
    }

    /** The same with the days of another one. */
    KnownEvent onDaysOf(KnownEvent other) {
        return new KnownEvent(id, new EffectEvent(event.kind(), event.target(), event.by(), event.provisions(), other.event.from(),
                other.event.until(), event.source(), event.quote()), readIn);
    }

    /** The section; null for the document. */
    EId section() {
        return event.target().eId();
    }

    LocalDate from() {
        return event.from();
    }

    /** The first day on which it holds no more; null when no end is known, or when it is behind all days. */
    LocalDate over() {
        return event.until() == null || !event.until().isBefore(LAST) ? null : event.until().plusDays(1);
    }

    boolean isWhole() {
        return event.target().part() == EffectPart.WHOLE && event.target().named() == null;
    }

    /** Whether both touch the same part of their section, or of the document. */
    boolean isOfSamePart(KnownEvent other) {
        Target own = event.target();
        Target others = other.event.target();
        return own.part() == others.part() && Objects.equals(own.named(), others.named()) && Objects.equals(own.phrase(), others.phrase());
    }

    boolean starts() {
        return isWhole() && (event.kind() == EffectKind.COMMENCE || event.kind() == EffectKind.INSERT && section() != null);
    }

    /** A document that is replaced ends; a section that is replaced goes on with other words. */
    boolean ends() {
        return isWhole() && (event.kind() == EffectKind.REPEAL || event.kind() == EffectKind.REPLACE && section() == null);
    }

    boolean suspends() {
        return event.kind() == EffectKind.SUSPEND;
    }

    boolean resumes() {
        return event.kind() == EffectKind.RESUME;
    }

    /**
     * Whether it ends some of its target, or lets some of it begin later than the rest. A form that is replaced goes on with
     * other words.
     */
    boolean isPartial() {
        return !isWhole() && (event.kind() == EffectKind.REPEAL || event.kind() == EffectKind.SUSPEND || event.kind() == EffectKind.COMMENCE
                || event.kind() == EffectKind.REPLACE && section() == null && event.target().named() == null);
    }

    boolean begunBy(LocalDate day) {
        return from() != null && !from().isAfter(day);
    }

    /** Events with equal keys say the same; the most trusted source of them counts. */
    String key() {
        boolean start = event.kind() == EffectKind.COMMENCE;
        String by = start || event.by() == null || event.by().number() == null ? "" : event.by().number().key();
        return family() + "|" + (section() == null ? "" : section().value()) + "|" + event.target().part() + "|" + event.target().phrase()
                + "|" + event.target().named() + "|" + by;
    }

    private String family() {
        return switch (event.kind()) {
            case AMEND, REPLACE, CORRECT -> ends() ? "end" : "change";
            case REPEAL -> "end";
            default -> event.kind().wireName();
        };
    }

    /** Of what tells most events apart: statuses of long texts compare events a million times. */
    @Override
    public int hashCode() {
        return Objects.hash(id, event.kind(), event.from(), section());
    }
}

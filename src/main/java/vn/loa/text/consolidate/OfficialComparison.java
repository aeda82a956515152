package vn.loa.text.consolidate;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import vn.loa.text.diff.DiffEffort;
import vn.loa.text.diff.WordDiff;
import vn.loa.text.effect.EffectEvent;
import vn.loa.text.effect.EffectKind;
import vn.loa.text.effect.EffectSource;
import vn.loa.text.effect.Target;
import vn.loa.text.fold.VietnameseText;
import vn.loa.text.structure.EId;
import vn.loa.text.structure.Paragraph;
import vn.loa.text.structure.Section;
import vn.loa.text.structure.SectionKind;

/** Compares a proposal with the official consolidated text word by word, and names the cause of each difference. */
public final class OfficialComparison {
    /** Behind so many differences a section that differs is one. */
    private static final int MOST = 10_000;

    private final Map<EId, Section> proposed;
    private final Map<EId, Section> official;
    private final Set<EId> changed = new HashSet<>();
    private final Set<EId> left = new HashSet<>();
    private final Set<EId> noted;
    private final List<Target> loose = new ArrayList<>();
    private final List<Difference> differences = new ArrayList<>();
    private final DiffEffort effort = new DiffEffort();

    private OfficialComparison(Proposal proposal, List<Section> official, List<EffectEvent> notes) {
        proposed = byEId(proposal.sections());
        this.official = byEId(official);
        proposal.changes().forEach(change -> changed.add(change.at()));
        for (NotApplied each : proposal.notApplied()) {
            Instruction instruction = each.instruction();
            if (instruction.target() != null) {
                left.add(instruction.target());
            } else if (instruction.event() != null) {
                loose.add(instruction.part());
            }
        }
        noted = notes.stream().filter(event -> event.source() == EffectSource.NOTE && event.kind() != EffectKind.COMMENCE)
                .map(event -> event.target().eId()).filter(eId -> eId != null).collect(Collectors.toSet());
    }

    /**
     * The differences of the sections, in the order of the proposal. Markers' signs and notes make none.
     *
     * @param official the sections of the official text
     * @param notes the events that the official text states
     */
    public static List<Difference> of(Proposal proposal, List<Section> official, List<EffectEvent> notes) {
        return new OfficialComparison(proposal, official, notes).compare();
    }

    private static Map<EId, Section> byEId(List<Section> sections) {
        Map<EId, Section> all = new LinkedHashMap<>();
        sections.forEach(section -> all.put(section.eId(), section));
        return all;
    }

    private List<Difference> compare() {
        proposed.forEach((eId, section) -> compare(eId, words(section), words(official.get(eId))));
        official.forEach((eId, section) -> {
            if (!proposed.containsKey(eId)) {
                compare(eId, "", words(section));
            }
        });
        return List.copyOf(differences);
    }

    private static String words(Section section) {
        return section == null ? "" : Stream.concat(Stream.ofNullable(section.heading()),
                section.paragraphs().stream().map(Paragraph::text)).collect(Collectors.joining(" "));
    }

    private void compare(EId at, String ours, String theirs) {
        if (ours.equals(theirs)) {
            return;
        }
        if (differences.size() >= MOST) {
            add(at, ours, theirs);
            return;
        }
        String deleted = "";
        for (WordDiff.Segment segment : WordDiff.of(ours, theirs, effort)) {
            if (segment.op() == WordDiff.Op.DELETE) {
                deleted = segment.text();
            } else {
                add(at, deleted, segment.op() == WordDiff.Op.INSERT ? segment.text() : "");
                deleted = "";
            }
        }
        add(at, deleted, "");
    }

    private void add(EId at, String ours, String theirs) {
        if (!ours.isBlank() || !theirs.isBlank()) {
            differences.add(new Difference(at, cause(at, ours, theirs), ours.strip(), theirs.strip()));
        }
    }

    private Difference.Cause cause(EId at, String ours, String theirs) {
        boolean form = false;
        Set<EId> around = new HashSet<>();
        for (EId each = at; each != null; each = parent(each)) {
            around.add(each);
            form |= kind(each) == SectionKind.ANNEX;
        }
        if (around.stream().anyMatch(changed::contains)) {
            return Difference.Cause.CHANGED;
        }
        boolean inAnnex = form;
        if (around.stream().anyMatch(left::contains) || loose.stream().anyMatch(part -> concerns(part, inAnnex, ours, theirs))) {
            return Difference.Cause.NOT_APPLIED;
        }
        if (around.stream().anyMatch(noted::contains)) {
            return Difference.Cause.UNEXPLAINED;
        }
        return plain(ours).equals(plain(theirs)) ? Difference.Cause.SPELLING : Difference.Cause.PRINT;
    }

    /** Whether an instruction that names no provision may be about these words. */
    private static boolean concerns(Target part, boolean inAnnex, String ours, String theirs) {
        if (part.phrase() != null) {
            return ours.contains(part.phrase()) || part.replacement() != null && theirs.contains(part.replacement());
        }
        return part.named() != null && inAnnex;
    }

    private SectionKind kind(EId eId) {
        Section section = proposed.getOrDefault(eId, official.get(eId));
        return section == null ? null : section.kind();
    }

    private EId parent(EId eId) {
        Section section = proposed.getOrDefault(eId, official.get(eId));
        return section == null ? null : section.parentEId();
    }

    /** The letters and figures alone, without accents. */
    private static String plain(String words) {
        return VietnameseText.fold(words).replaceAll("[^\\p{L}0-9]", "");
    }
}

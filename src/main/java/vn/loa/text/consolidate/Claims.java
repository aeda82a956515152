package vn.loa.text.consolidate;

import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import vn.loa.text.effect.EffectKind;
import vn.loa.text.structure.EId;

/** What the instructions of one day change, and which of them change the same words. */
final class Claims {
    /** What of a provision an instruction changes. */
    enum Scope { WHOLE, HEADING, NEW, WORDS }

    /** @param place null unless some words are changed */
    private record Claim(Instruction instruction, EId at, Scope scope, Phrases.Place place) {
        boolean isWhole() {
            return scope == Scope.WHOLE || scope == Scope.NEW;
        }

        boolean repeals() {
            return instruction.event().kind() == EffectKind.REPEAL;
        }
    }

    private final Draft draft;
    private final Map<EId, List<Claim>> claims = new HashMap<>();
    /** The provisions that are replaced or added as a whole, and those of them in which something else changes, too. */
    private final Set<EId> wholes = new HashSet<>();
    private final Set<EId> hit = new HashSet<>();
    private final Set<Instruction> conflicting = Collections.newSetFromMap(new IdentityHashMap<>());

    Claims(Draft draft) {
        this.draft = draft;
    }

    void add(Instruction instruction, EId at, Scope scope, Phrases.Place place) {
        Claim claim = new Claim(instruction, at, scope, place);
        claims.computeIfAbsent(at, eId -> new ArrayList<>()).add(claim);
        if (claim.isWhole()) {
            wholes.add(at);
        }
    }

    /** The instructions that change words which another one changes, too. */
    Set<Instruction> conflicting() {
        claims.values().forEach(this::beside);
        claims.values().forEach(same -> same.forEach(this::inside));
        hit.forEach(eId -> claims.get(eId).stream().filter(Claim::isWhole).forEach(this::refuse));
        return conflicting;
    }

    private void beside(List<Claim> same) {
        if (same.size() == 1) {
            return;
        }
        boolean whole = same.stream().anyMatch(claim -> claim.scope == Scope.WHOLE);
        if (whole && !same.stream().allMatch(Claim::repeals)) {
            same.forEach(this::refuse);
        }
        List<Claim> added = same.stream().filter(claim -> claim.scope == Scope.NEW).toList();
        List<Claim> headings = same.stream().filter(claim -> claim.scope == Scope.HEADING
                || claim.scope == Scope.WORDS && claim.place.paragraph() < 0).toList();
        if (added.size() > 1) {
            added.forEach(this::refuse);
        }
        if (headings.size() > 1 && headings.stream().anyMatch(claim -> claim.scope == Scope.HEADING)) {
            headings.forEach(this::refuse);
        }
        List<Claim> words = same.stream().filter(claim -> claim.scope == Scope.WORDS).sorted(Comparator.comparingInt(
                (Claim claim) -> claim.place.paragraph()).thenComparingInt(claim -> claim.place.start())).toList();
        Claim farthest = null;
        for (Claim claim : words) {
            boolean overlaps = farthest != null && farthest.place.paragraph() == claim.place.paragraph()
                    && claim.place.start() < farthest.place.end();
            if (overlaps) {
                refuse(farthest);
                refuse(claim);
            }
            boolean farther = farthest == null || farthest.place.paragraph() != claim.place.paragraph()
                    || claim.place.end() > farthest.place.end();
            farthest = farther ? claim : farthest;
        }
    }

    /** Whether another instruction replaces or adds a provision around it. */
    private void inside(Claim claim) {
        for (EId above = above(claim.at); above != null; above = above(above)) {
            if (wholes.contains(above)) {
                refuse(claim);
                hit.add(above);
            }
        }
    }

    /** The provision around another one, which may be new; null at the top. */
    private EId above(EId eId) {
        Node node = draft.at(eId);
        return node == null ? eId.parent().orElse(null) : node.parent().section() == null ? null : node.parent().eId();
    }

    private void refuse(Claim claim) {
        conflicting.add(claim.instruction);
    }
}

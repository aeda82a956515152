package vn.loa.text.consolidate;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import vn.loa.text.effect.EffectKind;
import vn.loa.text.effect.EffectPart;
import vn.loa.text.effect.Target;
import vn.loa.text.structure.EId;

/**
 * Makes the proposed text of a document on a day. An instruction is applied if it fits exactly one place of the text; the
 * others are left alone and listed. Instructions are applied by their days, and on one day in the order of the texts.
 */
public final class Consolidator {
    private final LocalDate on;
    private final Draft draft;
    private final Edits edits;
    private final Phrases phrases = new Phrases();
    private final List<AppliedChange> changes = new ArrayList<>();
    private final List<NotApplied> notApplied = new ArrayList<>();

    private Consolidator(BaseText base, List<AmendingText> amending, LocalDate on) {
        this.on = on;
        draft = new Draft(base.sections());
        edits = new Edits(draft, amending, phrases);
    }

    /**
     * The proposal on a day, in time linear in the texts for each phrase that is searched in all of one.
     *
     * @param amending in the order in which they were issued
     */
    public static Proposal propose(BaseText base, List<AmendingText> amending, LocalDate on) {
        return new Consolidator(base, amending, on).propose(new Instructions(base, amending));
    }

    private Proposal propose(Instructions instructions) {
        Map<LocalDate, List<Instruction>> days = new TreeMap<>();
        for (Instruction instruction : instructions.all()) {
            Refusal refusal = instructions.refusal(instruction, on);
            if (refusal != null) {
                notApplied.add(new NotApplied(instruction, refusal));
            } else {
                days.computeIfAbsent(instruction.from(), day -> new ArrayList<>()).add(instruction);
            }
        }
        days.values().forEach(this::day);
        notApplied.sort(Comparator.comparingInt(left -> instructions.place(left.instruction())));
        return new Proposal(on, draft.sections(), changes, notApplied);
    }

    private void day(List<Instruction> day) {
        Claims claims = new Claims(draft);
        List<Instruction> claimed = day.stream().filter(instruction -> attempt(instruction, () -> claim(claims, instruction))).toList();
        Set<Instruction> conflicting = claims.conflicting();
        for (Instruction instruction : claimed) {
            if (conflicting.contains(instruction)) {
                notApplied.add(new NotApplied(instruction, Refusal.CONFLICT));
            } else {
                attempt(instruction, () -> changes.add(edits.apply(instruction)));
            }
        }
    }

    private boolean attempt(Instruction instruction, Runnable step) {
        try {
            step.run();
            return true;
        } catch (RefusedException e) {
            notApplied.add(new NotApplied(instruction, e.reason()));
            return false;
        }
    }

    private void claim(Claims claims, Instruction instruction) {
        Target target = instruction.part();
        EId eId = target.eId();
        EffectKind kind = instruction.event().kind();
        if (target.part() == EffectPart.PHRASE) {
            Phrases.Place place = edits.place(instruction);
            claims.add(instruction, place.section(), Claims.Scope.WORDS, place);
        } else if (target.part() == EffectPart.HEADING) {
            claims.add(instruction, eId, Claims.Scope.HEADING, null);
        } else {
            claims.add(instruction, eId, kind == EffectKind.INSERT ? Claims.Scope.NEW : Claims.Scope.WHOLE, null);
        }
    }
}

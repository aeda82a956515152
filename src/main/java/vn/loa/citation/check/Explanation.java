package vn.loa.citation.check;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import vn.loa.citation.check.CheckedCitationView.Changer;
import vn.loa.citation.check.CheckedCitationView.Existing;
import vn.loa.citation.check.CheckedCitationView.Provision;
import vn.loa.citation.check.CheckedCitationView.Quoted;
import vn.loa.citation.check.CheckedCitationView.Target;
import vn.loa.directive.DirectiveView;
import vn.loa.directive.force.ForceView;
import vn.loa.text.check.LegalStatement;

/** A verdict in words, for people and for models that read the answer. */
final class Explanation {

    private static final Map<String, String> STATUSES = Map.of("not-yet", "not yet in force", "in-force", "in force", "partly",
            "partly in force", "suspended", "suspended", "ended", "no longer in force");

    private Explanation() {
    }

    static String of(Verdict verdict, LegalStatement statement, Target only, List<Target> targets, List<String> disagreements,
            List<Quoted> quotations, LocalDate day) {
        return switch (verdict) {
            case EXISTS -> exists(only, quotations, day);
            case NO_SUCH_PROVISION -> only.provisions().stream().filter(provision -> Boolean.FALSE.equals(provision.exists()))
                    .map(Explanation::missing).distinct().collect(Collectors.joining(" "));
            case QUOTATION_DIFFERS -> differs(quotations);
            case AMBIGUOUS -> targets.size() + " documents published here may be meant.";
            case NOT_HELD -> notHeld(only, disagreements);
            case NOT_UNDERSTOOD -> statement.trouble() == null
                    ? "This names a document without a number. Without one only a law can be looked up, by its name and date or year."
                    : statement.trouble() == LegalStatement.Trouble.NUMBER
                            ? "This looks like the number of a document, and is not a complete one."
                            : "This names a provision, and no document with it.";
        };
    }

    private static String exists(Target only, List<Quoted> quotations, LocalDate day) {
        List<Provision> provisions = only.provisions();
        ForceView force = provisions.size() == 1 ? provisions.get(0).force() : only.force();
        String what = provisions.isEmpty() ? "The document is published here" : provisions.size() == 1 ? "The provision exists here"
                : "The provisions exist here";
        String status = force.isUnknown() ? "; whether it is in force on " + day + " is not known."
                : "; on " + day + " it is " + STATUSES.getOrDefault(force.status(), force.status())
                        + (force.since() == null ? "" : ", since " + force.since()) + ".";
        boolean unchecked = quotations.stream().anyMatch(quoted -> quoted.result().equals(CitedWords.UNCHECKED));
        return what + (provisions.size() > 1 ? "; of the document: " + status.substring(2) : status)
                + by(provisions.size() == 1 ? provisions.get(0).changedBy() : only.changedBy())
                + (unchecked ? " The quoted words could not be compared." : "");
    }

    private static String by(List<Changer> changers) {
        List<String> names = changers.stream().map(Changer::directive).filter(directive -> directive != null)
                .map(Explanation::name).distinct().toList();
        return names.isEmpty() ? "" : " By: " + String.join("; ", names) + ".";
    }

    private static String name(DirectiveView directive) {
        String named = directive.number() != null ? directive.number() : directive.title();
        return directive.type() == null ? named : directive.type() + " " + named;
    }

    private static String missing(Provision provision) {
        Existing existing = provision.existing();
        String where = existing.inside() == null ? "The document" : existing.inside();
        return "There is no " + provision.eId() + ". " + where + (existing.kind() == null ? " has no numbered parts."
                : " has of the kind " + existing.kind() + ": " + String.join(", ", existing.numbers()) + ".");
    }

    private static String differs(List<Quoted> quotations) {
        Quoted first = quotations.stream().filter(quoted -> quoted.result().equals(CitedWords.DIFFERS)).findFirst().orElseThrow();
        return first.foundIn() == null ? "The provision does not have the quoted words."
                : "The quoted words are those of " + first.foundIn() + ".";
    }

    private static String notHeld(Target only, List<String> disagreements) {
        if (only != null) {
            return "The document is published here without its text by sections.";
        }
        return disagreements.isEmpty() ? "No such document is published here. It may exist elsewhere."
                : "No document published here agrees with the citation. The candidates have its number or name; what differs is "
                        + String.join(", ", disagreements) + ".";
    }
}

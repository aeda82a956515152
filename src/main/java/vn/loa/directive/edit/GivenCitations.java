package vn.loa.directive.edit;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import vn.loa.directive.edit.SectionInput.CitationInput;
import vn.loa.directive.edit.SectionInput.PinpointInput;
import vn.loa.problem.FieldErrors;
import vn.loa.text.citation.Citation;
import vn.loa.text.citation.Pinpoint;
import vn.loa.text.number.DocumentNumber;
import vn.loa.text.structure.EId;
import vn.loa.text.structure.Paragraph;

/** Reads the citations that an editor gives for a section, in place of those that would be found in its text. */
final class GivenCitations {

    private final List<Paragraph> paragraphs;
    private final FieldErrors errors;

    /**
     * @param paragraphs those of the section in which citations may stand
     * @param errors receives the errors
     */
    GivenCitations(List<Paragraph> paragraphs, FieldErrors errors) {
        this.paragraphs = paragraphs;
        this.errors = errors;
    }

    List<Citation> read(List<CitationInput> inputs, String pointer) {
        List<Citation> citations = new ArrayList<>();
        for (int i = 0; i < inputs.size(); i++) {
            CitationInput input = inputs.get(i);
            String place = pointer + "/" + i;
            if (input != null && !errors.has(place)) {
                citation(input, place).ifPresent(citations::add);
            }
        }
        return citations;
    }

    private Optional<Citation> citation(CitationInput input, String pointer) {
        Paragraph paragraph = paragraphs.stream().filter(p -> p.eId().value().equals(input.paragraphEId())).findFirst()
                .orElse(null);
        if (paragraph == null) {
            errors.add(pointer + "/paragraphEId", "unknown-paragraph", "is the eId of no paragraph of this section");
            return Optional.empty();
        }
        String text = paragraph.text();
        if (input.start() < 0 || input.end() <= input.start() || input.end() > text.length()
                || !text.substring(input.start(), input.end()).equals(input.raw())
                || splitsCharacter(text, input.start()) || splitsCharacter(text, input.end())) {
            errors.add(pointer + "/raw", "contradiction", "is not what stands from start to end; leave the section's "
                    + "citations out to have them found again");
            return Optional.empty();
        }
        Optional<DocumentNumber> number = Optional.ofNullable(input.number()).flatMap(DocumentNumber::parse);
        if (input.number() != null && number.isEmpty()) {
            errors.add(pointer + "/number", "not-a-document-number", "is no document number");
        }
        if (!DirectiveInput.isInRange(input.issuedOn())) {
            errors.add(pointer + "/issuedOn", "out-of-range", "must be a date of four-figure years");
        }
        Citation.Role role = number.isPresent() ? Citation.Role.REFERENCE : Citation.Role.UNNUMBERED;
        return Optional.of(new Citation(paragraph.eId(), input.start(), input.end(), input.raw(), role, input.type(),
                number.orElse(null), input.issuedOn(), input.issuer(), input.title(),
                pinpoints(input.pinpoints(), pointer + "/pinpoints"), divisions(input.divisions(), pointer + "/divisions")));
    }

    private List<EId> divisions(List<String> inputs, String pointer) {
        List<EId> divisions = new ArrayList<>();
        for (int i = 0; inputs != null && i < inputs.size(); i++) {
            Optional<EId> eId = EId.parse(inputs.get(i));
            if (inputs.get(i) != null && eId.isEmpty()) {
                errors.add(pointer + "/" + i, "wrong-form", "must be the eId of a part, such as chp_II or annex_I");
            }
            eId.ifPresent(divisions::add);
        }
        return divisions;
    }

    private List<Pinpoint> pinpoints(List<PinpointInput> inputs, String pointer) {
        List<Pinpoint> pinpoints = new ArrayList<>();
        for (int i = 0; inputs != null && i < inputs.size(); i++) {
            PinpointInput input = inputs.get(i);
            try {
                if (input != null && input.article() != null) {
                    pinpoints.add(new Pinpoint(input.article(), input.clause(), input.point()));
                }
            } catch (IllegalArgumentException e) {
                errors.add(pointer + "/" + i, "wrong-form", "must have numbers of parts such as 5, 7a and đ");
            }
        }
        return pinpoints;
    }

    /** Whether an offset stands inside a character of two code units. */
    static boolean splitsCharacter(String text, int offset) {
        return offset > 0 && offset < text.length() && Character.isSurrogatePair(text.charAt(offset - 1), text.charAt(offset));
    }
}

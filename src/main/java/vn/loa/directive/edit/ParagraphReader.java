package vn.loa.directive.edit;

import java.util.List;
import vn.loa.directive.edit.SectionInput.ParagraphInput;
import vn.loa.problem.FieldErrors;
import vn.loa.text.fold.VietnameseText;
import vn.loa.text.structure.EId;
import vn.loa.text.structure.Paragraph;
import vn.loa.text.structure.Table;

/** Makes a paragraph, or a table, of an editor's input. */
final class ParagraphReader {

    private final FieldErrors errors;

    ParagraphReader(FieldErrors errors) {
        this.errors = errors;
    }

    /** Reports what is missing, also where nothing is known of the section around it. */
    void check(List<ParagraphInput> inputs, String pointer) {
        for (int i = 0; inputs != null && i < inputs.size(); i++) {
            ParagraphInput input = inputs.get(i);
            if (input != null && input.rows() == null) {
                if (input.kind() != null) {
                    errors.add(pointer + "/" + i + "/rows", "not-null", "must be given for a table");
                } else if (input.text() == null) {
                    errors.add(pointer + "/" + i + "/text", "not-null", "must be given");
                }
            }
        }
    }

    /** May have reported errors; the paragraph is one in any case, so that the reading can go on. */
    Paragraph read(ParagraphInput input, EId eId, String pointer) {
        Table table = input.rows() == null || errors.has(pointer) ? null : TableInput.table(input.rows());
        if (table == null) {
            if (input.text() != null && input.text().isEmpty()) {
                errors.add(pointer + "/text", "not-blank", "must not be empty");
            }
            return new Paragraph(eId, input.text() == null ? "" : input.text());
        }
        if (VietnameseText.line(table.text().replace('|', ' ')) == null) {
            errors.add(pointer + "/rows", "not-blank", "must have words");
        } else if (table.text().length() > SectionInput.LONGEST_PARAGRAPH) {
            errors.add(pointer + "/rows", "size", "must have at most " + SectionInput.LONGEST_PARAGRAPH + " characters in all cells");
        } else if (input.text() != null && !input.text().equals(VietnameseText.oneLine(table.text()))) {
            errors.add(pointer + "/text", "contradiction", "is not what the rows say; leave it out to have it made of them");
        }
        return new Paragraph(eId, table);
    }
}

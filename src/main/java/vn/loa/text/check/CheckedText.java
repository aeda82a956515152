package vn.loa.text.check;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import vn.loa.text.citation.Citation;
import vn.loa.text.citation.CitationFinder;
import vn.loa.text.structure.EId;
import vn.loa.text.structure.Paragraph;

/**
 * Finds what a text says of documents, whoever wrote it: a letter, a page, the answer of a model. Needs no other knowledge than
 * the text.
 */
public final class CheckedText {

    /**
     * @param statements in the order of the text
     * @param readTo the offset up to which the text was read; its length unless it names more documents than are wanted
     */
    public record Reading(List<LegalStatement> statements, int readTo) {
    }

    private CheckedText() {}

    /**
     * The statements of a text. A reference to the text itself or to its parts ("Điều này", "Nghị định này") is none.
     *
     * @param most how many are wanted, and how many parts of documents they may name together
     */
    public static Reading read(String text, int most) {
        List<SourceLine> lines = SourceText.lines(text);
        List<Paragraph> paragraphs = new ArrayList<>(lines.size());
        for (int i = 0; i < lines.size(); i++) {
            paragraphs.add(new Paragraph(EId.of("p", Integer.toString(i + 1)), lines.get(i).text()));
        }
        List<Citation> citations = CitationFinder.citations(paragraphs, null);
        Map<EId, List<Citation>> byLine = new HashMap<>();
        citations.forEach(citation -> byLine.computeIfAbsent(citation.paragraphEId(), eId -> new ArrayList<>()).add(citation));
        List<LegalStatement> statements = new ArrayList<>();
        int parts = 0;
        for (int i = 0; i < lines.size(); i++) {
            for (LegalStatement statement : new LineReader(lines.get(i), text, byLine.getOrDefault(paragraphs.get(i).eId(), List.of())).read()) {
                parts += statement.parts().size();
                // The first one is read, whatever it names.
                if (statements.size() == most || parts > most && !statements.isEmpty()) {
                    return new Reading(List.copyOf(statements), statement.start());
                }
                statements.add(statement);
            }
        }
        return new Reading(List.copyOf(statements), text.length());
    }
}

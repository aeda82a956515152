package vn.loa.text.consolidate;

import java.util.ArrayList;
import java.util.List;
import vn.loa.text.structure.EId;
import vn.loa.text.structure.Note;
import vn.loa.text.structure.Paragraph;
import vn.loa.text.structure.Section;
import vn.loa.text.structure.SectionNote;

/** Finds and changes words inside provisions. */
final class Phrases {
    private static final int HEADING = -1;
    /** Characters that all searches together may read or write: some hundred long texts. */
    private static final long MOST = 300_000_000;

    private long effort = MOST;

    /**
     * The one place of a phrase.
     *
     * @param paragraph the index of the paragraph in the section; -1 for the heading
     */
    record Place(Node node, int paragraph, int start, int end) {
        EId section() {
            return node.eId();
        }

        String text() {
            return paragraph == HEADING ? node.section().heading() : node.section().paragraphs().get(paragraph).text();
        }
    }

    /** The only place of these words in a section and everything below it. */
    Place find(Node within, String phrase) {
        List<Place> found = new ArrayList<>();
        for (Node node : within.tree()) {
            Section section = node.section();
            if (section == null) {
                continue;
            }
            if (section.heading() != null) {
                search(node, HEADING, section.heading(), phrase, found);
            }
            for (int i = 0; i < section.paragraphs().size(); i++) {
                search(node, i, section.paragraphs().get(i).text(), phrase, found);
            }
            if (found.size() > 1) {
                throw new RefusedException(Refusal.PHRASE_REPEATED);
            }
        }
        if (found.isEmpty()) {
            throw new RefusedException(Refusal.PHRASE_NOT_FOUND);
        }
        Place place = found.get(0);
        if (place.paragraph >= 0 && place.node.section().paragraphs().get(place.paragraph).table() != null) {
            throw new RefusedException(Refusal.PHRASE_IN_TABLE);
        }
        return place;
    }

    private void search(Node node, int paragraph, String text, String phrase, List<Place> found) {
        spend(text.length());
        for (int at = text.indexOf(phrase); at >= 0 && found.size() < 2; at = text.indexOf(phrase, at + 1)) {
            int end = at + phrase.length();
            boolean inWord = at > 0 && isWord(phrase, 0) && isWord(text, at - 1)
                    || end < text.length() && isWord(phrase, phrase.length() - 1) && isWord(text, end);
            if (!inWord) {
                found.add(new Place(node, paragraph, at, end));
            }
        }
    }

    private void spend(int characters) {
        effort -= characters;
        if (effort < 0) {
            throw new RefusedException(Refusal.WORK_LIMIT);
        }
    }

    private static boolean isWord(String text, int at) {
        return Character.isLetterOrDigit(text.charAt(at)) || Character.getType(text.charAt(at)) == Character.NON_SPACING_MARK;
    }

    /** Puts other words at a place; none removes the words that stand there. */
    void replace(Place place, String words) {
        String text = place.text();
        spend(text.length());
        String before = text.substring(0, place.start());
        String after = text.substring(place.end());
        if (words.isEmpty() && (before.isEmpty() || before.endsWith(" ")) && (after.isEmpty() || " .,;:".indexOf(after.charAt(0)) >= 0)) {
            before = before.stripTrailing();
            after = before.isEmpty() ? after.stripLeading() : after;
        }
        String changed = before + words + after;
        if (changed.isBlank()) {
            throw new RefusedException(Refusal.NOTHING_LEFT);
        }
        Section section = place.node().section();
        if (place.paragraph() == HEADING) {
            place.node().replaceWith(heading(section, changed, place, changed.length() - text.length()));
        } else {
            List<Paragraph> paragraphs = new ArrayList<>(section.paragraphs());
            EId eId = paragraphs.get(place.paragraph()).eId();
            paragraphs.set(place.paragraph(), new Paragraph(eId, changed));
            place.node().replaceWith(section(section, section.heading(), paragraphs,
                    moved(section, eId, Note.Part.TEXT, place, changed.length() - text.length())));
        }
    }

    private static Section heading(Section section, String heading, Place place, int more) {
        return section(section, heading, section.paragraphs(), moved(section, section.eId(), Note.Part.HEADING, place, more));
    }

    static Section section(Section section, String heading, List<Paragraph> paragraphs, List<SectionNote> notes) {
        return new Section(section.eId(), section.parentEId(), section.level(), section.kind(), section.number(), section.marker(),
                heading, paragraphs, notes);
    }

    /** The notes of a section, where the marks behind the changed words stand now. */
    private static List<SectionNote> moved(Section section, EId at, Note.Part part, Place place, int more) {
        return section.notes().stream().map(note -> !note.at().equals(at) || note.part() != part || note.offset() <= place.start() ? note
                : new SectionNote(note.eId(), note.number(), note.part(), note.at(), Math.max(place.start(), note.offset() + more),
                        note.paragraphs())).toList();
    }
}

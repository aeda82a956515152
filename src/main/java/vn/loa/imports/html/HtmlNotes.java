package vn.loa.imports.html;

import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.jsoup.nodes.Node;
import vn.loa.text.fold.VietnameseText;

/**
 * Finds the notes of a page and their marks: links that lead to a note and back, as Word, LibreOffice and wikis write them
 * ({@code <a href="#_ftn1">[1]</a>}), or else raised figures and figures in brackets that a list of notes at the end counts.
 */
public final class HtmlNotes {

    private static final int MOST = 999;
    private static final Pattern FIGURES = Pattern.compile("[\\[(]?([0-9]{1,3})[\\])]?");
    /** Names that tools give to notes. */
    private static final Pattern NOTE_NAME =
            Pattern.compile("(?:_?(?:ftn|edn)|sd(?:foot|end)note|foot-?note|end-?note|cite_?note|fn|note)[-_:]?[0-9]{1,3}(?:sym)?", Pattern.CASE_INSENSITIVE);
    /** What is too large to be one note. */
    private static final String LARGE = "body, main, article, table, tbody, tr, form";

    private final Document document;
    private final HtmlWordsBefore nodes;
    private final List<HtmlNote> notes = new ArrayList<>();

    private HtmlNotes(Document document) {
        this.document = document;
        this.nodes = HtmlWordsBefore.in(document);
    }

    /** The notes of a page, which stays as it is. */
    public static HtmlNotes in(Document document) {
        HtmlNotes found = new HtmlNotes(document);
        found.linked();
        if (found.notes.isEmpty()) {
            found.notes.addAll(new HtmlNoteList(document, found.nodes).read());
        }
        return found;
    }

    public boolean isEmpty() {
        return notes.isEmpty();
    }

    /** Takes the notes out of the page, and leaves signs where their marks stood. */
    public HtmlMarks take() {
        List<HtmlMarks.Words> taken = new ArrayList<>();
        for (HtmlNote note : notes) {
            taken.add(new HtmlMarks.Words(note.number(), note.words()));
        }
        // A note may stand in the words of another one: so all are read before one is removed.
        notes.forEach(note -> note.elements().forEach(Node::remove));
        for (int i = 0; i < notes.size(); i++) {
            notes.get(i).mark().replace(HtmlMarks.sign(i));
        }
        return new HtmlMarks(taken);
    }

    private void linked() {
        Map<String, Element> named = new HashMap<>();
        for (Element element : document.select("[id], a[name]")) {
            List.of(element.id(), element.attr("name")).stream().filter(name -> !name.isEmpty())
                    .forEach(name -> named.putIfAbsent(name, element));
        }
        // Once each, whatever leads there: looking for the way back takes as long as the note is.
        Set<Element> tried = Collections.newSetFromMap(new IdentityHashMap<>());
        for (Element link : document.select("a[href^=#]")) {
            Element target = named.get(link.attr("href").substring(1));
            Matcher figures = FIGURES.matcher(VietnameseText.oneLine(link.text()));
            if (target == null || !figures.matches() || nodes.order(target) < nodes.order(link) || notes.size() == MOST) {
                continue;
            }
            int number = Integer.parseInt(figures.group(1));
            Element note = around(target, link);
            // The entries of a table of contents begin their lines.
            if (note != null && number > 0 && !nodes.before(link).isBlank() && tried.add(note)
                    && leadsBack(note, link, target, named)) {
                notes.add(new HtmlNote(number, HtmlNote.Mark.of(raised(link)), List.of(note)));
            }
        }
    }

    /** The element that holds the note and nothing else; null for none. */
    private Element around(Element target, Element link) {
        Element note = target;
        while (note != null && !note.isBlock()) {
            note = note.parent();
        }
        Element outer = note;
        while (outer != null && outer.parent() != null && !NOTE_NAME.matcher(outer.id()).matches() && !outer.is(LARGE)) {
            outer = outer.parent();
        }
        note = outer != null && NOTE_NAME.matcher(outer.id()).matches() ? outer : note;
        return note == null || note.is(LARGE) || note.is("td, th") || link.parents().contains(note) ? null : note;
    }

    /** Whether a note leads back to its mark, or a tool's name says that it is one. */
    private static boolean leadsBack(Element note, Element link, Element target, Map<String, Element> named) {
        if (NOTE_NAME.matcher(target.id()).matches() || NOTE_NAME.matcher(target.attr("name")).matches()) {
            return true;
        }
        return note.select("a[href^=#]").stream().map(back -> named.get(back.attr("href").substring(1)))
                .anyMatch(place -> place != null && (place == link || link.parents().contains(place) && !place.isBlock()
                        || place.parents().contains(link)));
    }

    /** The element that raises a link and has no other words. */
    private static Element raised(Element link) {
        Element outer = link;
        while (outer.parent() != null && !outer.parent().isBlock() && outer.parent().text().strip().equals(link.text().strip())) {
            outer = outer.parent();
        }
        return outer;
    }
}

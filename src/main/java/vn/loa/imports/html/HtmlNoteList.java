package vn.loa.imports.html;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.jsoup.nodes.Node;
import org.jsoup.nodes.TextNode;

/**
 * A list of notes at the end of a page, whose numbers count raised figures or figures in brackets of the text above. Raised
 * figures that no note counts stay powers: m², 10⁶.
 */
final class HtmlNoteList {

    private static final int MOST = 999;
    private static final int MOST_LOST = 2;
    /** So many of the notes have a mark in the text at least. */
    private static final double MARKED = 0.8;
    private static final Pattern FIGURES = Pattern.compile("\\s*[\\[(]?([0-9]{1,3})[\\])]?\\s*");
    private static final Pattern BRACKETS = Pattern.compile("\\[([0-9]{1,3})\\]");
    private static final Pattern OPENING = Pattern.compile("\\s*\\[([0-9]{1,3})\\]\\s*\\S.*", Pattern.DOTALL);
    /** The words before a power: a unit of length, or ten. */
    private static final Pattern POWER = Pattern.compile("(?:^|[^\\p{L}])(?:[kcdmhµn]?m|10)\\s*$");

    private final Document document;
    private final HtmlWordsBefore nodes;

    /** A place that may be a mark. */
    private record Place(int number, Node node, HtmlNote.Mark mark) {
    }

    /** A block that may open a note. */
    private record Start(int number, Element block, int at) {
    }

    HtmlNoteList(Document document, HtmlWordsBefore nodes) {
        this.document = document;
        this.nodes = nodes;
    }

    List<HtmlNote> read() {
        List<Element> blocks = document.body().stream().filter(element -> element.isBlock() && !HtmlBlock.holdsBlocks(element)
                && !element.is("td, th") && element.hasText()).toList();
        List<Start> starts = starts(blocks);
        if (starts.isEmpty()) {
            return List.of();
        }
        int first = nodes.order(starts.get(0).block);
        List<HtmlNote> notes = new ArrayList<>();
        List<Place> places = places();
        int next = 0;
        for (int i = 0; i < starts.size(); i++) {
            Start start = starts.get(i);
            int at = next;
            while (at < places.size() && nodes.order(places.get(at).node) < first && places.get(at).number != start.number) {
                at++;
            }
            if (at < places.size() && nodes.order(places.get(at).node) < first) {
                notes.add(new HtmlNote(start.number, places.get(at).mark, elements(starts, i, blocks)));
                next = at + 1;
            }
        }
        return notes.size() >= MARKED * starts.size() ? notes : List.of();
    }

    /** The blocks that open notes: the last list of the page that counts from 1. */
    private static List<Start> starts(List<Element> blocks) {
        List<Start> starts = new ArrayList<>();
        for (int at = 0; at < blocks.size(); at++) {
            Element block = blocks.get(at);
            int number = number(block);
            int last = starts.isEmpty() ? 0 : starts.get(starts.size() - 1).number;
            if (number == 1) {
                starts.clear();
                starts.add(new Start(1, block, at));
            } else if (!starts.isEmpty() && number > last && number <= last + 1 + MOST_LOST && starts.size() < MOST) {
                starts.add(new Start(number, block, at));
            }
        }
        return starts;
    }

    /** The number with which a block opens a note; 0 for none. */
    private static int number(Element block) {
        Matcher brackets = OPENING.matcher(block.wholeText());
        if (brackets.matches()) {
            return Integer.parseInt(brackets.group(1));
        }
        Node words = block.nodeStream().filter(node -> node instanceof TextNode text && !text.isBlank()).findFirst().orElse(block);
        Element raised = words.parent() instanceof Element parent ? parent.closest("sup") : null;
        Matcher figures = FIGURES.matcher(raised == null ? "" : raised.wholeText());
        return figures.matches() && raised.parents().contains(block) && block.wholeText().strip().length() > raised.wholeText().strip().length()
                ? Integer.parseInt(figures.group(1)) : 0;
    }

    /** The blocks of a note: the one that opens it and those up to the next one. */
    private List<Element> elements(List<Start> starts, int i, List<Element> blocks) {
        Element opening = starts.get(i).block;
        List<Element> all = new ArrayList<>(List.of(opening));
        if (i + 1 < starts.size()) {
            all.addAll(blocks.subList(starts.get(i).at + 1, starts.get(i + 1).at));
        }
        return all;
    }

    /** Where marks may stand, in order. */
    private List<Place> places() {
        List<Place> places = new ArrayList<>();
        for (Element raised : document.body().select("sup")) {
            Matcher figures = FIGURES.matcher(raised.wholeText());
            String before = nodes.before(raised);
            if (figures.matches() && !before.isBlank() && !POWER.matcher(before).find()) {
                places.add(new Place(Integer.parseInt(figures.group(1)), raised, HtmlNote.Mark.of(raised)));
            }
        }
        for (Node node : document.body().nodeStream().toList()) {
            if (node instanceof TextNode words && words.parent().closest("sup") == null) {
                Matcher brackets = BRACKETS.matcher(words.getWholeText());
                while (brackets.find()) {
                    if (brackets.start() > 0 || !nodes.before(words).isBlank()) {
                        places.add(new Place(Integer.parseInt(brackets.group(1)), words, HtmlNote.Mark.of(words, brackets.group())));
                    }
                }
            }
        }
        places.sort(Comparator.comparingInt(place -> nodes.order(place.node)));
        return places;
    }
}

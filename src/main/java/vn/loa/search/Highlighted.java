package vn.loa.search;

import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** A text with its matches, as offsets and as HTML. */
@Schema(name = "Highlighted", description = "A text, and where it has what was searched for.")
record Highlighted(
        @Schema(description = "The text itself.", required = true)
        String text,
        @Schema(description = "The places that match, in order.", required = true)
        List<Place> highlights,
        @Schema(description = "The same as HTML: each place is a `mark`, everything else is escaped.",
                examples = "<mark>Chỉ thị</mark> số <mark>22-CT/TU</mark>", required = true)
        String html) {

    /** A match in the text. */
    @Schema(name = "Highlight", description = "A place in a text, in UTF-16 code units, as JavaScript counts.")
    public record Place(
            @Schema(description = "Where it begins.", required = true) int start,
            @Schema(description = "Where it has ended.", required = true) int end) {
    }

    public Highlighted {
        highlights = List.copyOf(highlights);
    }

    static Highlighted of(String text, List<Place> places) {
        StringBuilder html = new StringBuilder(text.length() + 16 * places.size());
        int last = 0;
        for (Place place : places) {
            escape(text, last, place.start, html);
            html.append("<mark>");
            escape(text, place.start, place.end, html);
            html.append("</mark>");
            last = place.end;
        }
        escape(text, last, text.length(), html);
        return new Highlighted(text, places, html.toString());
    }

    private static void escape(String text, int start, int end, StringBuilder html) {
        for (int i = start; i < end; i++) {
            char c = text.charAt(i);
            switch (c) {
                case '&' -> html.append("&amp;");
                case '<' -> html.append("&lt;");
                case '>' -> html.append("&gt;");
                case '"' -> html.append("&quot;");
                case '\'' -> html.append("&#39;");
                default -> html.append(c);
            }
        }
    }
}

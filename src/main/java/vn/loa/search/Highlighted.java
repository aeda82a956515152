package vn.loa.search;

import java.util.List;

/** A text with its matches, as offsets and as HTML. */
record Highlighted(
        String text,
        List<Place> highlights,
        String html) {

    /** A match in the text. */
    public record Place(
            int start,
            int end) {
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

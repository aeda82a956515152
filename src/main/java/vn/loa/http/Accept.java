package vn.loa.http;

import jakarta.ws.rs.core.HttpHeaders;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import vn.loa.problem.Problem;
import vn.loa.problem.ProblemType;

/** Reads the {@code Accept} header (RFC 9110, section 12.5.1), and chooses among the media types that an operation offers. */
public final class Accept {

    private static final Pattern RANGE = Pattern.compile("\\s*(\\*|[!#$%&'*+.^_`|~0-9A-Za-z-]+/[!#$%&'*+.^_`|~0-9A-Za-z-]+)"
            + "\\s*(;.*)?");
    private static final Pattern QUALITY = Pattern.compile(";\\s*q\\s*=\\s*(0(?:\\.\\d*)?|1(?:\\.0*)?)\\s*(?=;|$)",
            Pattern.CASE_INSENSITIVE);

    /** @param type {@code text/html}, {@code text/*} or {@code *}{@code /*}, in lower case */
    private record Range(String type, double quality) {

        boolean covers(String mediaType) {
            return type.equals("*/*") || type.equals(mediaType)
                    || type.endsWith("/*") && mediaType.startsWith(type.substring(0, type.length() - 1));
        }

        int precision() {
            return type.equals("*/*") ? 0 : type.endsWith("/*") ? 1 : 2;
        }
    }

    private Accept() {
    }

    /**
     * The offered media type that the client prefers. Parameters of media types are ignored.
     *
     * @param header null when it was not sent; parts of it that are no media ranges are ignored
     * @param offered media types, the operation's preferred one first
     * @return empty when the client accepts none of them
     */
    public static Optional<String> choose(String header, List<String> offered) {
        if (header == null || header.isBlank()) {
            return offered.stream().findFirst();
        }
        List<Range> ranges = ranges(header);
        // Of equal qualities the first offer is taken: max() would take the last.
        return offered.stream().filter(type -> quality(type, ranges) > 0)
                .min(Comparator.comparingDouble(type -> -quality(type, ranges)));
    }

    /** Old Java clients send {@code *} for {@code *}{@code /*}. */
    private static List<Range> ranges(String header) {
        List<Range> ranges = new ArrayList<>();
        for (String part : header.split(",")) {
            Matcher range = RANGE.matcher(part);
            if (range.matches()) {
                String type = range.group(1).equals("*") ? "*/*" : range.group(1).toLowerCase(Locale.ROOT);
                ranges.add(new Range(type, quality(range.group(2))));
            }
        }
        return ranges;
    }

    /** The valid media ranges of a header, without anything else; empty when it has none. */
    public static String validRanges(String header) {
        return ranges(header).stream().map(range -> range.type + ";q=" + range.quality).collect(Collectors.joining(", "));
    }

    /**
     * Chooses the form of an answer in an operation that has several forms. A wildcard stands for any form that it matches.
     *
     * @throws ProblemException 406 when the client accepts none of them
     */
    public static String choose(HttpHeaders request, List<String> offered) {
        // A request may have the header several times.
        List<String> header = request.getRequestHeader(HttpHeaders.ACCEPT);
        return choose(header == null ? null : String.join(",", header), offered)
                .orElseThrow(() -> Problem.of(ProblemType.NOT_ACCEPTABLE, "This is here as " + String.join(", ", offered) + ".")
                        .asException().withHeader(HttpHeaders.VARY, HttpHeaders.ACCEPT));
    }

    /** Whether the client says that it does not want this media type ({@code q=0}), and not just nothing of it. */
    public static boolean refuses(String header, String mediaType) {
        List<Range> ranges = ranges(header);
        return ranges.stream().anyMatch(range -> range.covers(mediaType)) && quality(mediaType, ranges) == 0;
    }

    private static double quality(String parameters) {
        Matcher quality = QUALITY.matcher(parameters == null ? "" : parameters);
        return quality.find() ? Double.parseDouble(quality.group(1)) : 1;
    }

    /** The quality of the most precise range that covers the media type. */
    private static double quality(String mediaType, List<Range> ranges) {
        return ranges.stream().filter(range -> range.covers(mediaType))
                .max(Comparator.comparingInt(Range::precision).thenComparingDouble(Range::quality))
                .map(Range::quality).orElse(0.0);
    }
}

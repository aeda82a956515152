package vn.loa.fuzz;

import java.util.List;
import java.util.stream.Stream;

/** Values at the edges of what Java, PostgreSQL, HTTP and readers know. */
final class Hostile {

    static final List<String> DATES = List.of("2022-07-13", "2024-02-29", "2023-02-29", "2022-02-30", "2026-07-15", "0000-01-01",
            "0001-01-01", "0001-01-02", "-0001-12-31", "-4712-01-01", "-4713-11-24", "0999-12-31", "1000-01-01", "1582-10-10",
            "9999-12-30", "9999-12-31", "10000-01-01", "+10000-01-01", "294276-12-31", "+294276-12-31", "+294277-01-01",
            "5874897-12-31", "+5874897-12-31", "+5874898-01-01", "+999999999-12-31", "-999999999-01-01", "infinity",
            "-infinity", "epoch", "now", "today", "2022-7-3", "2022-07-13T00:00:00Z", "20220713", "13/07/2022", "2022-W28-3");

    static final List<String> INSTANTS = List.of("2026-07-15T05:00:00Z", "2026-07-16T08:00:00", "2026-07-16T08:00:00+07:00",
            "2026-12-01T08:00:00Z", "2026-07-15T05:00:00.123456789Z", "2026-07-15T05:00:00.9999999999Z", "2026-07-15T24:00:00Z",
            "2026-07-15T23:59:60Z", "2026-07-15T05:00:00+18:00", "2026-07-15T05:00:00-18:00", "2026-07-15T05:00:00+18:01",
            "2026-07-15T05:00:00+19:00", "2026-07-15T05:00Z", "2026-07-15t05:00:00z", "0000-01-01T00:00:00Z",
            "0001-01-01T00:00:00Z", "0001-01-01T00:00:01Z", "0001-01-02T00:00:00+18:00", "-4712-01-01T00:00:00Z",
            "9999-12-30T23:59:59Z", "9999-12-31T23:59:59.999999Z", "9999-12-31T23:59:59-18:00", "+10000-01-01T00:00:00Z",
            "+294276-12-31T23:59:59Z", "+1000000000-12-31T23:59:59.999999999Z", "-1000000000-01-01T00:00:00Z",
            "2036-07-22T05:00:00Z", "2036-07-23T05:00:01Z", "2024-02-29T00:00:00Z", "2023-02-29T00:00:00Z", "1784091600", "infinity");

    static final List<String> NUMBERS = List.of("0", "1", "2", "3", "7", "20", "100", "101", "-1", "-0", "+1", "01", "1.0", "1e3",
            "1.5", "366", "367", "1000", "20000", "2147483647", "2147483648", "-2147483648", "-2147483649", "9223372036854775807",
            "9223372036854775808", "-9223372036854775808", "100000000000000000000000000000", "NaN", "Infinity", "0x10", "٣", " 1",
            "1 ", "");

    static final List<String> INVISIBLE = List.of("", " ", "\u200B", "\u00AD", "\u0000", "\u0001\u001F", "\uFEFF", "\u2060",
            "\u00A0\u200B", "\u034F", "\u3164", "\u2800", "\uDB40\uDC41", "\u2028", "\t\r\n", "\u202E", "\u0085");

    static final List<String> WORDS = List.of("luật", "Chỉ thị", "22-CT/TU", "30/2020/NĐ-CP", "chi thi", "sec_1", "sec_1__p_1",
            "a,b", ",", ",,", "'", "\"", "\\", "%", "_", "*", ":*", "& | !", "<->", "\"a b\"", "\"", ":f0", "?1", "{x}", "$1", "${x}",
            "#{x}", "--", ";", "()", "(", "[", "null", "true", "🙂", "e\u0301", "\uFFFF", "\uFFFE", "\uD83D", "\uDE42", "ð", "Ð",
            "\uFB2C", "İ", "ß", "<script>", "<p>a</p>", "]]>", "&amp;", "&#0;", "../..", "/", "//", ".", "..", "a/b", "a?b#c",
            "published", "draft", "title", "-title", "title,title", "x".repeat(300), "ộ".repeat(101), "\u0301".repeat(200),
            "a ".repeat(600), "01a206d2-563a-7e8e-8a6a-736bf594a420", "1-1-1-1-1", "AAAAAAAAAAAAAAAAAAAAAA==");

    static final List<String> ACCEPT = List.of("*/*", "application/json", "application/*", "text/*", "text/html", "text/csv",
            "text/plain", "text/markdown", "application/akn+xml", "application/problem+json", "application/json;q=0", "*/*;q=0",
            "application/*;q=0.5", "application/*, text/html", "text/html;q=0.2, application/json;q=0.1", "application/json;charset=x",
            "application/json;q=2", "application/json;q=x", "image/png", "image/*", "text/event-stream", "application/rss+xml",
            "application/atom+xml", "application/ld+json", "application/feed+json", "application/xml", "application/yaml", "x",
            "text", "/", "a/b/c", "text/html, x", "", " ", ",", ";", "*", "*/json", "é/ü", "text/html;", "a/b;c=\"d", "APPLICATION/JSON");

    static final List<String> CONTENT_TYPES = List.of("application/json", "application/json; charset=utf-8",
            "application/json;charset=utf-16", "application/json;charset=x", "application/jsonx", "APPLICATION/JSON",
            "application/merge-patch+json", "application/*", "*/*", "text/plain", "text/plain; charset=windows-1258",
            "text/plain;charset=", "text/html", "multipart/form-data", "multipart/form-data; boundary=",
            "multipart/form-data; boundary=x", "application/x-www-form-urlencoded", "image/gif", "image/png", "application/pdf",
            "application/octet-stream", "x", "", "/", "application/", "application/json;;", "application/json, text/plain", "é");

    /** Headers that change the answer, with values that are odd or invalid. */
    static final List<String[]> HEADERS = List.of(
            new String[] {"If-Match", "*", "\"x\"", "W/\"x\"", "", "x", "\"", "\"a\", \"b\"", "é"},
            new String[] {"If-None-Match", "*", "\"x\"", "W/\"x\"", "", "x", "\"", "\"a\",,\"b\""},
            new String[] {"If-Modified-Since", "Wed, 15 Jul 2026 05:00:00 GMT", "Sun, 31 Dec 9999 23:59:59 GMT",
                "Thu, 01 Jan 0000 00:00:00 GMT", "Wed, 30 Feb 2026 05:00:00 GMT", "x", "", "0"},
            new String[] {"If-Unmodified-Since", "Wed, 15 Jul 2026 05:00:00 GMT", "x", ""},
            new String[] {"Range", "bytes=0-0", "bytes=0-", "bytes=-1", "bytes=-0", "bytes=5-2", "bytes=0-0,2-3", "bytes=",
                "bytes=x-y", "bytes=99999999999999999999-", "bytes=0-99999999999999999999", "lines=1-2", ""},
            new String[] {"If-Range", "\"x\"", "x", "Wed, 15 Jul 2026 05:00:00 GMT", ""},
            new String[] {"Idempotency-Key", "k1", "k2", "k3", "", "é", "a b", "x".repeat(255), "x".repeat(256)},
            new String[] {"Cache-Control", "no-cache", "no-store", "max-age=0", "only-if-cached", "max-age=x", "", ",,"},
            new String[] {"Accept-Language", "vi", "*", "x;q=9", ""}, new String[] {"Accept-Encoding", "gzip", "identity;q=0", ""},
            new String[] {"Content-Encoding", "gzip", "identity", "x", ""}, new String[] {"Expect", "100-continue", "x"},
            new String[] {"Origin", "https://a.example", "null", "", "x"}, new String[] {"traceparent", "x", "",
                "00-4bf92f3577b34da6a3ce929d0e0e4736-00f067aa0ba902b7-01", "00-00000000000000000000000000000000-0000000000000000-00"},
            new String[] {"Loa-Reader-Address", "203.0.113.7", "::1", "x", "", "203.0.113.7, 1.1.1.1", "1.2.3", "fe80::1%eth0"},
            new String[] {"User-Agent", "Mozilla/5.0", "Googlebot/2.1", "", "é", "x".repeat(2000)},
            new String[] {"Forwarded", "for=203.0.113.7", "for=\"[::1]:80\"", "for", "", ";;,,"},
            new String[] {"X-Forwarded-Host", "evil.example", ""}, new String[] {"X-Forwarded-Proto", "https", "x"},
            new String[] {"X-HTTP-Method-Override", "DELETE"}, new String[] {"Purpose", "prefetch"}, new String[] {"Cookie", "a=b; c"},
            new String[] {"Access-Control-Request-Method", "POST", "x", ""}, new String[] {"TE", "trailers", "x"});

    private static final List<String> ALL = Stream.of(DATES, INSTANTS, NUMBERS, INVISIBLE, WORDS).flatMap(List::stream).toList();

    private Hostile() {
    }

    static String any(Dice dice) {
        return dice.pick(ALL);
    }

    /** Values to try a parameter or a field of this form with. */
    static List<String> of(String type, String format) {
        return switch (String.valueOf(format)) {
            case "date" -> DATES;
            case "date-time" -> INSTANTS;
            default -> type.equals("integer") || type.equals("number") ? NUMBERS : ALL;
        };
    }
}

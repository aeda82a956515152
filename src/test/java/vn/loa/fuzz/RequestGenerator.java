package vn.loa.fuzz;

import com.fasterxml.jackson.databind.JsonNode;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import vn.loa.support.OpenApiContract;
import vn.loa.support.OpenApiContract.Operation;

/** Makes requests of the contract's operations. Each depends only on the seed, its index, and the values known by then. */
final class RequestGenerator {

    private static final Pattern PARAMETER = Pattern.compile("\\{([^}]+)}");
    private static final List<String> METHODS = List.of("GET", "HEAD", "OPTIONS", "POST", "PUT", "PATCH", "DELETE", "BREW", "get");

    private final OpenApiContract contract;
    private final List<Operation> operations;
    private final Known known;
    private final List<String> keys;
    private final long seed;

    /** @param keys that callers show, those that may most first */
    RequestGenerator(OpenApiContract contract, Known known, List<String> keys, long seed) {
        this.contract = contract;
        this.operations = contract.operations().toList();
        this.known = known;
        this.keys = keys;
        this.seed = seed;
    }

    FuzzRequest request(int index) {
        Dice dice = Dice.of(seed, index);
        Operation operation = dice.pick(operations);
        String method = operation.method().toUpperCase(Locale.ROOT);
        if (dice.oddOneIn(25)) {
            method = dice.pick(METHODS);
        } else if (method.equals("GET") && dice.oddOneIn(15)) {
            method = "HEAD";
        }
        String path = path(operation, dice);
        List<Map.Entry<String, String>> headers = headers(operation, path, dice);
        // Each seems to come from an address of its own, as the callers of a site do.
        headers.add(Map.entry("X-Forwarded-For", "198.18." + dice.below(256) + "." + dice.below(256)));
        byte[] body = body(operation, headers, index, dice);
        return new FuzzRequest(operation, method, path + query(operation, path, dice), headers, body,
                body != null && dice.oddOneIn(8));
    }

    private String path(Operation operation, Dice dice) {
        String collection = Known.collection(operation.path());
        Matcher parameter = PARAMETER.matcher(operation.path());
        StringBuilder path = new StringBuilder();
        while (parameter.find()) {
            String name = parameter.group(1);
            String value = dice.oddOneIn(12) ? Hostile.any(dice) : switch (name) {
                case "number", "other" -> String.valueOf(1 + dice.below(3));
                case "day" -> dice.plain() || dice.oneIn(2) ? "2026-07-0" + (1 + dice.below(9)) : dice.pick(Hostile.DATES);
                case "code" -> dice.pick(List.of("not-found", "gone", "conflict", "x"));
                case "article" -> known.any(dice.oneIn(3) ? "slug" : "articles", dice).orElse("01a206d2-563a-7e8e-8a6a-736bf594a420");
                case "eId", "token" -> known.any(name, dice).orElse("sec_1");
                default -> known.any(collection, dice).orElse("01a206d2-563a-7e8e-8a6a-736bf594a420");
            };
            parameter.appendReplacement(path, Matcher.quoteReplacement(encoded(value, dice)));
        }
        parameter.appendTail(path);
        return dice.oddOneIn(100) ? path + dice.pick(List.of("/", "//", "/x", ";a=b", "%00", "%2F", "/..", "%zz"))
                : path.toString();
    }

    private String query(Operation operation, String path, Dice dice) {
        List<JsonNode> declared = new ArrayList<>();
        operation.definition().path("parameters").forEach(parameter -> {
            if (contract.resolve(parameter).path("in").asText().equals("query")) {
                declared.add(contract.resolve(parameter));
            }
        });
        StringBuilder query = new StringBuilder();
        declared.stream().filter(parameter -> parameter.path("required").asBoolean() && !dice.oddOneIn(20))
                .forEach(parameter -> append(query, parameter, path, dice));
        for (int n = declared.isEmpty() ? 0 : dice.below(dice.plain() ? 2 : 4); n > 0; n--) {
            append(query, dice.pick(declared), path, dice);
        }
        if (dice.oddOneIn(40)) {
            query.append('&').append(encoded(Hostile.any(dice), dice)).append('=').append(encoded(Hostile.any(dice), dice));
        }
        return query.isEmpty() ? "" : "?" + query.substring(1);
    }

    private void append(StringBuilder query, JsonNode parameter, String path, Dice dice) {
        String name = parameter.path("name").asText();
        JsonNode schema = contract.resolve(parameter.path("schema"));
        String value = !dice.oddOneIn(3) ? likely(name, parameter, schema, path, dice)
                : dice.pick(Hostile.of(schema.path("type").asText(), schema.path("format").asText(null)));
        query.append('&').append(name.replace("[", "%5B").replace("]", "%5D")).append('=').append(encoded(value, dice));
    }

    private String likely(String name, JsonNode parameter, JsonNode schema, String path, Dice dice) {
        JsonNode words = schema.has("enum") ? schema.path("enum") : schema.path("items").path("enum");
        if (!words.isEmpty()) {
            String word = words.get(dice.below(words.size())).asText();
            return schema.has("items") && dice.oneIn(2)
                    ? word + "," + words.get(dice.below(words.size())).asText() : word;
        }
        if (schema.path("type").asText().equals("integer")) {
            int least = schema.path("minimum").asInt(1);
            return String.valueOf(least + dice.below(Math.max(1, Math.min(30, schema.path("maximum").asInt(30) - least))));
        }
        return switch (name) {
            case "cursor" -> known.any("cursor " + path, dice).orElse("x");
            case "articleId", "subjectId" -> known.any("articles", dice).orElse("x");
            case "fileName" -> "tệp.gif";
            case "q" -> known.any("number", dice).orElse("chỉ thị");
            case "since" -> known.any("cursor " + path, dice).orElse("now");
            default -> parameter.path("example").asText(schema.at("/examples/0").isArray() ? schema.at("/examples/0/0").asText()
                    : schema.at("/examples/0").asText(dice.pick(Hostile.WORDS)));
        };
    }

    /** Percent-encoded; now and then in another way, or not at all. */
    private static String encoded(String value, Dice dice) {
        String encoded = URLEncoder.encode(value, StandardCharsets.UTF_8);
        return switch (dice.plain() ? -1 : dice.below(25)) {
            case 0 -> encoded.toLowerCase(Locale.ROOT);
            case 1 -> value.matches("[!-~&&[^#?]]*") ? value : encoded.replace("+", "%20");
            case 2 -> encoded + "%" + "0123456789ABCDEFx".charAt(dice.below(17)) + "0";
            default -> encoded.replace("+", "%20");
        };
    }

    private List<Map.Entry<String, String>> headers(Operation operation, String path, Dice dice) {
        List<Map.Entry<String, String>> headers = new ArrayList<>();
        int caller = dice.plain() ? 0 : dice.below(20);
        if (caller < 10) {
            headers.add(Map.entry("Authorization", "Bearer " + keys.get(0)));
        } else if (caller < 15) {
            headers.add(Map.entry("Authorization", "Bearer " + dice.pick(keys)));
        } else if (caller == 15 && dice.oneIn(4)) {
            headers.add(Map.entry("Authorization", dice.pick(List.of("Bearer x", "Bearer", "Bearer ", "Basic eDp4", "", "Bearer é",
                    "bearer " + keys.get(0), "Bearer eyJhbGciOiJub25lIn0.e30.", "Bearer " + "x".repeat(500)))));
        }
        operation.definition().path("parameters").forEach(given -> {
            JsonNode parameter = contract.resolve(given);
            if (parameter.path("name").asText().equals("If-Match") && !dice.oddOneIn(6)) {
                headers.add(Map.entry("If-Match", dice.oneIn(2) ? "*"
                        : known.any("If-Match " + path, dice).orElse("*")));
            } else if (parameter.path("name").asText().equals("If-None-Match") && dice.oddOneIn(10)) {
                headers.add(Map.entry("If-None-Match", known.any("If-None-Match", dice).orElse("*")));
            }
        });
        if (dice.oddOneIn(4)) {
            headers.add(Map.entry("Accept", dice.pick(Hostile.ACCEPT)));
        }
        for (int n = dice.oddOneIn(4) ? 1 + dice.below(2) : 0; n > 0; n--) {
            String[] header = dice.pick(Hostile.HEADERS);
            headers.add(Map.entry(header[0], header[1 + dice.below(header.length - 1)]));
        }
        return headers;
    }

    private byte[] body(Operation operation, List<Map.Entry<String, String>> headers, int index, Dice dice) {
        JsonNode contents = operation.definition().path("requestBody").path("content");
        if (contents.isEmpty()) {
            if (!dice.oddOneIn(20)) {
                return null;
            }
            headers.add(Map.entry("Content-Type", dice.pick(Hostile.CONTENT_TYPES)));
            return dice.pick(List.of("", "{}", "x")).getBytes(StandardCharsets.UTF_8);
        }
        List<String> types = new ArrayList<>();
        contents.fieldNames().forEachRemaining(types::add);
        String type = dice.pick(types);
        int oddity = dice.plain() ? 16 : dice.below(16);
        if (oddity > 1) {
            headers.add(Map.entry("Content-Type", type));
        } else if (oddity == 1) {
            headers.add(Map.entry("Content-Type", dice.pick(Hostile.CONTENT_TYPES)));
        }
        if (dice.oddOneIn(25)) {
            return dice.oneIn(2) ? null : new byte[0];
        }
        return new Bodies(contract, known, dice, index).of(type, contents.path(type));
    }
}

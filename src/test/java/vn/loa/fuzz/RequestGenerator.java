package vn.loa.fuzz;

import com.fasterxml.jackson.databind.JsonNode;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.random.RandomGenerator;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import vn.loa.support.OpenApiContract;
import vn.loa.support.OpenApiContract.Operation;

/** Makes requests of the contract's operations: each is a function of the seed, its index and what is known by then. */
final class RequestGenerator {

    private static final Pattern PARAMETER = Pattern.compile("\\{([^}]+)}");
    private static final List<String> METHODS = List.of("GET", "HEAD", "OPTIONS", "POST", "PUT", "PATCH", "DELETE", "BREW", "get");
    private static final long GOLDEN = 0x9E3779B97F4A7C15L;

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
        RandomGenerator random = new SplittableRandom(mixed(seed + index * GOLDEN));
        Operation operation = Hostile.pick(operations, random);
        String method = operation.method().toUpperCase(Locale.ROOT);
        if (random.nextInt(25) == 0) {
            method = Hostile.pick(METHODS, random);
        } else if (method.equals("GET") && random.nextInt(15) == 0) {
            method = "HEAD";
        }
        String path = path(operation, random);
        List<Map.Entry<String, String>> headers = headers(operation, path, random);
        // Each seems to come from an address of its own, as the callers of a site do.
        headers.add(Map.entry("X-Forwarded-For", "198.18." + random.nextInt(256) + "." + random.nextInt(256)));
        byte[] body = body(operation, headers, index, random);
        return new FuzzRequest(operation, method, path + query(operation, path, random), headers, body,
                body != null && random.nextInt(8) == 0);
    }

    /** Neighbours would be one stream of numbers, each a step behind the other. */
    private static long mixed(long seed) {
        long mixed = (seed ^ seed >>> 33) * 0xFF51AFD7ED558CCDL;
        return mixed ^ mixed >>> 33;
    }

    private String path(Operation operation, RandomGenerator random) {
        String collection = Known.collection(operation.path());
        Matcher parameter = PARAMETER.matcher(operation.path());
        StringBuilder path = new StringBuilder();
        while (parameter.find()) {
            String name = parameter.group(1);
            String value = random.nextInt(12) == 0 ? Hostile.any(random) : switch (name) {
                case "number", "from", "to" -> String.valueOf(1 + random.nextInt(3));
                case "day" -> random.nextBoolean() ? "2026-07-0" + (1 + random.nextInt(9)) : Hostile.pick(Hostile.DATES, random);
                case "code" -> Hostile.pick(List.of("not-found", "gone", "conflict", "x"), random);
                case "eId", "slug", "token" -> known.any(name, random).orElse("sec_1");
                default -> known.any(collection, random).orElse("01a206d2-563a-7e8e-8a6a-736bf594a420");
            };
            parameter.appendReplacement(path, Matcher.quoteReplacement(encoded(value, random)));
        }
        parameter.appendTail(path);
        return random.nextInt(150) == 0 ? path + Hostile.pick(List.of("/", "//", "/x", ";a=b", "%00", "%2F", "/..", "%zz"), random)
                : path.toString();
    }

    private String query(Operation operation, String path, RandomGenerator random) {
        List<JsonNode> declared = new ArrayList<>();
        operation.definition().path("parameters").forEach(parameter -> {
            if (contract.resolve(parameter).path("in").asText().equals("query")) {
                declared.add(contract.resolve(parameter));
            }
        });
        StringBuilder query = new StringBuilder();
        declared.stream().filter(parameter -> parameter.path("required").asBoolean() && random.nextInt(20) > 0)
                .forEach(parameter -> append(query, parameter, path, random));
        for (int n = declared.isEmpty() ? 0 : random.nextInt(4); n > 0; n--) {
            append(query, Hostile.pick(declared, random), path, random);
        }
        if (random.nextInt(40) == 0) {
            query.append('&').append(encoded(Hostile.any(random), random)).append('=').append(encoded(Hostile.any(random), random));
        }
        return query.isEmpty() ? "" : "?" + query.substring(1);
    }

    private void append(StringBuilder query, JsonNode parameter, String path, RandomGenerator random) {
        String name = parameter.path("name").asText();
        JsonNode schema = contract.resolve(parameter.path("schema"));
        String value = random.nextInt(4) < 3 ? likely(name, parameter, schema, path, random)
                : Hostile.pick(Hostile.of(schema.path("type").asText(), schema.path("format").asText(null)), random);
        query.append('&').append(name.replace("[", "%5B").replace("]", "%5D")).append('=').append(encoded(value, random));
    }

    private String likely(String name, JsonNode parameter, JsonNode schema, String path, RandomGenerator random) {
        JsonNode words = schema.has("enum") ? schema.path("enum") : schema.path("items").path("enum");
        if (!words.isEmpty()) {
            String word = words.get(random.nextInt(words.size())).asText();
            return schema.has("items") && random.nextBoolean()
                    ? word + "," + words.get(random.nextInt(words.size())).asText() : word;
        }
        if (schema.path("type").asText().equals("integer")) {
            int least = schema.path("minimum").asInt(1);
            return String.valueOf(least + random.nextInt(Math.max(1, Math.min(30, schema.path("maximum").asInt(30) - least))));
        }
        return switch (name) {
            case "cursor" -> known.any("cursor " + path, random).orElse("x");
            case "articleId", "subjectId" -> known.any("articles", random).orElse("x");
            case "fileName" -> "tệp.gif";
            case "since" -> known.any("cursor " + path, random).orElse("now");
            default -> parameter.path("example").asText(Hostile.pick(Hostile.WORDS, random));
        };
    }

    /** Percent-encoded; now and then in another way, or not at all. */
    private static String encoded(String value, RandomGenerator random) {
        String encoded = URLEncoder.encode(value, StandardCharsets.UTF_8);
        return switch (random.nextInt(30)) {
            case 0 -> encoded.toLowerCase(Locale.ROOT);
            case 1 -> value.matches("[!-~&&[^#?]]*") ? value : encoded.replace("+", "%20");
            case 2 -> encoded + "%" + "0123456789ABCDEFx".charAt(random.nextInt(17)) + "0";
            default -> encoded.replace("+", "%20");
        };
    }

    private List<Map.Entry<String, String>> headers(Operation operation, String path, RandomGenerator random) {
        List<Map.Entry<String, String>> headers = new ArrayList<>();
        int caller = random.nextInt(20);
        if (caller < 10) {
            headers.add(Map.entry("Authorization", "Bearer " + keys.get(0)));
        } else if (caller < 15) {
            headers.add(Map.entry("Authorization", "Bearer " + Hostile.pick(keys, random)));
        } else if (caller == 15 && random.nextInt(4) == 0) {
            headers.add(Map.entry("Authorization", Hostile.pick(List.of("Bearer x", "Bearer", "Bearer ", "Basic eDp4", "", "Bearer é",
                    "bearer " + keys.get(0), "Bearer eyJhbGciOiJub25lIn0.e30.", "Bearer " + "x".repeat(500)), random)));
        }
        operation.definition().path("parameters").forEach(given -> {
            JsonNode parameter = contract.resolve(given);
            if (parameter.path("name").asText().equals("If-Match") && random.nextInt(6) > 0) {
                headers.add(Map.entry("If-Match", random.nextBoolean() ? "*"
                        : known.any("If-Match " + path, random).orElse("*")));
            } else if (parameter.path("name").asText().equals("If-None-Match") && random.nextInt(10) == 0) {
                headers.add(Map.entry("If-None-Match", known.any("If-None-Match", random).orElse("*")));
            }
        });
        if (random.nextInt(5) == 0) {
            headers.add(Map.entry("Accept", Hostile.pick(Hostile.ACCEPT, random)));
        }
        for (int n = random.nextInt(5) == 0 ? 1 + random.nextInt(2) : 0; n > 0; n--) {
            String[] header = Hostile.pick(Hostile.HEADERS, random);
            headers.add(Map.entry(header[0], header[1 + random.nextInt(header.length - 1)]));
        }
        return headers;
    }

    private byte[] body(Operation operation, List<Map.Entry<String, String>> headers, int index, RandomGenerator random) {
        JsonNode contents = operation.definition().path("requestBody").path("content");
        if (contents.isEmpty()) {
            if (random.nextInt(20) > 0) {
                return null;
            }
            headers.add(Map.entry("Content-Type", Hostile.pick(Hostile.CONTENT_TYPES, random)));
            return Hostile.pick(List.of("", "{}", "x"), random).getBytes(StandardCharsets.UTF_8);
        }
        List<String> types = new ArrayList<>();
        contents.fieldNames().forEachRemaining(types::add);
        String type = Hostile.pick(types, random);
        int oddity = random.nextInt(16);
        if (oddity > 1) {
            headers.add(Map.entry("Content-Type", type));
        } else if (oddity == 1) {
            headers.add(Map.entry("Content-Type", Hostile.pick(Hostile.CONTENT_TYPES, random)));
        }
        if (random.nextInt(30) == 0) {
            return random.nextBoolean() ? null : new byte[0];
        }
        return new Bodies(contract, known, random, index).of(type, contents.path(type));
    }
}

package vn.loa.support;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayDeque;
import java.util.Arrays;
import java.util.Deque;
import java.util.HashSet;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.StreamSupport;

/**
 * Every public address of an instance whose answer has a strong {@code ETag}. Begins with the addresses of openapi.yaml that
 * need no key, goes on with what their lists have and where their answers lead, and takes a new operation along by itself.
 */
public final class PublicCrawl {

    private static final OpenApiContract CONTRACT = OpenApiContract.load();
    private static final ObjectMapper JSON = new ObjectMapper();
    /** It never ends. */
    private static final String STREAM = "streamVisitors";
    /** The members of a list's items that stand for a placeholder in addresses below the list. */
    private static final Map<String, List<String>> MEMBERS = Map.of("article", List.of("slug"), "category", List.of("slug"),
            "eId", List.of("eId"), "number", List.of("number"), "id", List.of("id"));
    private static final Pattern NEXT = Pattern.compile("<([^>]+)>; *rel=\"?next\"?");
    private static final Pattern LINK = Pattern.compile("(?:https?://[^/]+)?(/api/v1/[^\\s\"<>]*)");

    /** An address without values, as a list of its parts, and the query that it needs. */
    private record Template(List<String> parts, String query) {

        static Template of(OpenApiContract.Operation operation) {
            String query = StreamSupport.stream(operation.definition().path("parameters").spliterator(), false).map(CONTRACT::resolve)
                    .filter(parameter -> parameter.path("in").asText().equals("query") && parameter.path("required").asBoolean())
                    .map(parameter -> parameter.path("name").asText() + "=" + encoded(parameter.path("example").asText()))
                    .collect(Collectors.joining("&"));
            return new Template(PublicCrawl.parts(operation.path()), query.isEmpty() ? "" : "?" + query);
        }

        boolean isOpen() {
            return parts.stream().noneMatch(PublicCrawl::isPlaceholder);
        }

        boolean matches(List<String> address) {
            return address.size() == parts.size() && beginsWith(address);
        }

        boolean beginsWith(List<String> address) {
            for (int i = 0; i < address.size(); i++) {
                if (i >= parts.size() || !isPlaceholder(parts.get(i)) && !parts.get(i).equals(address.get(i))) {
                    return false;
                }
            }
            return true;
        }
    }

    private final URI server;
    private final HttpClient http = HttpClient.newHttpClient();
    private final List<Template> templates = CONTRACT.operations()
            .filter(operation -> operation.method().equals("get") && operation.path().startsWith("/api/v1/")
                    && operation.definition().path("security").isEmpty()
                    && !operation.definition().path("operationId").asText().equals(STREAM))
            .map(Template::of).toList();
    private final Deque<String> waiting = new ArrayDeque<>();
    private final Set<String> seen = new HashSet<>();
    private final SortedMap<String, String> found = new TreeMap<>();

    private PublicCrawl(URI server) {
        this.server = server;
    }

    /**
     * Asks for every address.
     *
     * @param server {@code http://localhost:8080}
     * @return by address: the ETag, the status, and the SHA-256 of the bytes
     */
    public static SortedMap<String, String> of(String server) throws IOException, InterruptedException {
        PublicCrawl crawl = new PublicCrawl(URI.create(server));
        crawl.templates.stream().filter(Template::isOpen).forEach(template -> crawl.add(String.join("/", template.parts) + template.query));
        while (!crawl.waiting.isEmpty()) {
            crawl.visit(crawl.waiting.remove());
        }
        return crawl.found;
    }

    private void add(String address) {
        if (seen.add(address)) {
            waiting.add(address);
        }
    }

    private void visit(String address) throws IOException, InterruptedException {
        HttpResponse<byte[]> answer = http.send(HttpRequest.newBuilder(server.resolve(address)).build(),
                HttpResponse.BodyHandlers.ofByteArray());
        answer.headers().firstValue("ETag").filter(tag -> tag.startsWith("\"")).ifPresent(tag -> found.put(address,
                tag + " " + answer.statusCode() + " " + sha256(answer.body())));
        String type = answer.headers().firstValue("Content-Type").orElse("");
        answer.headers().allValues("Link").forEach(link -> follow(NEXT.matcher(link), answer.uri()));
        if (answer.statusCode() == 200 && type.contains("json") && !type.contains("ndjson")) {
            JsonNode json = JSON.readTree(answer.body());
            List<String> path = parts(address.replaceFirst("\\?.*", ""));
            templates.stream().filter(template -> template.parts.size() > path.size() && template.beginsWith(path)
                    && isPlaceholder(template.parts.get(path.size()))).forEach(template -> below(template, path, json.path("items")));
            links(json);
            json.path("items").forEach(item -> asks(path.get(path.size() - 1), item));
        }
    }

    private void follow(Matcher link, URI from) {
        while (link.find()) {
            URI to = from.resolve(link.group(1));
            add(to.getRawPath() + (to.getRawQuery() == null ? "" : "?" + to.getRawQuery()));
        }
    }

    /** What stands below a list, for each of its items. */
    private void below(Template template, List<String> list, JsonNode items) {
        String placeholder = template.parts.get(list.size());
        String rest = template.parts.subList(list.size() + 1, template.parts.size()).stream().map(part -> "/" + part)
                .collect(Collectors.joining()).replace("{other}", "1");
        if (!rest.contains("{")) {
            for (JsonNode item : items) {
                for (String member : MEMBERS.getOrDefault(placeholder.substring(1, placeholder.length() - 1), List.of())) {
                    if (item.hasNonNull(member)) {
                        add(String.join("/", list) + "/" + encoded(item.get(member).asText()) + rest + template.query);
                    }
                }
            }
        }
    }

    /** Links in an answer, those in texts too, that lead to a public address. */
    private void links(JsonNode json) {
        if (json.isTextual()) {
            Matcher link = LINK.matcher(json.asText());
            while (link.find()) {
                String address = link.group(1).replace("&amp;", "&").replaceFirst("#.*", "");
                List<String> path = parts(address.replaceFirst("\\?.*", ""));
                if (templates.stream().anyMatch(template -> template.matches(path))) {
                    add(address);
                }
            }
        }
        json.forEach(this::links);
    }

    /** Lists and registers that are asked with what an item has. */
    private void asks(String list, JsonNode item) {
        switch (list) {
            case "articles" -> add("/api/v1/articles/" + item.path("id").asText());
            case "categories" -> add("/api/v1/articles?category=" + encoded(item.path("slug").asText()));
            case "tags" -> add("/api/v1/articles?tag=" + encoded(item.path("tag").asText()));
            case "directives" -> {
                add("/api/v1/resolve?q=" + encoded(item.at("/directive/number").asText()));
                add("/api/v1/search?q=" + encoded(item.at("/directive/number").asText()));
            }
            default -> {
                // Nothing more is known of it.
            }
        }
    }

    private static List<String> parts(String path) {
        return Arrays.asList(path.split("/", -1));
    }

    private static boolean isPlaceholder(String part) {
        return part.startsWith("{");
    }

    private static String encoded(String value) {
        return URLEncoder.encode(value, StandardCharsets.UTF_8).replace("+", "%20");
    }

    private static String sha256(byte[] bytes) {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}

package vn.loa.fuzz;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import vn.loa.support.OpenApiContract;

/** Bodies: the contract's examples, with fields of their schemas added, and then damaged. */
final class Bodies {

    private static final JsonNodeFactory NODES = JsonNodeFactory.instance;
    private static final ObjectMapper JSON = new ObjectMapper();
    /** The smallest file of each kind. */
    private static final Map<String, byte[]> FILES = Map.of(
            "image/gif", Base64.getDecoder().decode("R0lGODlhAQABAIAAAAAAAP///yH5BAEAAAAALAAAAAABAAEAAAIBRAA7"),
            "image/png", Base64.getDecoder().decode("iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg=="),
            "application/pdf", "%PDF-1.4\n1 0 obj<</Type/Catalog>>endobj\ntrailer<</Root 1 0 R>>\n%%EOF\n".getBytes(StandardCharsets.US_ASCII));

    private final OpenApiContract contract;
    private final Known known;
    private final Dice dice;
    private final int index;

    /** @param index makes titles, names and numbers unique, where they must be */
    Bodies(OpenApiContract contract, Known known, Dice dice, int index) {
        this.contract = contract;
        this.known = known;
        this.dice = dice;
        this.index = index;
    }

    /** A body of this media type, valid or not. */
    byte[] of(String mediaType, JsonNode content) {
        if (FILES.containsKey(mediaType) || mediaType.startsWith("image/")) {
            byte[] file = FILES.getOrDefault(mediaType, FILES.get("image/gif")).clone();
            return dice.oddOneIn(2) ? damaged(file) : file;
        }
        JsonNode example = content.path("examples").path("example").path("value");
        if (!mediaType.endsWith("json")) {
            byte[] page = example.asText().replace("Củng cố", "Củng cố " + index).getBytes(StandardCharsets.UTF_8);
            return dice.oddOneIn(2) ? damaged(page) : page;
        }
        JsonNode body = personal(example.deepCopy());
        JsonNode schema = contract.resolve(content.path("schema"));
        for (int n = dice.plain() ? 0 : dice.below(3); n > 0; n--) {
            addField(body, schema);
        }
        for (int n = dice.oddOneIn(2) ? dice.below(3) + 1 : 0; n > 0; n--) {
            body = mutated(body);
        }
        byte[] text = written(body).getBytes(StandardCharsets.UTF_8);
        return dice.oddOneIn(25) ? damaged(text) : text;
    }

    /** Fills in existing ids, and names that are new. */
    private JsonNode personal(JsonNode example) {
        if (example instanceof ObjectNode object) {
            if (object.has("articleId")) {
                object.put("articleId", known.any("articles", dice).orElse("01a206d2-563a-7e8e-8a6a-736bf594a420"));
            }
            for (String name : List.of("title", "name")) {
                if (object.has(name)) {
                    object.put(name, object.get(name).asText() + " " + index);
                }
            }
            if (object.path("directive").has("number")) {
                known.any("media", dice).filter(file -> dice.oneIn(3)).ifPresent(file ->
                        object.putArray("attachments").addObject().put("id", file));
                ((ObjectNode) object.get("directive")).put("number", index % 1000 + 1 + "-CT/TU");
            }
            if (object.has("at")) {
                object.put("at", "2026-08-01T08:00:00+07:00");
            }
        }
        return example;
    }

    private void addField(JsonNode body, JsonNode schema) {
        List<String> names = new ArrayList<>();
        schema.path("properties").fieldNames().forEachRemaining(names::add);
        if (body instanceof ObjectNode object && !names.isEmpty()) {
            String name = dice.pick(names);
            JsonNode field = contract.resolve(schema.path("properties").path(name));
            object.set(name, ofSchema(field));
        }
    }

    /** Of the right form, mostly, and at an edge. */
    private JsonNode ofSchema(JsonNode schema) {
        JsonNode type = schema.path("type");
        String word = type.isArray() ? type.get(0).asText() : type.asText("object");
        if (schema.has("enum") && !dice.oneIn(5)) {
            return schema.path("enum").get(dice.below(schema.path("enum").size()));
        }
        return switch (word) {
            case "boolean" -> NODES.booleanNode(dice.oneIn(2));
            case "integer" -> number();
            case "array" -> NODES.arrayNode().add(dice.oneIn(4) ? NODES.nullNode()
                    : ofSchema(contract.resolve(schema.path("items"))));
            case "object" -> required(schema);
            default -> schema.path("format").asText().equals("uuid")
                    ? NODES.textNode(known.any(dice.oneIn(2) ? "media" : "articles", dice).orElse("x"))
                    : NODES.textNode(dice.pick(Hostile.of(word, schema.path("format").asText(null))));
        };
    }

    private JsonNode required(JsonNode schema) {
        ObjectNode object = NODES.objectNode();
        schema.path("required").forEach(name ->
                object.set(name.asText(), ofSchema(contract.resolve(schema.path("properties").path(name.asText())))));
        return object;
    }

    private JsonNode number() {
        String text = dice.pick(Hostile.NUMBERS);
        try {
            return JSON.readTree(text.isBlank() ? "0" : text);
        } catch (java.io.IOException noJson) {
            return NODES.textNode(text);
        }
    }

    private JsonNode value() {
        return switch (dice.below(14)) {
            case 0 -> NODES.nullNode();
            case 1 -> NODES.booleanNode(dice.oneIn(2));
            case 2 -> number();
            case 3 -> NODES.objectNode();
            case 4 -> NODES.arrayNode();
            case 5 -> NODES.textNode(dice.pick(Hostile.INVISIBLE));
            case 6 -> NODES.textNode(dice.pick(Hostile.DATES));
            case 7 -> NODES.textNode(dice.pick(Hostile.INSTANTS));
            case 8 -> nested(dice.below(60));
            case 9 -> many();
            case 10 -> NODES.textNode(Hostile.any(dice).repeat(1 + dice.below(200)));
            default -> NODES.textNode(Hostile.any(dice));
        };
    }

    private static JsonNode nested(int depth) {
        JsonNode node = NODES.nullNode();
        for (int i = 0; i < depth; i++) {
            node = i % 2 == 0 ? NODES.arrayNode().add(node) : NODES.objectNode().set("sections", node);
        }
        return node;
    }

    private JsonNode many() {
        ArrayNode array = NODES.arrayNode();
        JsonNode item = value(NODES.textNode("x"));
        for (int n = dice.below(120); n > 0; n--) {
            array.add(item);
        }
        return array;
    }

    private JsonNode value(JsonNode otherwise) {
        return dice.oneIn(2) ? otherwise : NODES.objectNode().put("number", "1");
    }

    /** The body with one value changed. */
    private JsonNode mutated(JsonNode body) {
        List<JsonNode> places = new ArrayList<>();
        collect(body, places);
        if (places.isEmpty() || dice.oneIn(30)) {
            return value();
        }
        JsonNode place = dice.pick(places);
        if (place instanceof ObjectNode object) {
            List<String> names = new ArrayList<>();
            object.fieldNames().forEachRemaining(names::add);
            String name = names.isEmpty() || dice.oneIn(12) ? Hostile.any(dice) : dice.pick(names);
            if (dice.oneIn(4)) {
                object.remove(name);
            } else {
                object.set(name, value());
            }
        } else if (place instanceof ArrayNode array) {
            if (array.isEmpty() || dice.oneIn(2)) {
                array.add(array.isEmpty() || dice.oneIn(2) ? value() : array.get(dice.below(array.size())));
            } else {
                array.set(dice.below(array.size()), value());
            }
        }
        return body;
    }

    private static void collect(JsonNode node, List<JsonNode> places) {
        if (node.isContainerNode()) {
            places.add(node);
            node.forEach(child -> collect(child, places));
        }
    }

    /** Half of the time everything that is not ASCII is escaped; sometimes a member comes twice. */
    private String written(JsonNode body) {
        String text = body.toString();
        if (dice.oddOneIn(40) && text.startsWith("{\"")) {
            text = text.substring(0, text.length() - 1) + "," + text.substring(1);
        }
        boolean halves = text.chars().anyMatch(c -> Character.isSurrogate((char) c));
        if (!halves && dice.oneIn(2)) {
            return text;
        }
        StringBuilder escaped = new StringBuilder();
        text.chars().forEach(c -> escaped.append(c < 128 ? String.valueOf((char) c) : "\\u%04x".formatted(c)));
        return escaped.toString();
    }

    private byte[] damaged(byte[] body) {
        switch (dice.below(8)) {
            case 0 -> {
                return java.util.Arrays.copyOf(body, dice.below(body.length + 1));
            }
            case 1 -> {
                for (int n = dice.below(4); n >= 0 && body.length > 0; n--) {
                    body[dice.below(body.length)] = (byte) dice.below(256);
                }
            }
            case 2 -> {
                byte[] more = java.util.Arrays.copyOf(body, body.length + 3);
                more[body.length] = (byte) dice.below(256);
                return more;
            }
            case 3 -> {
                return ("\uFEFF" + new String(body, StandardCharsets.UTF_8)).getBytes(StandardCharsets.UTF_8);
            }
            default -> {
                // as it is
            }
        }
        return body;
    }
}

package vn.loa.contract;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.MissingNode;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Consumer;
import vn.loa.contract.Difference.Kind;

/**
 * The differences between two schemas. A request may be checked less strictly than before; what is received from it
 * may hold more, but nothing that was certain may become uncertain.
 */
final class SchemaDifferences {

    private static final List<String> UPPER_LIMITS = List.of("maximum", "exclusiveMaximum", "maxLength", "maxItems", "maxProperties");
    private static final List<String> LOWER_LIMITS = List.of("minimum", "exclusiveMinimum", "minLength", "minItems", "minProperties");
    private static final String NULL = "null";

    private final Contract before;
    private final Contract after;
    private final Consumer<Difference> found;
    private final Set<String> compared = new HashSet<>();

    SchemaDifferences(Contract before, Contract after, Consumer<Difference> found) {
        this.before = before;
        this.after = after;
        this.found = found;
    }

    void compareSent(String place, JsonNode old, JsonNode now) {
        compare(place, old, now, true);
    }

    void compareReceived(String place, JsonNode old, JsonNode now) {
        compare(place, old, now, false);
    }

    /** @param sent in requests; otherwise in answers */
    private void compare(String place, JsonNode old, JsonNode now, boolean sent) {
        Shape oldShape = Shape.of(before, old);
        Shape newShape = Shape.of(after, now);
        compareNull(place, oldShape, newShape, sent);
        Optional<String> name = oldShape.name().filter(newShape.name().orElse("")::equals);
        // The differences of a named schema are reported once, wherever the schema is used.
        if (name.isEmpty() || compared.add(name.get() + sent)) {
            compareShapes(name.map(known -> "`" + known + "`").orElse(place), oldShape, newShape, sent);
        }
    }

    private void compareNull(String place, Shape old, Shape now, boolean sent) {
        if (old.canBeNull() == now.canBeNull()) {
            return;
        }
        boolean breaks = sent ? old.canBeNull() : now.canBeNull();
        tell(breaks ? Kind.BREAKING : Kind.CHANGED, place, (now.canBeNull() ? "may be null" : "is never null") + where(sent));
    }

    private void compareShapes(String place, Shape old, Shape now, boolean sent) {
        if (!old.types().equals(now.types()) && !isWider(old, now, sent)) {
            tell(Kind.BREAKING, place, "is of the type " + now.types() + " instead of " + old.types() + where(sent));
        }
        for (String member : List.of("format", "additionalProperties")) {
            if (!old.schema().path(member).equals(now.schema().path(member))) {
                tell(Kind.BREAKING, place, "`" + member + "` is another" + where(sent));
            }
        }
        compareValues(place, old.schema().path("enum"), now.schema().path("enum"), sent);
        if (sent) {
            compareLimits(place, old.schema(), now.schema());
        }
        compareMembers(place, old.schema(), now.schema(), sent);
        if (old.schema().has("items") || now.schema().has("items")) {
            compare(place + " items", old.schema().path("items"), now.schema().path("items"), sent);
        }
        compareAlternatives(place, old.alternatives(), now.alternatives(), sent);
    }

    /** More types are accepted, or fewer are answered. */
    private static boolean isWider(Shape old, Shape now, boolean sent) {
        return sent ? now.types().containsAll(old.types()) && !old.types().isEmpty() || now.types().isEmpty()
                : old.types().containsAll(now.types()) && !now.types().isEmpty() || old.types().isEmpty();
    }

    private void compareValues(String place, JsonNode old, JsonNode now, boolean sent) {
        Set<String> gone = values(old);
        gone.removeAll(values(now));
        Set<String> added = values(now);
        added.removeAll(values(old));
        if (sent && old.isMissingNode() && !now.isMissingNode()) {
            tell(Kind.BREAKING, place, "is one of an enumeration" + where(true));
        } else if (!sent && now.isMissingNode() && !old.isMissingNode()) {
            tell(Kind.BREAKING, place, "is no enumeration any more" + where(false));
        } else {
            gone.forEach(value -> tell(sent ? Kind.BREAKING : Kind.CHANGED, place, "value `" + value + "` is gone" + where(sent)));
            // Clients bear values that they do not know: the contract's introduction says so.
            added.forEach(value -> tell(Kind.ADDED, place, "value `" + value + "` is new" + where(sent)));
        }
    }

    private static Set<String> values(JsonNode enumeration) {
        Set<String> values = new LinkedHashSet<>();
        enumeration.forEach(value -> values.add(value.asText()));
        values.remove(NULL);
        return values;
    }

    private void compareLimits(String place, JsonNode old, JsonNode now) {
        for (String limit : UPPER_LIMITS) {
            compareLimit(place, limit, old.path(limit), now.path(limit), 1);
        }
        for (String limit : LOWER_LIMITS) {
            compareLimit(place, limit, old.path(limit), now.path(limit), -1);
        }
        for (String member : List.of("pattern", "default", "uniqueItems", "multipleOf")) {
            if (!old.path(member).equals(now.path(member))) {
                tell(now.has(member) || member.equals("default") ? Kind.BREAKING : Kind.CHANGED, place,
                        "`" + member + "` is " + (now.has(member) ? "`" + now.get(member).asText() + "`" : "gone") + where(true));
            }
        }
    }

    /** @param direction 1 where a greater limit lets more through, -1 where a smaller one does */
    private void compareLimit(String place, String limit, JsonNode old, JsonNode now, int direction) {
        if (old.equals(now)) {
            return;
        }
        boolean stricter = !now.isMissingNode()
                && (old.isMissingNode() || direction * Double.compare(old.asDouble(), now.asDouble()) > 0);
        tell(stricter ? Kind.BREAKING : Kind.CHANGED, place,
                "`" + limit + "` is " + (now.isMissingNode() ? "gone" : now.asText()) + where(true));
    }

    private void compareMembers(String place, JsonNode old, JsonNode now, boolean sent) {
        Set<String> oldRequired = values(old.path("required"));
        Set<String> newRequired = values(now.path("required"));
        old.path("properties").properties().forEach(member -> {
            String name = member.getKey();
            JsonNode other = now.path("properties").path(name);
            if (other.isMissingNode()) {
                tell(Kind.BREAKING, place, "member `" + name + "` is gone" + where(sent));
                return;
            }
            boolean was = oldRequired.contains(name);
            boolean is = newRequired.contains(name);
            if (was != is) {
                tell(sent == is ? Kind.BREAKING : Kind.CHANGED, place,
                        "member `" + name + "` is " + (is ? "" : "no longer ") + "required" + where(sent));
            }
            compare(place + " member `" + name + "`", member.getValue(), other, sent);
        });
        now.path("properties").fieldNames().forEachRemaining(name -> {
            if (!old.path("properties").has(name)) {
                boolean breaks = sent && newRequired.contains(name);
                tell(breaks ? Kind.BREAKING : Kind.ADDED, place,
                        "member `" + name + "` is new" + (breaks ? " and required" : "") + where(sent));
            }
        });
    }

    private void compareAlternatives(String place, List<JsonNode> old, List<JsonNode> now, boolean sent) {
        for (int i = 0; i < Math.min(old.size(), now.size()); i++) {
            compare(place + " alternative " + (i + 1), old.get(i), now.get(i), sent);
        }
        if (old.size() != now.size()) {
            boolean breaks = sent ? now.size() < old.size() : now.size() > old.size();
            tell(breaks ? Kind.BREAKING : Kind.CHANGED, place, "has " + now.size() + " alternatives" + where(sent));
        }
    }

    private static String where(boolean sent) {
        return sent ? " (in requests)" : " (in answers)";
    }

    private void tell(Kind kind, String place, String what) {
        found.accept(new Difference(kind, place, what));
    }

    /**
     * A schema without its null, which OpenAPI 3.1 writes as a type, as an alternative or as a value.
     *
     * @param types without null
     * @param alternatives of anyOf, oneOf or allOf, without null
     */
    private record Shape(Optional<String> name, JsonNode schema, Set<String> types, boolean canBeNull, List<JsonNode> alternatives) {

        static Shape of(Contract contract, JsonNode given) {
            Optional<String> name = Contract.schemaName(given);
            JsonNode schema = contract.resolved(given);
            List<JsonNode> alternatives = new java.util.ArrayList<>();
            for (String way : List.of("anyOf", "oneOf", "allOf")) {
                schema.path(way).forEach(alternatives::add);
            }
            boolean nullAlternative = alternatives.removeIf(alternative -> alternative.path("type").asText().equals(NULL));
            if (nullAlternative && alternatives.size() == 1) {
                Shape only = of(contract, alternatives.get(0));
                return new Shape(only.name, only.schema, only.types, true, only.alternatives);
            }
            Set<String> types = new TreeSet<>();
            JsonNode type = schema.path("type");
            if (type.isArray()) {
                type.forEach(one -> types.add(one.asText()));
            } else if (!(type instanceof MissingNode)) {
                types.add(type.asText());
            }
            boolean canBeNull = types.remove(NULL) || nullAlternative;
            return new Shape(name, schema, types, canBeNull, alternatives);
        }
    }
}

package vn.loa.contract;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import vn.loa.contract.Difference.Kind;

/** The differences between two versions of the contract, operation by operation. Prose and examples do not count. */
final class ContractDifferences {

    private static final Pattern ROLE = Pattern.compile("Needs the\\s+role\\s+`(\\w+)`");

    private final Contract before;
    private final Contract after;
    private final Set<Difference> found = new LinkedHashSet<>();
    private final SchemaDifferences schemas;

    private ContractDifferences(Contract before, Contract after) {
        this.before = before;
        this.after = after;
        this.schemas = new SchemaDifferences(before, after, found::add);
    }

    static List<Difference> between(Contract before, Contract after) {
        ContractDifferences differences = new ContractDifferences(before, after);
        differences.compare();
        return new ArrayList<>(differences.found);
    }

    private void compare() {
        Map<String, JsonNode> operations = after.operations();
        before.operations().forEach((name, old) -> {
            if (operations.containsKey(name)) {
                compare("`" + name + "`", old, operations.get(name));
            } else {
                breaking("`" + name + "`", "is gone");
            }
        });
        operations.keySet().stream().filter(name -> !before.operations().containsKey(name))
                .forEach(name -> added("`" + name + "`", "is new"));
    }

    private void compare(String place, JsonNode old, JsonNode now) {
        if (!old.path("operationId").equals(now.path("operationId"))) {
            breaking(place, "`operationId` is `" + now.path("operationId").asText() + "`, which names the method of every client");
        }
        compareSecurity(place, old, now);
        compareParameters(place, parameters(before, old), parameters(after, now));
        compareBody(place + ", body", before.resolved(old.path("requestBody")), after.resolved(now.path("requestBody")));
        compareResponses(place, old.path("responses"), now.path("responses"));
    }

    private void compareSecurity(String place, JsonNode old, JsonNode now) {
        Collection<Set<String>> oldWays = ways(before.security(old));
        Collection<Set<String>> newWays = ways(after.security(now));
        // A caller that was admitted still is, if one of the new alternatives asks for no more than the old one.
        if (!oldWays.stream().allMatch(way -> newWays.stream().anyMatch(way::containsAll))) {
            breaking(place, "asks for a key in cases in which it did not");
        } else if (!oldWays.equals(newWays)) {
            changed(place, "asks for less security");
        }
        String oldRole = role(old);
        String newRole = role(now);
        if (!oldRole.equals(newRole)) {
            breaking(place, "needs the role `" + newRole + "` instead of `" + oldRole + "`");
        }
    }

    private static Collection<Set<String>> ways(JsonNode security) {
        Set<Set<String>> ways = new LinkedHashSet<>();
        for (JsonNode way : security) {
            Set<String> needed = new TreeSet<>();
            way.properties().forEach(scheme -> {
                needed.add(scheme.getKey());
                scheme.getValue().forEach(scope -> needed.add(scheme.getKey() + " " + scope.asText()));
            });
            ways.add(needed);
        }
        return ways.isEmpty() ? Set.of(Set.of()) : ways;
    }

    /** The contract names roles in the description, because bearer schemes have no scopes. */
    private static String role(JsonNode operation) {
        Matcher role = ROLE.matcher(operation.path("description").asText());
        return role.find() ? role.group(1) : "none";
    }

    private static Map<String, JsonNode> parameters(Contract contract, JsonNode operation) {
        Map<String, JsonNode> parameters = new LinkedHashMap<>();
        for (JsonNode given : operation.path("parameters")) {
            JsonNode parameter = contract.resolved(given);
            parameters.put(parameter.path("in").asText() + " parameter `" + parameter.path("name").asText() + "`", parameter);
        }
        return parameters;
    }

    private void compareParameters(String place, Map<String, JsonNode> old, Map<String, JsonNode> now) {
        old.forEach((name, parameter) -> {
            JsonNode other = now.get(name);
            if (other == null) {
                breaking(place, name + " is gone");
                return;
            }
            requiredNow(place, name, parameter, other);
            for (String member : List.of("style", "explode", "allowReserved")) {
                if (!parameter.path(member).equals(other.path(member))) {
                    breaking(place, name + " is written otherwise (`" + member + "`)");
                }
            }
            schemas.compareSent(place + ", " + name, parameter.path("schema"), other.path("schema"));
        });
        now.forEach((name, parameter) -> {
            if (!old.containsKey(name)) {
                found.add(new Difference(isRequired(parameter) ? Kind.BREAKING : Kind.ADDED, place,
                        name + (isRequired(parameter) ? " is new and required" : " is new")));
            }
        });
    }

    private void requiredNow(String place, String name, JsonNode old, JsonNode now) {
        if (isRequired(now) && !isRequired(old)) {
            breaking(place, name + " is required");
        } else if (isRequired(old) && !isRequired(now)) {
            changed(place, name + " is no longer required");
        }
    }

    private static boolean isRequired(JsonNode node) {
        return node.path("required").asBoolean();
    }

    private void compareBody(String place, JsonNode old, JsonNode now) {
        if (old.isMissingNode() && !now.isMissingNode()) {
            found.add(new Difference(isRequired(now) ? Kind.BREAKING : Kind.ADDED, place,
                    isRequired(now) ? "is new and required" : "is new"));
            return;
        }
        if (!old.isMissingNode() && now.isMissingNode()) {
            breaking(place, "is gone");
            return;
        }
        requiredNow(place, "it", old, now);
        compareMediaTypes(place, old, now, schemas::compareSent);
    }

    private void compareResponses(String place, JsonNode old, JsonNode now) {
        old.properties().forEach(entry -> {
            String status = entry.getKey();
            if (!now.has(status)) {
                breaking(place, "status " + status + " is gone");
                return;
            }
            JsonNode oldResponse = before.resolved(entry.getValue());
            JsonNode newResponse = after.resolved(now.get(status));
            compareMediaTypes(place + ", " + status, oldResponse, newResponse, schemas::compareReceived);
            compareHeaders(place + ", " + status, oldResponse.path("headers"), newResponse.path("headers"));
        });
        now.fieldNames().forEachRemaining(status -> {
            if (!old.has(status)) {
                added(place, "status " + status + " is new");
            }
        });
    }

    private interface Comparison {
        void compare(String place, JsonNode old, JsonNode now);
    }

    private void compareMediaTypes(String place, JsonNode old, JsonNode now, Comparison comparison) {
        JsonNode types = now.path("content");
        old.path("content").properties().forEach(type -> {
            if (types.has(type.getKey())) {
                comparison.compare(place, type.getValue().path("schema"), types.get(type.getKey()).path("schema"));
            } else {
                breaking(place, "`" + type.getKey() + "` is gone");
            }
        });
        types.fieldNames().forEachRemaining(type -> {
            if (!old.path("content").has(type)) {
                added(place, "`" + type + "` is new");
            }
        });
    }

    private void compareHeaders(String place, JsonNode old, JsonNode now) {
        old.properties().forEach(header -> {
            if (!now.has(header.getKey())) {
                breaking(place, "header `" + header.getKey() + "` is gone");
            } else if (isRequired(before.resolved(header.getValue())) && !isRequired(after.resolved(now.get(header.getKey())))) {
                breaking(place, "header `" + header.getKey() + "` may be missing");
            }
        });
        now.fieldNames().forEachRemaining(header -> {
            if (!old.has(header)) {
                added(place, "header `" + header + "` is new");
            }
        });
    }

    private void breaking(String place, String what) {
        found.add(new Difference(Kind.BREAKING, place, what));
    }

    private void added(String place, String what) {
        found.add(new Difference(Kind.ADDED, place, what));
    }

    private void changed(String place, String what) {
        found.add(new Difference(Kind.CHANGED, place, what));
    }
}

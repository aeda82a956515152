package vn.loa.app.contract;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.eclipse.microprofile.openapi.models.OpenAPI;
import org.eclipse.microprofile.openapi.models.media.MediaType;
import org.eclipse.microprofile.openapi.models.media.Schema;

/** Corrects generated schemas: the names of lists, nullable references, and enumerations of arrays. */
final class GeneratedSchemas {

    private static final Pattern LIST_SCHEMA = Pattern.compile("Page(.+)View");

    private GeneratedSchemas() {
    }

    /**
     * Corrects all schemas. The generator names a list {@code PageArticleView}; the contract names it
     * {@code ArticlePage} and documents its {@code Link} header.
     */
    static void correct(OpenAPI contract) {
        Map<String, Schema> schemas = new TreeMap<>(contract.getComponents().getSchemas());
        schemas.remove("Page");
        for (String generated : List.copyOf(schemas.keySet())) {
            Matcher matcher = LIST_SCHEMA.matcher(generated);
            if (matcher.matches()) {
                schemas.put(matcher.group(1) + "Page", schemas.remove(generated));
            }
        }
        schemas.values().forEach(GeneratedSchemas::allowNullReferences);
        schemas.values().forEach(GeneratedSchemas::moveEnumerationToItems);
        contract.getComponents().setSchemas(schemas);
        contract.getPaths().getPathItems().values().stream()
                .flatMap(path -> path.getOperations().values().stream())
                .flatMap(operation -> operation.getResponses().getAPIResponses().values().stream())
                .filter(response -> response.getContent() != null)
                .forEach(response -> response.getContent().getMediaTypes().values().stream()
                        .map(MediaType::getSchema)
                        .filter(schema -> schema != null && schema.getRef() != null
                                && LIST_SCHEMA.matcher(nameIn(schema)).matches())
                        .forEach(schema -> {
                            schema.setRef("#/components/schemas/"
                                    + LIST_SCHEMA.matcher(nameIn(schema)).replaceFirst("$1Page"));
                            ResponseHeaders.add(response, "Link", "The first, previous, next and last page (RFC 8288).");
                        }));
    }

    /**
     * Removes the type beside a nullable reference. The generator writes it, and it would forbid either null or the
     * object.
     */
    private static void allowNullReferences(Schema schema) {
        if (schema.getProperties() != null) {
            schema.getProperties().values().stream()
                    .filter(property -> property.getAnyOf() != null)
                    .forEach(property -> property.setType(null));
        }
    }

    /** Moves an array's enumeration to its items, where the generator does not put it. */
    private static void moveEnumerationToItems(Schema schema) {
        if (schema.getProperties() != null) {
            schema.getProperties().values().stream()
                    .filter(property -> property.getItems() != null && property.getEnumeration() != null)
                    .forEach(property -> {
                        property.getItems().setEnumeration(property.getEnumeration());
                        property.setEnumeration(null);
                    });
        }
    }

    private static String nameIn(Schema schema) {
        return schema.getRef().substring(schema.getRef().lastIndexOf('/') + 1);
    }
}

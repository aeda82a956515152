package vn.loa.app.contract;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.eclipse.microprofile.openapi.OASFactory;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.models.OpenAPI;
import org.eclipse.microprofile.openapi.models.media.MediaType;
import org.eclipse.microprofile.openapi.models.media.Schema;
import org.eclipse.microprofile.openapi.models.media.Schema.SchemaType;
import org.eclipse.microprofile.openapi.models.parameters.Parameter;
import org.jboss.jandex.AnnotationInstance;
import org.jboss.jandex.DotName;
import org.jboss.jandex.IndexView;
import vn.loa.listing.FilterOperator;
import vn.loa.listing.ListField;
import vn.loa.listing.ListModel;
import vn.loa.listing.ListOf;
import vn.loa.listing.PageRequest;

/**
 * Documents lists: the parameters of their {@link ListModel}, and responses in which {@code fields} leaves members out.
 */
final class ListContract {

    private static final String SCHEMAS = "#/components/schemas/";
    private static final String SPARSE = "Sparse";

    private final Map<String, ListModel> byOperation = new TreeMap<>();

    ListContract(IndexView application) {
        for (AnnotationInstance listing : application.getAnnotations(DotName.createSimple(ListOf.class))) {
            String operation = listing.target().asMethod().annotation(DotName.createSimple(Operation.class))
                    .value("operationId").asString();
            byOperation.put(operation, model(listing.value().asClass().name().toString()));
        }
    }

    private static ListModel model(String className) {
        try {
            return (ListModel) Class.forName(className, true, Thread.currentThread().getContextClassLoader())
                    .getConstructor().newInstance();
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException(e);
        }
    }

    void addParameters(org.eclipse.microprofile.openapi.models.Operation operation) {
        ListModel model = byOperation.get(operation.getOperationId());
        if (model != null) {
            paging(model).forEach(operation::addParameter);
            model.fields().stream().filter(ListField::filterable)
                    .forEach(field -> filters(field).forEach(operation::addParameter));
        }
    }

    private static List<Parameter> paging(ListModel model) {
        List<Parameter> parameters = new ArrayList<>(List.of(
                query("page", "Which page, from 1.", integer(1, PageRequest.MAX_PAGE, 1)),
                query("size", "Items on a page. When they would be more than one answer may have, the request is refused "
                        + "(`too-large`, with the largest `size` that fits); a walk by `cursor` gets fewer items.", integer(1, PageRequest.MAX_SIZE, PageRequest.DEFAULT_SIZE)),
                query("cursor", "Continue after the place where `page.nextCursor` was given: with the same filters and the "
                        + "same `sort`, and not with `page`.", string()),
                query("count", "`none`: `totalItems` and `totalPages` are left out, and nothing is counted.",
                        string().enumeration(List.of("exact", "none")).defaultValue("exact")),
                query("sort", "What to sort by, the most important first; `-` begins with the greatest or latest. What has "
                        + "no value comes last. `" + model.defaultSort() + "` when left out.", words(sorts(model))),
                query("fields", "Only these members of each item, and what is included.", words(model.members()))));
        if (!model.includes().isEmpty()) {
            parameters.add(query("include", "What to add to each item.", words(model.includes())));
        }
        return parameters;
    }

    private static List<String> sorts(ListModel model) {
        return model.fields().stream().filter(ListField::sortable).flatMap(field -> field.names().stream())
                .<String>mapMulti((name, words) -> {
                    words.accept(name);
                    words.accept("-" + name);
                }).toList();
    }

    private static List<Parameter> filters(ListField field) {
        List<Parameter> parameters = new ArrayList<>();
        for (String name : field.names()) {
            String description = name.equals(field.name()) ? field.description() : "Another name of `" + field.name() + "`.";
            parameters.add(query(name, description, value(field, FilterOperator.EQ)).example(field.example()));
            for (FilterOperator operator : field.type().operators()) {
                parameters.add(query(name + "[" + operator.word() + "]", "`" + name + "`: " + operator.description(),
                        value(field, operator)));
            }
        }
        return parameters;
    }

    private static Schema value(ListField field, FilterOperator operator) {
        Schema schema = field.type().format() != null && field.type().format().startsWith("int")
                ? OASFactory.createSchema().addType(SchemaType.INTEGER) : string();
        schema.format(field.type().format());
        if (field.words() != null) {
            schema.enumeration(List.copyOf(field.words()));
        }
        return operator == FilterOperator.IN ? OASFactory.createSchema().addType(SchemaType.ARRAY).items(schema) : schema;
    }

    private static Parameter query(String name, String description, Schema schema) {
        Parameter parameter = OASFactory.createParameter().name(name).in(Parameter.In.QUERY).description(description)
                .schema(schema);
        // Comma-separated, in one parameter.
        return schema.getItems() == null ? parameter : parameter.style(Parameter.Style.FORM).explode(false);
    }

    private static Schema string() {
        return OASFactory.createSchema().addType(SchemaType.STRING);
    }

    private static Schema integer(int least, int most, int byDefault) {
        return OASFactory.createSchema().addType(SchemaType.INTEGER).minimum(java.math.BigDecimal.valueOf(least))
                .maximum(java.math.BigDecimal.valueOf(most)).defaultValue(byDefault);
    }

    private static Schema words(List<String> words) {
        return OASFactory.createSchema().addType(SchemaType.ARRAY).items(string().enumeration(List.copyOf(words)));
    }

    /** Makes all members optional in responses of operations with {@code fields}. */
    static void allowSparseAnswers(OpenAPI contract) {
        Map<String, Schema> schemas = new TreeMap<>(contract.getComponents().getSchemas());
        contract.getPaths().getPathItems().values().stream()
                .flatMap(path -> path.getOperations().values().stream())
                .filter(operation -> operation.getParameters() != null
                        && operation.getParameters().stream().anyMatch(parameter -> "fields".equals(parameter.getName())))
                .map(operation -> operation.getResponses().getAPIResponse("200").getContent().getMediaType("application/json"))
                .forEach(answer -> allowSparse(answer, schemas));
        contract.getComponents().setSchemas(schemas);
    }

    private static void allowSparse(MediaType answer, Map<String, Schema> schemas) {
        Schema whole = answer.getSchema();
        String name = whole.getRef().substring(SCHEMAS.length());
        if (name.endsWith("Page")) {
            Schema items = schemas.get(name).getProperties().get("items").getItems();
            String item = addSparse(items.getRef().substring(SCHEMAS.length()), schemas);
            schemas.put(SPARSE + name, sparsePage(schemas.get(name), item));
        } else {
            addSparse(name, schemas);
        }
        answer.setSchema(OASFactory.createSchema().addAnyOf(OASFactory.createSchema().ref(whole.getRef()))
                .addAnyOf(OASFactory.createSchema().ref(SCHEMAS + SPARSE + name)));
    }

    private static String addSparse(String name, Map<String, Schema> schemas) {
        schemas.computeIfAbsent(SPARSE + name, sparse -> OASFactory.createSchema().addType(SchemaType.OBJECT)
                .description("With `fields`: those members of " + name + " that were asked for.")
                .properties(schemas.get(name).getProperties()));
        return SPARSE + name;
    }

    private static Schema sparsePage(Schema page, String item) {
        Schema sparse = OASFactory.createSchema().addType(SchemaType.OBJECT).required(page.getRequired())
                .description("With `fields`: a part of a list whose items have the members that were asked for.");
        page.getProperties().forEach((name, property) -> sparse.addProperty(name, !name.equals("items") ? property
                : OASFactory.createSchema().addType(SchemaType.ARRAY).description("The items, in the list's order.")
                        .items(OASFactory.createSchema().ref(SCHEMAS + item))));
        return sparse;
    }
}

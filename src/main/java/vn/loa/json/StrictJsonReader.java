package vn.loa.json;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.JsonStreamContext;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.core.exc.InputCoercionException;
import com.fasterxml.jackson.databind.DeserializationContext;
import com.fasterxml.jackson.databind.JavaType;
import com.fasterxml.jackson.databind.JsonDeserializer;
import com.fasterxml.jackson.databind.JsonMappingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.ObjectReader;
import com.fasterxml.jackson.databind.deser.DeserializationProblemHandler;
import com.fasterxml.jackson.databind.deser.ValueInstantiator;
import com.fasterxml.jackson.databind.deser.std.StdScalarDeserializer;
import com.fasterxml.jackson.databind.module.SimpleModule;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.validation.ConstraintViolation;
import jakarta.validation.Path;
import jakarta.validation.Validator;
import java.io.IOException;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.StreamSupport;
import vn.loa.problem.FieldErrors;

/**
 * Reads a JSON body into a record and checks the record's constraints. Jackson alone stops at the first field that it
 * cannot read. This class reports all of them: unknown fields, fields of the wrong form, and fields that break a constraint.
 */
@ApplicationScoped
public class StrictJsonReader {

    private static final Map<Class<?>, String> FORMS = Map.of(
            String.class, "must be a string",
            Integer.class, "must be a whole number",
            Long.class, "must be a whole number",
            Boolean.class, "must be true or false",
            LocalDate.class, "must be a date like 2022-07-13",
            Instant.class, "must be an instant like 2022-07-13T05:00:00Z, before 9999-12-31",
            UUID.class, "must be a UUID",
            List.class, "must be a JSON array");

    private static final int LONGEST_LIST = 20_000;
    /** As many as are reported. Of more, the validator compares each with each: 10,000 took seconds. */
    private static final int MOST_NULLS = 100;

    private final ObjectMapper mapper;
    private final Validator validator;

    StrictJsonReader(ObjectMapper mapper, Validator validator) {
        this.mapper = mapper.copy().registerModule(
                new SimpleModule("strict")
                        .addDeserializer(String.class, new UncoercedScalar<>(String.class, JsonParser::getText, JsonToken.VALUE_STRING))
                        .addDeserializer(Integer.class,
                                new UncoercedScalar<>(Integer.class, JsonParser::getIntValue, JsonToken.VALUE_NUMBER_INT))
                        .addDeserializer(Long.class,
                                new UncoercedScalar<>(Long.class, JsonParser::getLongValue, JsonToken.VALUE_NUMBER_INT))
                        .addDeserializer(LocalDate.class, new UncoercedScalar<>(LocalDate.class,
                                parser -> LocalDate.parse(parser.getText()), JsonToken.VALUE_STRING))
                        .addDeserializer(UUID.class,
                                new UncoercedScalar<>(UUID.class, parser -> CanonicalUuid.parse(parser.getText()), JsonToken.VALUE_STRING))
                        .addDeserializer(Boolean.class, new UncoercedScalar<>(Boolean.class, JsonParser::getBooleanValue,
                                JsonToken.VALUE_TRUE, JsonToken.VALUE_FALSE)));
        this.validator = validator;
    }

    /**
     * @throws ProblemException 400 or 422, naming every field that is wrong
     */
    public <T> T read(JsonNode body, Class<T> type) {
        FieldErrors errors = new FieldErrors();
        T value = read(body, type, errors);
        errors.throwIfAny();
        return value;
    }

    /** Like {@link #read(JsonNode, Class)}, but a body that is left out counts as the empty object. */
    public <T> T readOrEmpty(JsonNode body, Class<T> type) {
        return read(body == null || body.isMissingNode() ? mapper.createObjectNode() : body, type);
    }

    /** A reader for fast paths: it is as strict, but throws at the first error and does not describe it to the caller. */
    public ObjectReader readerFor(Class<?> type) {
        return mapper.readerFor(type);
    }

    /**
     * Adds all errors to {@code errors}. Wrong fields of the result are null. The result is null when nothing can be read, or
     * so much is wrong that no more would be reported.
     */
    public <T> T read(JsonNode body, Class<T> type, FieldErrors errors) {
        if (body == null || !body.isObject()) {
            errors.addMalformed("", "wrong-form", "must be a JSON object");
            return null;
        }
        if (!hasShortLists("", body, errors)) {
            return null;
        }
        T value = bind(body, type, errors);
        if (value == null || errors.isFull()) {
            return null;
        }
        check(value, "", errors);
        return value;
    }

    /**
     * Adds the constraints that a value breaks. The items of long lists are to be checked one by one, because the validator
     * collects all violations before it returns.
     *
     * @param pointer where the value stands in the body
     */
    public void check(Object value, String pointer, FieldErrors errors) {
        validator.validate(value).stream()
                .sorted((a, b) -> pointer(a.getPropertyPath()).compareTo(pointer(b.getPropertyPath())))
                .forEach(violation -> add(pointer, violation, errors));
    }

    /**
     * Refuses a list that is longer than any of the contract, and one with many nulls: looking at each of the elements would
     * take long.
     */
    private static boolean hasShortLists(String pointer, JsonNode node, FieldErrors errors) {
        if (node.isArray() && node.size() > LONGEST_LIST) {
            errors.addMalformed(pointer, "size", "must have at most " + LONGEST_LIST + " items");
            return false;
        }
        boolean allShort = true;
        if (node.isArray() && StreamSupport.stream(node.spliterator(), false).filter(JsonNode::isNull).count() > MOST_NULLS) {
            for (int i = 0; i < node.size() && !errors.isFull(); i++) {
                if (node.get(i).isNull()) {
                    errors.add(pointer + "/" + i, "not-null", "must not be null");
                }
            }
            return false;
        }
        for (int i = 0; node.isArray() && i < node.size(); i++) {
            allShort &= hasShortLists(pointer + "/" + i, node.get(i), errors);
        }
        for (Map.Entry<String, JsonNode> field : node.properties()) {
            String name = field.getKey().replace("~", "~0").replace("/", "~1");
            allShort &= hasShortLists(pointer + "/" + name, field.getValue(), errors);
        }
        return allShort;
    }

    private <T> T bind(JsonNode body, Class<T> type, FieldErrors errors) {
        try {
            return mapper.readerFor(type).withHandler(new ErrorCollector(errors)).readValue(body);
        } catch (JsonMappingException e) {
            errors.addMalformed(pointer(e), "wrong-form", "has the wrong form");
        } catch (JsonProcessingException e) {
            errors.addMalformed("", "wrong-form", "is not the JSON expected here");
        } catch (IOException e) {
            throw new IllegalStateException("a tree is read from memory", e);
        }
        return null;
    }

    /** The constraint's name is the error's code: {@code NotBlank} is {@code not-blank}. */
    private static void add(String prefix, ConstraintViolation<?> violation, FieldErrors errors) {
        String pointer = prefix + pointer(violation.getPropertyPath());
        if (!errors.has(pointer)) {
            String constraint = violation.getConstraintDescriptor().getAnnotation().annotationType().getSimpleName();
            errors.add(pointer, constraint.replaceAll("(?<=[a-z])(?=[A-Z])", "-").toLowerCase(Locale.ROOT),
                    violation.getMessage());
        }
    }

    private static String pointer(Path path) {
        StringBuilder pointer = new StringBuilder();
        for (Path.Node node : path) {
            // The index of a list's element is in a node behind that of the list, or in the node of the element's field.
            if (node.getIndex() != null) {
                pointer.append('/').append(node.getIndex());
            }
            if (node.getName() != null && !node.getName().startsWith("<")) {
                pointer.append('/').append(node.getName());
            }
        }
        return pointer.toString();
    }

    /** The JSON Pointer (RFC 6901) to the place in the body where Jackson failed. */
    public static String pointer(JsonMappingException e) {
        return e.getPath().stream()
                .map(step -> step.getFieldName() != null ? step.getFieldName() : String.valueOf(step.getIndex()))
                .map(step -> "/" + step.replace("~", "~0").replace("/", "~1"))
                .collect(Collectors.joining());
    }

    /** Takes values of its own kind only: no number is read as a string, and 1.5 is not read as a whole number. */
    private static final class UncoercedScalar<T> extends StdScalarDeserializer<T> {

        private interface ValueReader<T> {
            T from(JsonParser parser) throws IOException;
        }

        private final transient ValueReader<T> reader;
        private final transient Set<JsonToken> tokens;

        UncoercedScalar(Class<T> type, ValueReader<T> reader, JsonToken... tokens) {
            super(type);
            this.reader = reader;
            this.tokens = Set.of(tokens);
        }

        @Override
        @SuppressWarnings("unchecked")
        public T deserialize(JsonParser parser, DeserializationContext context) throws IOException {
            if (tokens.contains(parser.currentToken())) {
                try {
                    return reader.from(parser);
                } catch (InputCoercionException | DateTimeException | IllegalArgumentException notOne) {
                    // refused below, like a value of another kind
                }
            }
            return (T) context.handleUnexpectedToken(handledType(), parser);
        }
    }

    /** Records fields that cannot be read, and lets Jackson go on. */
    private static final class ErrorCollector extends DeserializationProblemHandler {

        private final FieldErrors errors;

        ErrorCollector(FieldErrors errors) {
            this.errors = errors;
        }

        @Override
        public boolean handleUnknownProperty(DeserializationContext context, JsonParser parser,
                JsonDeserializer<?> deserializer, Object target, String name) throws IOException {
            // At the start of an object or a list the field's name is in the parent context, otherwise in the current one.
            boolean inside = parser.currentToken() != null && parser.currentToken().isStructStart();
            JsonStreamContext place = inside ? parser.getParsingContext().getParent() : parser.getParsingContext();
            errors.addMalformed(place.pathAsPointer().toString().replace("//", "/"), "unknown-field", "is not known");
            parser.skipChildren();
            return true;
        }

        @Override
        public Object handleWeirdStringValue(DeserializationContext context, Class<?> type, String value, String message) {
            return wrongForm(context.getParser(), type);
        }

        @Override
        public Object handleWeirdNumberValue(DeserializationContext context, Class<?> type, Number value, String message) {
            return wrongForm(context.getParser(), type);
        }

        @Override
        public Object handleUnexpectedToken(DeserializationContext context, JavaType type, JsonToken token,
                JsonParser parser, String message) throws IOException {
            wrongForm(parser, type.getRawClass());
            parser.skipChildren();
            return null;
        }

        /** A number or a string where an object is expected. */
        @Override
        public Object handleMissingInstantiator(DeserializationContext context, Class<?> type, ValueInstantiator instantiator,
                JsonParser parser, String message) throws IOException {
            wrongForm(parser, type);
            parser.skipChildren();
            return null;
        }

        private Object wrongForm(JsonParser parser, Class<?> wanted) {
            // For a list Jackson wants the class that it would make, an ArrayList.
            errors.addMalformed(pointer(parser), "wrong-form", FORMS.getOrDefault(
                    List.class.isAssignableFrom(wanted) ? List.class : wanted, "must be a JSON object"));
            return null;
        }

        private static String pointer(JsonParser parser) {
            return parser.getParsingContext().pathAsPointer().toString();
        }
    }
}

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
import vn.loa.problem.FieldErrors;

/**
 * Reads a JSON body into a record and checks the record's constraints. Jackson alone stops at the first field that it
 * cannot read; this names them all: unknown ones, those of the wrong form, and those that break a constraint.
 */
@ApplicationScoped
public class StrictJsonReader {

    private static final Map<Class<?>, String> FORMS = Map.of(
            String.class, "must be a string",
            Integer.class, "must be a whole number",
            Long.class, "must be a whole number",
            Boolean.class, "must be true or false",
            LocalDate.class, "must be a date like 2022-07-13",
            Instant.class, "must be an instant like 2022-07-13T05:00:00Z",
            UUID.class, "must be a UUID",
            List.class, "must be a JSON array");

    private static final int LONGEST_LIST = 20_000;

    private final ObjectMapper mapper;
    private final Validator validator;

    StrictJsonReader(ObjectMapper mapper, Validator validator) {
        this.mapper = mapper.copy().registerModule(
                new SimpleModule("strict")
                        .addDeserializer(String.class, new Exactly<>(String.class, JsonParser::getText, JsonToken.VALUE_STRING))
                        .addDeserializer(Integer.class,
                                new Exactly<>(Integer.class, JsonParser::getIntValue, JsonToken.VALUE_NUMBER_INT))
                        .addDeserializer(Long.class,
                                new Exactly<>(Long.class, JsonParser::getLongValue, JsonToken.VALUE_NUMBER_INT))
                        .addDeserializer(LocalDate.class, new Exactly<>(LocalDate.class,
                                parser -> LocalDate.parse(parser.getText()), JsonToken.VALUE_STRING))
                        .addDeserializer(UUID.class,
                                new Exactly<>(UUID.class, parser -> uuid(parser.getText()), JsonToken.VALUE_STRING))
                        .addDeserializer(Boolean.class, new Exactly<>(Boolean.class, JsonParser::getBooleanValue,
                                JsonToken.VALUE_TRUE, JsonToken.VALUE_FALSE)));
        this.validator = validator;
    }

    /**
     * @return what could be read; null when nothing could
     * @throws ProblemException 400 naming every field that is wrong
     */
    public <T> T read(JsonNode body, Class<T> type) {
        FieldErrors errors = new FieldErrors();
        T value = read(body, type, errors);
        errors.throwIfAny();
        return value;
    }

    /** The same of a body that may be left out, which is then the empty object. */
    public <T> T readOrEmpty(JsonNode body, Class<T> type) {
        return read(body == null || body.isMissingNode() ? mapper.createObjectNode() : body, type);
    }

    /** Reads the same JSON, and throws at whatever is wrong without a word for the caller: for shortcuts. */
    public ObjectReader readerFor(Class<?> type) {
        return mapper.readerFor(type);
    }

    /** Adds what is wrong to {@code errors} and returns what could be read; fields that are wrong are null. */
    public <T> T read(JsonNode body, Class<T> type, FieldErrors errors) {
        if (body == null || !body.isObject()) {
            errors.addMalformed("", "wrong-form", "must be a JSON object");
            return null;
        }
        if (!hasShortLists("", body, errors)) {
            return null;
        }
        T value = bind(body, type, errors);
        if (value != null) {
            check(value, "", errors);
        }
        return value;
    }

    /**
     * Adds the constraints that a value breaks. What comes in thousands is checked one by one, because the validator
     * collects every violation there is before it answers.
     *
     * @param pointer where the value stands in the body
     */
    public void check(Object value, String pointer, FieldErrors errors) {
        validator.validate(value).stream()
                .sorted((a, b) -> pointer(a.getPropertyPath()).compareTo(pointer(b.getPropertyPath())))
                .forEach(violation -> add(pointer, violation, errors));
    }

    /** No list of the contract is longer, and looking at each element of one that is would take long. */
    private static boolean hasShortLists(String pointer, JsonNode node, FieldErrors errors) {
        if (node.isArray() && node.size() > LONGEST_LIST) {
            errors.addMalformed(pointer, "size", "must have at most " + LONGEST_LIST + " items");
            return false;
        }
        boolean allShort = true;
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
            return mapper.readerFor(type).withHandler(new Collector(errors)).readValue(body);
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
            // An element of a list comes as the list's node and then one with the index, or both in one.
            if (node.getIndex() != null) {
                pointer.append('/').append(node.getIndex());
            }
            if (node.getName() != null && !node.getName().startsWith("<")) {
                pointer.append('/').append(node.getName());
            }
        }
        return pointer.toString();
    }

    /** Where in the body an exception of Jackson points to (RFC 6901). */
    public static String pointer(JsonMappingException e) {
        return e.getPath().stream()
                .map(step -> step.getFieldName() != null ? step.getFieldName() : String.valueOf(step.getIndex()))
                .map(step -> "/" + step.replace("~", "~0").replace("/", "~1"))
                .collect(Collectors.joining());
    }

    /** In its one form. */
    private static UUID uuid(String text) {
        UUID uuid = UUID.fromString(text);
        if (!uuid.toString().equalsIgnoreCase(text)) {
            throw new IllegalArgumentException(text);
        }
        return uuid;
    }

    /** Nothing is made of something else: a number is not a word, nor 1.5 a whole number. */
    private static final class Exactly<T> extends StdScalarDeserializer<T> {

        private interface Reading<T> {
            T from(JsonParser parser) throws IOException;
        }

        private final transient Reading<T> reading;
        private final transient Set<JsonToken> tokens;

        Exactly(Class<T> type, Reading<T> reading, JsonToken... tokens) {
            super(type);
            this.reading = reading;
            this.tokens = Set.of(tokens);
        }

        @Override
        @SuppressWarnings("unchecked")
        public T deserialize(JsonParser parser, DeserializationContext context) throws IOException {
            if (tokens.contains(parser.currentToken())) {
                try {
                    return reading.from(parser);
                } catch (InputCoercionException | DateTimeException | IllegalArgumentException notOne) {
                    // answered below, like what is of another kind
                }
            }
            return (T) context.handleUnexpectedToken(handledType(), parser);
        }
    }

    /** Notes what cannot be read and goes on. */
    private static final class Collector extends DeserializationProblemHandler {

        private final FieldErrors errors;

        Collector(FieldErrors errors) {
            this.errors = errors;
        }

        @Override
        public boolean handleUnknownProperty(DeserializationContext context, JsonParser parser,
                JsonDeserializer<?> deserializer, Object target, String name) throws IOException {
            // What stands before an object or a list knows its name; what is inside does not.
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
            // Jackson asks for the list that it would make, an ArrayList.
            errors.addMalformed(pointer(parser), "wrong-form", FORMS.getOrDefault(
                    List.class.isAssignableFrom(wanted) ? List.class : wanted, "must be a JSON object"));
            return null;
        }

        private static String pointer(JsonParser parser) {
            return parser.getParsingContext().pathAsPointer().toString();
        }
    }
}

package vn.loa.web;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.databind.DeserializationContext;
import com.fasterxml.jackson.databind.JavaType;
import com.fasterxml.jackson.databind.JsonDeserializer;
import com.fasterxml.jackson.databind.JsonMappingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.deser.DeserializationProblemHandler;
import com.fasterxml.jackson.databind.deser.ValueInstantiator;
import com.fasterxml.jackson.databind.deser.std.StdScalarDeserializer;
import com.fasterxml.jackson.databind.module.SimpleModule;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.validation.ConstraintViolation;
import jakarta.validation.Path;
import jakarta.validation.Validator;
import java.io.IOException;
import java.util.Locale;

/**
 * Reads a JSON body into a record and checks the record's constraints. Jackson alone stops at the first field that it
 * cannot read; this names them all: unknown ones, those of the wrong form, and those that break a constraint.
 */
@ApplicationScoped
public class JsonBody {

    private final ObjectMapper mapper;
    private final Validator validator;

    JsonBody(ObjectMapper mapper, Validator validator) {
        this.mapper = mapper.copy().registerModule(
                new SimpleModule("strings").addDeserializer(String.class, new StringsOnly()));
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

    /** Adds what is wrong to {@code errors} and returns what could be read; fields that are wrong are null. */
    public <T> T read(JsonNode body, Class<T> type, FieldErrors errors) {
        if (body == null || !body.isObject()) {
            errors.addMalformed("", "wrong-form", "must be a JSON object");
            return null;
        }
        T value = bind(body, type, errors);
        if (value != null) {
            validator.validate(value).stream()
                    .sorted((a, b) -> pointer(a.getPropertyPath()).compareTo(pointer(b.getPropertyPath())))
                    .forEach(violation -> add(violation, errors));
        }
        return value;
    }

    private <T> T bind(JsonNode body, Class<T> type, FieldErrors errors) {
        try {
            return mapper.readerFor(type).withHandler(new Collector(errors)).readValue(body);
        } catch (JsonMappingException e) {
            errors.addMalformed(ProblemMappers.pointer(e), "wrong-form", "has the wrong form");
        } catch (JsonProcessingException e) {
            errors.addMalformed("", "wrong-form", "is not the JSON expected here");
        } catch (IOException e) {
            throw new IllegalStateException("a tree is read from memory", e);
        }
        return null;
    }

    /** The constraint's name is the error's code: {@code NotBlank} is {@code not-blank}. */
    private static void add(ConstraintViolation<?> violation, FieldErrors errors) {
        String pointer = pointer(violation.getPropertyPath());
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

    /** Numbers and booleans are not words. */
    private static final class StringsOnly extends StdScalarDeserializer<String> {

        StringsOnly() {
            super(String.class);
        }

        @Override
        public String deserialize(JsonParser parser, DeserializationContext context) throws IOException {
            return parser.hasToken(JsonToken.VALUE_STRING)
                    ? parser.getText() : (String) context.handleUnexpectedToken(String.class, parser);
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
            errors.addMalformed(pointer(parser), "unknown-field", "is not known");
            parser.skipChildren();
            return true;
        }

        @Override
        public Object handleWeirdStringValue(DeserializationContext context, Class<?> type, String value, String message) {
            return wrongForm(context.getParser());
        }

        @Override
        public Object handleWeirdNumberValue(DeserializationContext context, Class<?> type, Number value, String message) {
            return wrongForm(context.getParser());
        }

        @Override
        public Object handleUnexpectedToken(DeserializationContext context, JavaType type, JsonToken token,
                JsonParser parser, String message) throws IOException {
            wrongForm(parser);
            parser.skipChildren();
            return null;
        }

        /** A number or a string where an object is expected. */
        @Override
        public Object handleMissingInstantiator(DeserializationContext context, Class<?> type, ValueInstantiator instantiator,
                JsonParser parser, String message) throws IOException {
            wrongForm(parser);
            parser.skipChildren();
            return null;
        }

        private Object wrongForm(JsonParser parser) {
            errors.addMalformed(pointer(parser), "wrong-form", "has the wrong form");
            return null;
        }

        private static String pointer(JsonParser parser) {
            return parser.getParsingContext().pathAsPointer().toString();
        }
    }
}

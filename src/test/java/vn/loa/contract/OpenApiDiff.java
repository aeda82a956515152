package vn.loa.contract;

import io.swagger.v3.oas.models.OpenAPI;
import io.swagger.v3.parser.OpenAPIV3Parser;
import java.util.List;
import java.util.stream.Stream;
import org.openapitools.openapidiff.core.OpenApiCompare;
import org.openapitools.openapidiff.core.compare.OpenApiDiffOptions;
import org.openapitools.openapidiff.core.model.ChangedOpenApi;
import org.openapitools.openapidiff.core.model.ChangedOperation;

/**
 * The breaking changes that openapi-diff finds. It is a second opinion: it knows cases that our own rules may not, and misses
 * null as OpenAPI 3.1 writes it, security and the names of operations.
 */
final class OpenApiDiff {

    /** Clients bear values that they do not know. */
    private static final OpenApiDiffOptions OPTIONS = OpenApiDiffOptions.builder()
            .configProperty("incompatible.response.enum.increased", "false").build();

    private OpenApiDiff() {
    }

    static List<String> breaking(Contract before, Contract after) {
        ChangedOpenApi changed = OpenApiCompare.fromSpecifications(read(before), read(after), OPTIONS);
        return Stream.concat(
                changed.getMissingEndpoints().stream().map(gone -> "`" + gone.getMethod() + " " + gone.getPathUrl() + "`: is gone"),
                changed.getChangedOperations().stream().filter(ChangedOperation::isIncompatible).map(OpenApiDiff::describe)).toList();
    }

    private static String describe(ChangedOperation operation) {
        Stream<String> parts = Stream.of(
                operation.getParameters() != null && operation.getParameters().isIncompatible() ? "parameters" : "",
                operation.resultRequestBody().isIncompatible() ? "body" : "",
                operation.resultApiResponses().isIncompatible() ? "answers" : "",
                operation.resultSecurityRequirements().isIncompatible() ? "security" : "");
        return "`" + operation.getHttpMethod() + " " + operation.getPathUrl() + "`: "
                + String.join(", ", parts.filter(part -> !part.isEmpty()).toList());
    }

    private static OpenAPI read(Contract contract) {
        return new OpenAPIV3Parser().readContents(contract.text(), null, null).getOpenAPI();
    }
}

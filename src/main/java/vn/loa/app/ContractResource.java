package vn.loa.app;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.dataformat.yaml.YAMLFactory;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.List;
import org.jboss.resteasy.reactive.RestResponse;
import vn.loa.cache.PublicAnswer;
import vn.loa.http.Accept;
import vn.loa.http.ApiPaths;

/**
 * Serves the contract: {@code openapi.yaml} as it is in the repository, and the same as JSON. The build puts the file where
 * quarkus-smallrye-openapi looks for it, too.
 */
@Path(ApiPaths.V1)
@PublicAnswer
public class ContractResource {

    private static final String FILE = "/META-INF/openapi.yaml";
    private static final String YAML = "application/yaml";

    @GET
    @Path("openapi")
    @Produces({YAML, MediaType.APPLICATION_JSON})
    public RestResponse<byte[]> negotiated(@Context HttpHeaders request) {
        boolean isJson = Accept.choose(request, List.of(YAML, MediaType.APPLICATION_JSON)).equals(MediaType.APPLICATION_JSON);
        return RestResponse.ResponseBuilder.ok(isJson ? json() : yaml()).type(isJson ? MediaType.APPLICATION_JSON : YAML)
                .header(HttpHeaders.VARY, HttpHeaders.ACCEPT).build();
    }

    @GET
    @Path("openapi.yaml")
    @Produces(YAML)
    public byte[] yaml() {
        try (InputStream file = ContractResource.class.getResourceAsStream(FILE)) {
            return file.readAllBytes();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @GET
    @Path("openapi.json")
    @Produces(MediaType.APPLICATION_JSON)
    public byte[] json() {
        try {
            return new ObjectMapper().writeValueAsBytes(new ObjectMapper(new YAMLFactory()).readTree(yaml()));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/**
 * Answers like a Loa of some later version: what a running Loa answers, with a value in the place of each enumeration that
 * the contract of today does not know.
 */
final class UnknownValues {

    /** The members of answers that are enumerations. */
    private static final String ENUMERATIONS = "\"(state|kind|role|status|relation|code)\":\"[^\"]*\"";
    private static final String ENUMERATION_LIST = "\"allowed\":\\[";

    public static void main(String[] arguments) throws IOException {
        URI loa = URI.create(arguments[0]);
        HttpClient client = HttpClient.newHttpClient();
        HttpServer server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.createContext("/", exchange -> answer(exchange, loa, client));
        server.start();
        Files.writeString(Path.of(arguments[1]), "http://localhost:" + server.getAddress().getPort());
    }

    private static void answer(HttpExchange exchange, URI loa, HttpClient client) throws IOException {
        try (exchange) {
            HttpRequest.Builder request = HttpRequest.newBuilder(loa.resolve(exchange.getRequestURI()))
                    .header("Accept", "application/json");
            List<String> key = exchange.getRequestHeaders().getOrDefault("Authorization", List.of());
            key.forEach(value -> request.header("Authorization", value));
            var answer = client.send(request.build(), BodyHandlers.ofString());
            byte[] body = answer.body().replaceAll(ENUMERATIONS, "\"$1\":\"made-up\"")
                    .replaceAll(ENUMERATION_LIST, "\"allowed\":[\"made-up\",").getBytes(StandardCharsets.UTF_8);
            exchange.getResponseHeaders().set("Content-Type", answer.headers().firstValue("Content-Type").orElseThrow());
            exchange.sendResponseHeaders(answer.statusCode(), body.length);
            exchange.getResponseBody().write(body);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}

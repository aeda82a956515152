package vn.loa.support;

import io.restassured.RestAssured;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;

/**
 * Requests to the application under test for walks of hundreds of them: RestAssured takes several times as long for one.
 * Their answers are held against the contract, too.
 */
public final class PlainHttp {

    private static final HttpClient CLIENT = HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1)
            .followRedirects(HttpClient.Redirect.NEVER).build();
    private static final ContractCheck CONTRACT = new ContractCheck();

    private PlainHttp() {
    }

    /**
     * Sends a request.
     *
     * @param body empty for none
     * @param headers names and values in turn
     */
    public static HttpResponse<String> send(String method, String path, String body, String... headers) {
        return send(method, path, body.getBytes(StandardCharsets.UTF_8), headers);
    }

    /** The same with a body of bytes. */
    public static HttpResponse<String> send(String method, String path, byte[] body, String... headers) {
        HttpRequest.Builder request = HttpRequest.newBuilder(URI.create("http://localhost:" + RestAssured.port + path))
                .method(method, body.length == 0 ? BodyPublishers.noBody() : BodyPublishers.ofByteArray(body));
        for (int i = 0; i < headers.length; i += 2) {
            request.header(headers[i], headers[i + 1]);
        }
        try {
            HttpRequest sent = request.build();
            HttpResponse<String> answer = CLIENT.send(sent, HttpResponse.BodyHandlers.ofString());
            CONTRACT.check(new ContractCheck.Answer(method, sent.uri().getRawPath(), sent.uri().getRawQuery(), answer.statusCode(),
                    name -> answer.headers().firstValue(name).orElse(null), answer.body()));
            return answer;
        } catch (IOException | InterruptedException e) {
            throw new IllegalStateException(method + " " + path, e);
        }
    }
}

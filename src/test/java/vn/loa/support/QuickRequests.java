package vn.loa.support;

import io.quarkus.test.junit.callback.QuarkusTestBeforeTestExecutionCallback;
import io.quarkus.test.junit.callback.QuarkusTestMethodContext;
import io.restassured.RestAssured;

/** Gives RestAssured its {@link QuickClient}. Here, because Quarkus sets the client after {@link FreshStart}. */
public class QuickRequests implements QuarkusTestBeforeTestExecutionCallback {

    @Override
    public void beforeTestExecution(QuarkusTestMethodContext context) {
        RestAssured.config = RestAssured.config()
                .httpClient(RestAssured.config().getHttpClientConfig().httpClientFactory(QuickClient::new));
    }
}

package vn.loa.http.answer;

import io.quarkus.vertx.http.runtime.CurrentVertxRequest;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.concurrent.Semaphore;
import vn.loa.http.client.RequestEnd;
import vn.loa.problem.Problem;
import vn.loa.problem.ProblemType;

/**
 * Bounds how many answers of gigabytes an instance sends at a time to anybody who asks: each has a piece in memory, and reads the next
 * one from the database, for as long as it lasts.
 */
@ApplicationScoped
public class LongDownloads {

    static final int MOST = 16;

    private final Semaphore free = new Semaphore(MOST);
    private final CurrentVertxRequest request;

    LongDownloads(CurrentVertxRequest request) {
        this.request = request;
    }

    /**
     * Takes a place until the answer to the current request has ended.
     *
     * @throws vn.loa.problem.ProblemException 503 when none is free
     */
    public void take() {
        if (!free.tryAcquire()) {
            throw Problem.of(ProblemType.UNAVAILABLE, "Others are fetching the same, " + MOST + " at a time. Try again later.").asException();
        }
        RequestEnd.of(request.getCurrent(), free::release);
    }
}

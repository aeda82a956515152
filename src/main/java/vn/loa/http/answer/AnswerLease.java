package vn.loa.http.answer;

import jakarta.annotation.PreDestroy;
import jakarta.enterprise.context.RequestScoped;
import java.util.ArrayList;
import java.util.List;
import vn.loa.http.body.MemoryPool;

/**
 * The memory for answers that a request holds. It is given back when two things have happened: the resource has ended, and
 * the answer has been sent or its caller has gone. After one of them alone the memory is still in use.
 */
@RequestScoped
class AnswerLease {

    /** What one reservation holds. */
    static final class Part {

        private final MemoryPool pool;
        private final Object client;
        private long bytes;
        private int reasons = 2;

        private Part(MemoryPool pool, Object client, long bytes) {
            this.pool = pool;
            this.client = client;
            this.bytes = bytes;
        }

        /** From now on it needs no more than this. */
        synchronized void shrink(long needed) {
            if (needed < bytes && reasons > 0) {
                pool.giveBack(client, bytes - needed);
                bytes = needed;
            }
        }

        /** One of the two reasons to keep it is gone. */
        synchronized void end() {
            if (--reasons == 0) {
                pool.giveBack(client, bytes);
            }
        }
    }

    private final List<Part> parts = new ArrayList<>();

    Part add(MemoryPool pool, Object client, long bytes) {
        Part part = new Part(pool, client, bytes);
        parts.add(part);
        return part;
    }

    void shrink(long needed) {
        parts.forEach(part -> part.shrink(needed));
    }

    @PreDestroy
    void end() {
        parts.forEach(Part::end);
    }
}

package vn.loa.http.answer;

import jakarta.annotation.PreDestroy;
import jakarta.enterprise.context.RequestScoped;
import java.util.ArrayList;
import java.util.List;
import vn.loa.http.body.MemoryPool;

/**
 * The memory that a request holds for its answers. It is given back when the resource has ended and the answer has been sent
 * (or the caller has gone). After one of the two alone the memory is still in use.
 */
@RequestScoped
class AnswerLease {

    /** The memory of one reservation. */
    static final class LeasedMemory {

        private final MemoryPool pool;
        private final Object client;
        private long bytes;
        /** The resource, and the answer that is being sent. */
        private int users = 2;

        private LeasedMemory(MemoryPool pool, Object client, long bytes) {
            this.pool = pool;
            this.client = client;
            this.bytes = bytes;
        }

        private synchronized long held() {
            return users == 0 ? 0 : bytes;
        }

        /** Gives back all but this many bytes. */
        synchronized void shrink(long needed) {
            if (needed < bytes && users > 0) {
                pool.giveBack(client, bytes - needed);
                bytes = needed;
            }
        }

        /** One of the two users has ended. */
        synchronized void end() {
            if (--users == 0) {
                pool.giveBack(client, bytes);
            }
        }
    }

    private final List<LeasedMemory> leased = new ArrayList<>();

    LeasedMemory add(MemoryPool pool, Object client, long bytes) {
        LeasedMemory memory = new LeasedMemory(pool, client, bytes);
        leased.add(memory);
        return memory;
    }

    /** What the request holds, in bytes. */
    long held() {
        return leased.stream().mapToLong(LeasedMemory::held).sum();
    }

    void shrink(long needed) {
        leased.forEach(memory -> memory.shrink(needed));
    }

    @PreDestroy
    void end() {
        leased.forEach(LeasedMemory::end);
    }
}

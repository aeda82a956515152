package vn.loa.support;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.IntFunction;
import java.util.stream.IntStream;

/**
 * Many callers at once, each in a thread of its own. Not a parallel stream: those borrow threads that do not know the
 * application's classes.
 */
public final class AtOnce {

    private AtOnce() {
    }

    /** The answers of the callers 0 to {@code callers - 1}; null for a caller without an answer. */
    public static <T> List<T> call(int callers, IntFunction<T> caller) {
        ExecutorService threads = Executors.newFixedThreadPool(callers);
        try {
            List<Callable<T>> calls = IntStream.range(0, callers)
                    .<Callable<T>>mapToObj(n -> () -> caller.apply(n)).toList();
            List<T> answers = new ArrayList<>();
            for (Future<T> answer : threads.invokeAll(calls)) {
                answers.add(answer.get());
            }
            return answers;
        } catch (InterruptedException | ExecutionException e) {
            throw new IllegalStateException(e);
        } finally {
            threads.shutdown();
        }
    }
}

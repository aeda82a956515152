package vn.loa.visitor;

import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import java.util.function.Function;

/**
 * Values by key, of which those go that nobody has asked for in a whole generation; a generation ends with
 * {@link #turn()}, or when it is full. No order is kept among them: whoever keeps one writes at every look, all over the
 * memory, and the garbage collector goes through what was written while everybody waits.
 */
final class Generations<K, V> {

    private record Maps<K, V>(ConcurrentMap<K, V> present, ConcurrentMap<K, V> former) {
    }

    private final int most;
    private volatile Maps<K, V> maps;

    /** @param most in one generation, of two */
    Generations(int most) {
        this.most = most;
        clear();
    }

    /** Null when there is none. */
    V get(K key) {
        return get(key, absent -> null);
    }

    /** @param make the value where there is none */
    V get(K key, Function<? super K, ? extends V> make) {
        Maps<K, V> now = maps;
        V value = now.present.get(key);
        if (value != null) {
            return value;
        }
        if (now.present.size() >= most) {
            turn(now);
            return get(key, make);
        }
        return now.present.computeIfAbsent(key, absent -> {
            V former = now.former.get(absent);
            return former != null ? former : make.apply(absent);
        });
    }

    /** How many are kept; those that both generations have are counted twice. */
    int size() {
        Maps<K, V> now = maps;
        return now.present.size() + now.former.size();
    }

    /** Begins a new generation. */
    void turn() {
        turn(maps);
    }

    /** Of several at once, one does it. */
    private synchronized void turn(Maps<K, V> seen) {
        if (maps == seen) {
            maps = new Maps<>(new ConcurrentHashMap<>(), seen.present);
        }
    }

    synchronized void clear() {
        maps = new Maps<>(new ConcurrentHashMap<>(), new ConcurrentHashMap<>());
    }
}

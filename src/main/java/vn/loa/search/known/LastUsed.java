package vn.loa.search.known;

import java.util.LinkedHashMap;
import java.util.Map;

/** A map that forgets what was not used for the longest time when it has too much. It is not safe for several threads. */
public final class LastUsed<K, V> extends LinkedHashMap<K, V> {

    private static final long serialVersionUID = 1;
    private static final float LOAD = 0.75f;

    private final int most;

    public LastUsed(int most) {
        super(16, LOAD, true);
        this.most = most;
    }

    @Override
    protected boolean removeEldestEntry(Map.Entry<K, V> eldest) {
        return size() > most;
    }
}

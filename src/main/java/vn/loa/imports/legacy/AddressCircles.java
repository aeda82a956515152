package vn.loa.imports.legacy;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import vn.loa.imports.legacy.OldAddressRepository.Place;
import vn.loa.imports.legacy.OldAddressRepository.Way;

/**
 * Finds old addresses that would lead back to themselves: by the page of what they lead to, when that page is an old address, too. A
 * server that sends readers on by a map would do so without end.
 */
@ApplicationScoped
class AddressCircles {

    /** A longer way is taken for one that ends. */
    private static final int LONGEST = 20;

    private final OldAddressRepository addresses;
    private final NewAddresses pages;

    AddressCircles(OldAddressRepository addresses, NewAddresses pages) {
        this.addresses = addresses;
        this.pages = pages;
    }

    /** Those of the keys, in their order, if they were recorded, too. Pages that are old addresses are few. */
    Set<String> find(Map<String, Place> wanted) {
        Map<String, String> next = new HashMap<>();
        wanted.forEach((key, place) -> next.put(key, page(place)));
        Set<String> recorded = addresses.places(new HashSet<>(next.values())).keySet();
        Set<String> circles = new LinkedHashSet<>();
        for (String key : wanted.keySet()) {
            String at = next.get(key);
            for (int n = 0; n < LONGEST && at != null && !at.equals(key); n++) {
                at = wanted.containsKey(at) ? next.get(at) : n == 0 && !recorded.contains(at) ? null : ofRecorded(at).orElse(null);
            }
            if (key.equals(at)) {
                circles.add(key);
            }
        }
        return circles;
    }

    private Optional<String> ofRecorded(String key) {
        return addresses.way(key).map(Way::place).filter(place -> pages.page(place) != null).map(this::page);
    }

    private String page(Place place) {
        return OldAddress.parse(pages.page(place)).key();
    }
}

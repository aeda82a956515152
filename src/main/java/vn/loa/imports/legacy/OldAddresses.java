package vn.loa.imports.legacy;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import java.time.Clock;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.hibernate.id.uuid.UuidVersion7Strategy;
import vn.loa.access.AuditEvent;
import vn.loa.cache.OtherInstances;
import vn.loa.cache.PublicChange;
import vn.loa.imports.legacy.OldAddressRepository.Place;
import vn.loa.problem.FieldErrors;
import vn.loa.problem.Problem;
import vn.loa.problem.ProblemType;
import vn.loa.sql.BeforeCommit;
import vn.loa.sql.NamedSql;
import vn.loa.sql.SqlWriter;

/** Records and forgets old addresses. Joins the caller's transaction. */
@ApplicationScoped
public class OldAddresses {

    private final OldAddressRepository addresses;
    private final OldAddressTargets targets;
    private final AddressCircles circles;
    private final Event<AuditEvent> audit;
    private final Event<PublicChange> publicChanges;
    private final OtherInstances others;
    private final SqlWriter changes;
    private final BeforeCommit beforeCommit;
    private final Clock clock;

    OldAddresses(OldAddressRepository addresses, OldAddressTargets targets, AddressCircles circles, Event<AuditEvent> audit,
            Event<PublicChange> publicChanges, OtherInstances others, SqlWriter changes, BeforeCommit beforeCommit, Clock clock) {
        this.addresses = addresses;
        this.targets = targets;
        this.circles = circles;
        this.audit = audit;
        this.publicChanges = publicChanges;
        this.others = others;
        this.changes = changes;
        this.beforeCommit = beforeCommit;
        this.clock = clock;
    }

    /**
     * Records all of them, or none.
     *
     * @param errors takes what is wrong, each under the pointer of its item
     * @throws vn.loa.problem.ProblemException naming what is wrong
     */
    OldAddressReport record(List<OldAddressRequest.Item> items, FieldErrors errors) {
        Map<OldAddress, Place> wanted = new LinkedHashMap<>();
        Map<OldAddress, String> asGiven = new HashMap<>();
        Map<String, Integer> byKey = new LinkedHashMap<>();
        List<Place> places = targets.find(items, errors);
        for (int i = 0; i < items.size() && !errors.isFull(); i++) {
            OldAddress address = address(items.get(i), i, errors);
            if (address == null || places.get(i) == null) {
                continue;
            }
            Integer before = byKey.putIfAbsent(address.key(), i);
            if (before == null) {
                wanted.put(address, places.get(i));
                asGiven.put(address, items.get(i).address().strip());
            } else if (!places.get(before).isSame(places.get(i))) {
                errors.add("/items/" + i + "/address", "contradiction", "leads to something else in another item");
            }
        }
        circles.find(byKey(byKey, places)).forEach(key -> errors.add("/items/" + byKey.get(key) + "/address", "contradiction",
                "is the page to which it would lead, by way of other old addresses perhaps"));
        errors.throwIfAny();
        List<UUID> ids = wanted.keySet().stream().map(address -> UuidVersion7Strategy.INSTANCE.generateUuid(null)).toList();
        int recorded = addresses.record(ids, wanted, asGiven, clock.instant());
        // Others may have recorded one of the addresses before, or just now.
        Map<String, Place> stored = addresses.places(byKey.keySet());
        byKey.forEach((key, i) -> {
            if (!stored.get(key).isSame(places.get(i))) {
                errors.add("/items/" + i + "/address", "in-use", "leads to something else already");
            }
        });
        errors.throwIfAny();
        if (recorded > 0) {
            audit.fire(new AuditEvent("old-address.record", "old-address", null, null, null, Map.of("recorded", recorded), null));
        }
        return new OldAddressReport(recorded, items.size() - recorded);
    }

    private static Map<String, Place> byKey(Map<String, Integer> items, List<Place> places) {
        Map<String, Place> byKey = new LinkedHashMap<>();
        items.forEach((key, i) -> byKey.put(key, places.get(i)));
        return byKey;
    }

    private static OldAddress address(OldAddressRequest.Item item, int i, FieldErrors errors) {
        if (item == null || item.address() == null || item.address().isBlank()) {
            errors.add("/items/" + i + "/address", "required", "must be given");
            return null;
        }
        try {
            return OldAddress.parse(item.address());
        } catch (IllegalArgumentException e) {
            errors.add("/items/" + i + "/address", "wrong-form", e.getMessage());
            return null;
        }
    }

    /** Records one address of an article, under a chosen id. */
    public void record(UUID id, String address, UUID article) {
        addresses.record(List.of(id), Map.of(OldAddress.parse(address), Place.ofArticle(article)),
                Map.of(OldAddress.parse(address), address), clock.instant());
    }

    /**
     * Records the addresses that an imported article or file had. Those that it has already stay.
     *
     * @param article null for a file
     * @param file null for an article
     * @throws vn.loa.problem.ProblemException 422 naming those that are no addresses, or lead to something else
     */
    public void recordImported(List<String> given, UUID article, UUID file) {
        FieldErrors errors = new FieldErrors();
        Place place = file == null ? Place.ofArticle(article) : Place.ofFile(file);
        Map<OldAddress, Place> wanted = new LinkedHashMap<>();
        Map<OldAddress, String> asGiven = new HashMap<>();
        Map<String, Integer> byKey = new LinkedHashMap<>();
        for (int i = 0; i < given.size(); i++) {
            try {
                OldAddress address = OldAddress.parse(given.get(i));
                if (byKey.putIfAbsent(address.key(), i) == null) {
                    wanted.put(address, place);
                    asGiven.put(address, given.get(i).strip());
                }
            } catch (IllegalArgumentException e) {
                errors.add("/oldAddresses/" + i, "wrong-form", e.getMessage());
            }
        }
        errors.throwIfAny();
        if (wanted.isEmpty()) {
            return;
        }
        List<UUID> ids = wanted.keySet().stream().map(address -> UuidVersion7Strategy.INSTANCE.generateUuid(null)).toList();
        if (addresses.record(ids, wanted, asGiven, clock.instant()) < wanted.size()) {
            Map<String, Place> stored = addresses.places(byKey.keySet());
            byKey.forEach((key, i) -> {
                if (!stored.get(key).isSame(place)) {
                    errors.add("/oldAddresses/" + i, "in-use", "leads to something else already");
                }
            });
            errors.throwIfAny();
        }
    }

    /**
     * Records where an imported article stood, unless that leads to something else already.
     *
     * @param address see {@link #isAddress}
     * @return whether it leads to the article
     */
    public boolean recordWhereItStood(String address, UUID article) {
        OldAddress parsed = OldAddress.parse(address);
        Place place = Place.ofArticle(article);
        if (addresses.record(List.of(UuidVersion7Strategy.INSTANCE.generateUuid(null)), Map.of(parsed, place),
                Map.of(parsed, address.strip()), clock.instant()) == 1) {
            return true;
        }
        Place there = addresses.places(List.of(parsed.key())).get(parsed.key());
        // Somebody may just have deleted it.
        return there != null && there.isSame(place);
    }

    /** Whether this can be recorded: an absolute address of http or https. */
    public static boolean isAddress(String text) {
        try {
            OldAddress.parse(text);
            return true;
        } catch (IllegalArgumentException e) {
            return false;
        }
    }

    /** @throws vn.loa.problem.ProblemException 404 when there is no such address */
    void forget(UUID id) {
        String address = addresses.delete(id).orElseThrow(() -> Problem.of(ProblemType.NOT_FOUND, "There is no old address of this id.")
                .asException());
        audit.fire(new AuditEvent("old-address.forget", "old-address", id, null, null, Map.of("address", address), null));
        endKeptRedirects();
    }

    /** Redirects are kept in memory until the public content changes. A new address is in no memory. */
    private void endKeptRedirects() {
        beforeCommit.run(() -> {
            UUID stamp = UUID.randomUUID();
            others.notifyChanged(stamp);
            changes.update(NamedSql.of("update change_log set stamp = :stamp").with("stamp", stamp));
        });
        publicChanges.fire(PublicChange.NOW);
    }
}

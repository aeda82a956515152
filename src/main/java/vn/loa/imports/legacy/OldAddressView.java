package vn.loa.imports.legacy;

import java.time.Instant;
import java.util.UUID;

/**
 * An old address, as JSON.
 *
 * @param article the slug of the article to which it leads; null when it leads to something else, as the next two
 * @param leadsTo the page to which readers are sent now; null while the public does not read it
 */
record OldAddressView(UUID id, String address, String article, String category, UUID file, String leadsTo, Instant recordedAt) {
}

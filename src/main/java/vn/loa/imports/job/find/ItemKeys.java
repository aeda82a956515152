package vn.loa.imports.job.find;

import java.util.List;
import vn.loa.imports.archive.LinkKeys;

/** Words by which links find an item. */
final class ItemKeys {

    private ItemKeys() {
    }

    /** Those of an address where an item stood. */
    static List<String> ofAddress(String address) {
        return LinkKeys.ofAddress(address);
    }
}

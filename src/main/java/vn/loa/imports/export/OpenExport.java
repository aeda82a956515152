package vn.loa.imports.export;

import java.util.UUID;

/**
 * An export that is to be written, or imported.
 *
 * @param mergeSource what the portal is called here into which it is merged; null for an import into a new Loa
 */
record OpenExport(UUID id, String kind, boolean compressed, String mergeSource) {

    boolean isUploaded() {
        return kind.equals("uploaded");
    }
}

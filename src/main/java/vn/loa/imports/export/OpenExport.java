package vn.loa.imports.export;

import java.util.UUID;

/**
 * An export that is to be written, or imported.
 *
 * @param mergeSource what the portal is called here into which it is merged; null for an import into a new Loa
 * @param tries how often others have held it up
 */
record OpenExport(UUID id, String kind, boolean compressed, String mergeSource, int tries) {

    boolean isUploaded() {
        return kind.equals("uploaded");
    }
}

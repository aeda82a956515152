package vn.loa.imports.export;

import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;

/**
 * An export as an admin asks for it.
 *
 * @param kind see {@link ExportView}
 * @param compressed whether its parts are compressed; true when left out
 */
record ExportRequest(
        @NotNull(message = "must be given")
        @Pattern(regexp = "full|public|uploaded", message = "must be one of full, public, uploaded")
        String kind,
        Boolean compressed) {
}

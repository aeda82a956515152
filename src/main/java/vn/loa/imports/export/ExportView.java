package vn.loa.imports.export;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Instant;
import java.util.HexFormat;
import java.util.List;
import java.util.UUID;
import vn.loa.http.ApiPaths;

/**
 * An export, as JSON.
 *
 * @param kind {@code full}: everything that is not a secret; {@code public}: what the public may read; {@code uploaded}: one of
 *     another Loa, to be imported
 * @param snapshotAt the instant of which it is
 * @param snapshotSeconds for how long the snapshot was needed
 * @param partCount how many parts are whole
 * @param mergeSource what the portal is called here whose export is merged; null when it is not
 * @param nextTryAt null unless others have held it up
 * @param parts null in lists
 */
record ExportView(UUID id, String kind, String state, boolean compressed, String createdBy, Instant createdAt, Instant startedAt,
        Instant endedAt, Instant expiresAt, Instant snapshotAt, Long snapshotSeconds, int kindsDone, int kinds, long lines, long bytes,
        int partCount, String fault, String mergeSource, Instant nextTryAt, @JsonInclude(JsonInclude.Include.NON_NULL) List<Part> parts) {

    /**
     * A part of an export.
     *
     * @param lines null when they were not counted yet
     */
    record Part(int number, long size, Long lines, String sha256, String url) {

        static Part of(UUID export, ExportPart part) {
            return new Part(part.number(), part.size(), part.lines(), HexFormat.of().formatHex(part.sha256()),
                    ApiPaths.V1 + "/exports/" + export + "/parts/" + part.number());
        }
    }

    ExportView with(List<ExportPart> all) {
        return new ExportView(id, kind, state, compressed, createdBy, createdAt, startedAt, endedAt, expiresAt, snapshotAt,
                snapshotSeconds, kindsDone, kinds, lines, bytes, partCount, fault, mergeSource, nextTryAt,
                all.stream().map(part -> Part.of(id, part)).toList());
    }

    boolean wasUploaded() {
        return kind.equals("uploaded");
    }
}

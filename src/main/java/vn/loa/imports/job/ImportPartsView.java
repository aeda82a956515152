package vn.loa.imports.job;

import java.util.List;
import org.apache.commons.codec.binary.Hex;
import vn.loa.imports.job.store.ImportUploads;

/** The parts of a job that are there, in JSON. */
record ImportPartsView(List<Part> parts) {

    /** @param sha256 in hexadecimal figures */
    public record Part(int number, long bytes, String sha256) {
    }

    static ImportPartsView of(List<ImportUploads.Part> parts) {
        return new ImportPartsView(parts.stream().map(part -> new Part(part.number(), part.size(), Hex.encodeHexString(part.sha256()))).toList());
    }
}

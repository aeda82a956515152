package vn.loa.directive;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.Objects;
import java.util.UUID;
import org.apache.commons.codec.digest.DigestUtils;
import vn.loa.text.structure.Section;

/**
 * A section as it is stored.
 *
 * @param parentEId null at the top
 * @param heading may be null
 * @param paragraphs JSON: a list of {@link ParagraphView}
 * @param citations JSON: a list of {@link StoredCitation}; null for none
 * @param notes JSON: a list of {@link NoteView}; null for none
 * @param bytes its size in a response with its citations
 */
record StoredSection(String eId, String parentEId, int level, String kind, String number, String marker, String heading,
        String paragraphs, String citations, String notes, int bytes) {

    static StoredSection of(Section section, String paragraphs, String citations, String notes, int bytes) {
        return new StoredSection(section.eId().value(), section.parentEId() == null ? null : section.parentEId().value(),
                section.level(), section.kind().wireName(), section.number(), section.marker(), section.heading(), paragraphs,
                citations, notes, bytes);
    }

    /** Sections with the same hash have the same content: the first half of a SHA-256 over all of it. */
    UUID hash() {
        MessageDigest digest = DigestUtils.getSha256Digest();
        for (Object part : new Object[] {eId, parentEId, level, kind, number, marker, heading, paragraphs, citations, notes}) {
            byte[] bytes = Objects.toString(part, "").getBytes(StandardCharsets.UTF_8);
            // With the lengths, and another one for null, no two contents give the same bytes.
            digest.update(ByteBuffer.allocate(Integer.BYTES).putInt(part == null ? -1 : bytes.length).flip());
            digest.update(bytes);
        }
        ByteBuffer half = ByteBuffer.wrap(digest.digest());
        return new UUID(half.getLong(), half.getLong());
    }
}

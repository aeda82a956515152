package vn.loa.access;

import java.text.Normalizer;
import java.time.Instant;
import java.util.BitSet;
import java.util.List;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import vn.loa.http.Roles;
import vn.loa.problem.FieldErrors;

/** The body of a request that makes a key. */
record KeyRequest(
        String name,
        List<String> roles,
        Instant expiresAt) {

    /** In code points. */
    static final int NAME_LENGTH = 100;

    private static final Pattern OUTER_SPACE = Pattern.compile("^[\\p{IsWhite_Space}]+|[\\p{IsWhite_Space}]+$");
    private static final String ROLES = "must be one of " + String.join(", ", Roles.KNOWN);

    /** Letters and marks that are displayed as nothing (Unicode, section 5.21). */
    private static final BitSet INVISIBLE = new BitSet();

    static {
        IntStream.of(0x34F, 0x115F, 0x1160, 0x17B4, 0x17B5, 0x2800, 0x3164, 0xFFA0).forEach(INVISIBLE::set);
        INVISIBLE.set(0x180B, 0x1810);
        INVISIBLE.set(0xFE00, 0xFE10);
        INVISIBLE.set(0xE0000, 0xE1000);
    }

    public KeyRequest {
        name = name == null ? null
                : OUTER_SPACE.matcher(Normalizer.normalize(name, Normalizer.Form.NFC)).replaceAll("");
    }

    /** Adds every field that breaks a rule to {@code errors}. */
    void check(Instant now, Predicate<String> nameIsTaken, FieldErrors errors) {
        if (name == null || name.isEmpty()) {
            errors.add("/name", "required", "must be given and not blank");
        } else if (name.codePointCount(0, name.length()) > NAME_LENGTH) {
            errors.add("/name", "too-long", "may have " + NAME_LENGTH + " characters");
        } else if (!isVisible(name)) {
            errors.add("/name", "wrong-characters", "may not have control or invisible characters");
        } else if (nameIsTaken.test(name)) {
            errors.add("/name", "in-use", "is the name of another key");
        }
        if (roles == null || roles.isEmpty()) {
            errors.add("/roles", "required", "must have at least one role");
        } else if (roles.size() > Roles.KNOWN.size()) {
            errors.add("/roles", "too-many", "may have each role once");
        } else {
            for (int n = 0; n < roles.size(); n++) {
                if (roles.get(n) == null || !Roles.KNOWN.contains(roles.get(n))) {
                    errors.add("/roles/" + n, "unknown-role", ROLES);
                }
            }
        }
        if (expiresAt != null && !expiresAt.isAfter(now)) {
            errors.add("/expiresAt", "past", "must be in the future");
        }
    }

    /** Names are written to the audit log. Invisible characters, or those that reverse a line, could forge an entry there. */
    static boolean isVisible(String name) {
        return name.codePoints().allMatch(KeyRequest::isVisible);
    }

    private static boolean isVisible(int codePoint) {
        if (INVISIBLE.get(codePoint)) {
            return false;
        }
        return switch (Character.getType(codePoint)) {
            case Character.CONTROL, Character.FORMAT, Character.SURROGATE, Character.PRIVATE_USE, Character.UNASSIGNED,
                    Character.LINE_SEPARATOR, Character.PARAGRAPH_SEPARATOR -> false;
            default -> true;
        };
    }

    /** The roles, each once, from the smallest to the largest. */
    List<String> distinctRoles() {
        return Roles.KNOWN.stream().filter(roles::contains).toList();
    }
}

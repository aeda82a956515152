package vn.loa.imports.job;

import java.security.MessageDigest;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.apache.commons.codec.digest.DigestUtils;
import vn.loa.problem.Problem;
import vn.loa.problem.ProblemType;

/** {@code Content-Digest} and {@code Repr-Digest} of a body (RFC 9530). They mean the same here, because no body is encoded. */
final class ContentDigest {

    private static final Pattern MEMBER = Pattern.compile("\\s*([a-z0-9-]+)=:([A-Za-z0-9+/]*={0,2}):\\s*");
    private static final Map<String, String> ALGORITHMS = Map.of("sha-256", "SHA-256", "sha-512", "SHA-512");

    private ContentDigest() {
    }

    /**
     * @param fields the values of the header fields; those of other algorithms are not looked at (RFC 9530, section 2)
     * @throws vn.loa.problem.ProblemException 400 when the body is another one
     */
    static void require(List<String> fields, byte[] body) {
        for (String field : fields) {
            for (String member : field.split(",")) {
                Matcher matcher = MEMBER.matcher(member);
                if (!matcher.matches()) {
                    throw Problem.of(ProblemType.BAD_REQUEST, "The digest must have the form sha-256=:…:, in Base64.").asException();
                }
                String algorithm = ALGORITHMS.get(matcher.group(1));
                if (algorithm != null && !MessageDigest.isEqual(decode(matcher.group(2)), DigestUtils.digest(DigestUtils.getDigest(algorithm), body))) {
                    throw Problem.of(ProblemType.BAD_REQUEST, "The body is not the one of the digest. Send it again.").asException();
                }
            }
        }
    }

    private static byte[] decode(String base64) {
        try {
            return Base64.getDecoder().decode(base64);
        } catch (IllegalArgumentException e) {
            return new byte[0];
        }
    }
}

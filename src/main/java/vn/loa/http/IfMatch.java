package vn.loa.http;

import jakarta.ws.rs.core.EntityTag;
import jakarta.ws.rs.core.HttpHeaders;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import vn.loa.problem.Problem;
import vn.loa.problem.ProblemType;

/**
 * The {@code If-Match} header (RFC 9110, section 13.1.1): the caller changes something only if nobody else has changed it
 * since the caller read it.
 */
public final class IfMatch {

    private static final Pattern TAG = Pattern.compile("\\G\\s*(W/)?\"([\\x21\\x23-\\x7E\\x80-\\xFF]*)\"\\s*(?:,|$)");

    private final boolean given;
    private final boolean any;
    private final List<String> tags = new ArrayList<>();

    private IfMatch(String header) {
        given = header != null;
        any = given && header.strip().equals("*");
        if (given && !any) {
            read(header);
        }
    }

    /** The condition that only this tag fulfils. */
    public static IfMatch of(EntityTag tag) {
        return new IfMatch(print(tag));
    }

    /** @throws ProblemException 400 when the header is not a list of entity tags */
    public static IfMatch of(HttpHeaders headers) {
        return new IfMatch(HeaderLines.joined(headers.getRequestHeader(HttpHeaders.IF_MATCH)));
    }

    /**
     * Like {@link #of(HttpHeaders)}, for what is read at a public address: its ETag begins with the version that editors change,
     * and goes on behind a dot with what else the answer depends on, which is no concern of theirs.
     */
    public static IfMatch ofVersions(HttpHeaders headers) {
        IfMatch condition = of(headers);
        condition.tags.replaceAll(tag -> tag.indexOf('.') < 0 ? tag : tag.substring(0, tag.indexOf('.')));
        return condition;
    }

    private void read(String header) {
        Matcher matcher = TAG.matcher(header);
        int end = 0;
        while (matcher.find()) {
            // The comparison is strong (RFC 9110, section 13.1.1): a weak tag matches nothing.
            if (matcher.group(1) == null) {
                tags.add(matcher.group(2));
            }
            end = matcher.end();
        }
        if (end == 0 || end < header.length()) {
            throw Problem.of(ProblemType.BAD_REQUEST, "The header If-Match is not a list of entity tags.").asException();
        }
    }

    /** @throws ProblemException 412 with the current ETag when the header was sent and does not name that one */
    public void honourFor(EntityTag current) {
        if (given && !any && !tags.contains(current.getValue())) {
            throw Problem.of(ProblemType.PRECONDITION_FAILED, "It has changed since; its ETag is now " + print(current) + ".")
                    .asException().withHeader(HttpHeaders.ETAG, print(current));
        }
    }

    /** @throws ProblemException 428 when the header was not sent, 412 with the current ETag when it does not name that one */
    public void requireFor(EntityTag current) {
        if (!given) {
            throw Problem.of(ProblemType.PRECONDITION_REQUIRED, "Send If-Match with the ETag of what you have read.")
                    .asException();
        }
        honourFor(current);
    }

    private static String print(EntityTag tag) {
        return '"' + tag.getValue() + '"';
    }
}

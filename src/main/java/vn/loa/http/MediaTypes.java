package vn.loa.http;

import jakarta.ws.rs.core.MediaType;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Reads the {@code Content-Type} of a request (RFC 9110, section 8.3). */
public final class MediaTypes {

    private static final String TOKEN = "[!#$%&'*+.^_`|~0-9A-Za-z-]+";
    private static final Pattern MEDIA_TYPE = Pattern.compile("(" + TOKEN + "/" + TOKEN + ")(?:\\s*;\\s*(?:" + TOKEN
            + "=(?:" + TOKEN + "|\"(?:[^\"\\\\]|\\\\.)*+\"))?)*+\\s*");

    private MediaTypes() {
    }

    /** The media type without parameters, such as {@code application/json}; null when the text is no media type. */
    public static String name(String contentType) {
        if (contentType == null) {
            return null;
        }
        Matcher matcher = MEDIA_TYPE.matcher(contentType);
        return matcher.matches() ? matcher.group(1).toLowerCase(Locale.ROOT) : null;
    }

    /** @param types may have wildcards */
    public static boolean isAmong(String name, List<MediaType> types) {
        for (MediaType type : types) {
            if (type.isWildcardType() || name.startsWith(type.getType() + "/")
                    && (type.isWildcardSubtype() || name.endsWith("/" + type.getSubtype()))) {
                return true;
            }
        }
        return false;
    }
}

package vn.loa.http.pipeline;

import io.opentelemetry.api.trace.SpanKind;
import io.opentelemetry.context.Context;
import io.opentelemetry.sdk.trace.ReadWriteSpan;
import io.opentelemetry.sdk.trace.ReadableSpan;
import io.opentelemetry.sdk.trace.SpanProcessor;
import io.opentelemetry.semconv.ClientAttributes;
import io.opentelemetry.semconv.UrlAttributes;
import io.opentelemetry.semconv.UserAgentAttributes;
import jakarta.inject.Singleton;

/** Takes out of traces what Loa keeps of no caller: the address, the user agent, the words of a query, the token of a preview link. */
@Singleton
class TracePrivacy implements SpanProcessor {

    private static final String NOTHING = "";

    @Override
    public void onStart(Context parent, ReadWriteSpan span) {
        if (span.getKind() != SpanKind.SERVER) {
            return;
        }
        span.setAttribute(ClientAttributes.CLIENT_ADDRESS, NOTHING);
        span.setAttribute(UserAgentAttributes.USER_AGENT_ORIGINAL, NOTHING);
        span.setAttribute(UrlAttributes.URL_QUERY, NOTHING);
        String path = span.getAttribute(UrlAttributes.URL_PATH);
        if (path != null) {
            span.setAttribute(UrlAttributes.URL_PATH, LoggedPath.of(path));
        }
    }

    @Override
    public boolean isStartRequired() {
        return true;
    }

    @Override
    public void onEnd(ReadableSpan span) {
        // Nothing is known then that was not known before.
    }

    @Override
    public boolean isEndRequired() {
        return false;
    }
}

package vn.loa.web;

import jakarta.enterprise.inject.Instance;
import jakarta.ws.rs.ext.Provider;
import jakarta.ws.rs.ext.ReaderInterceptor;
import jakarta.ws.rs.ext.ReaderInterceptorContext;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;

/** Ends the reading of a body that does not say its length (chunked) once it is over the limit. */
@Provider
class BodyLimit implements ReaderInterceptor {

    /** Looked up late: interceptors are made before the configuration can be read. */
    private final Instance<Limits> limits;

    BodyLimit(Instance<Limits> limits) {
        this.limits = limits;
    }

    static Problem problem(Limits limits) {
        return Problem.of(ProblemType.BODY_TOO_LARGE,
                "The body is larger than " + limits.body().asLongValue() + " bytes.");
    }

    @Override
    public Object aroundReadFrom(ReaderInterceptorContext context) throws IOException {
        context.setInputStream(new Limited(context.getInputStream()));
        return context.proceed();
    }

    private final class Limited extends FilterInputStream {

        private long left = limits.get().body().asLongValue();

        Limited(InputStream in) {
            super(in);
        }

        @Override
        public int read() throws IOException {
            int b = super.read();
            count(b < 0 ? 0 : 1);
            return b;
        }

        @Override
        public int read(byte[] b, int off, int len) throws IOException {
            int read = super.read(b, off, len);
            count(Math.max(read, 0));
            return read;
        }

        private void count(int bytes) {
            left -= bytes;
            if (left < 0) {
                throw problem(limits.get()).asException();
            }
        }
    }
}

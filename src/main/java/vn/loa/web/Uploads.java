package vn.loa.web;

import io.quarkus.security.AuthenticationFailedException;
import io.quarkus.security.identity.SecurityIdentity;
import io.quarkus.vertx.http.runtime.security.HttpAuthenticator;
import io.vertx.core.Context;
import io.vertx.core.http.HttpMethod;
import io.vertx.ext.web.RoutingContext;
import io.vertx.ext.web.handler.BodyHandler;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.concurrent.atomic.AtomicBoolean;

/**
 * Reads the bodies of uploads. They are held in memory whole, and so only those of editors are read, and few at a
 * time: the others wait, on the network, where waiting costs nothing.
 */
@ApplicationScoped
class Uploads {

    private static final int MOST_AT_A_TIME = 8;
    /** Of the memory that there is, uploads may fill a quarter. */
    private static final int SHARE = 4;
    /** A body in memory: the buffer, which grows by doubling, and the bytes taken from it. */
    private static final int COPIES = 3;
    private static final Duration PATIENCE = Duration.ofSeconds(30);

    /** One that may be read, at its turn or never: whichever is decided first. */
    private record Upload(RoutingContext request, Context eventLoop, Runnable refuse, AtomicBoolean decided) {

        boolean decide() {
            return decided.compareAndSet(false, true);
        }
    }

    private final HttpAuthenticator authenticator;
    private final BodyHandler body;
    private final Deque<Upload> waiting = new ArrayDeque<>();
    private int places;

    Uploads(HttpAuthenticator authenticator, Limits limits) {
        this.authenticator = authenticator;
        this.body = BodyHandler.create(false).setBodyLimit(limits.upload().asLongValue());
        long room = Runtime.getRuntime().maxMemory() / SHARE / (COPIES * limits.upload().asLongValue());
        this.places = (int) Math.max(1, Math.min(MOST_AT_A_TIME, room));
    }

    static boolean isUpload(RoutingContext context) {
        return context.request().method() == HttpMethod.POST && context.normalizedPath().equals(Api.FILES);
    }

    /**
     * Reads the body when a place is free, and goes on. The body of somebody who may not upload is not kept: the
     * resource refuses the request without looking at it, and what comes of it afterwards is dropped.
     *
     * @param refuse what happens when no place becomes free in time
     */
    void read(RoutingContext request, Runnable refuse) {
        // Who calls is looked up on another thread; everything else happens on the request's own.
        Context eventLoop = request.vertx().getOrCreateContext();
        authenticator.attemptAuthentication(request).subscribe().with(
                identity -> eventLoop.runOnContext(found -> {
                    if (mayUpload(identity)) {
                        await(new Upload(request, eventLoop, refuse, new AtomicBoolean()));
                    } else {
                        request.next();
                    }
                }),
                failure -> eventLoop.runOnContext(failed -> {
                    if (failure instanceof AuthenticationFailedException) {
                        request.next();
                    } else {
                        // Whether the key is known is not known: the body must not be missing where it is looked for.
                        request.fail(failure);
                    }
                }));
    }

    private static boolean mayUpload(SecurityIdentity identity) {
        return identity != null && identity.hasRole(Roles.EDITOR);
    }

    private void await(Upload upload) {
        if (enter(upload)) {
            start(upload);
            return;
        }
        upload.request.vertx().setTimer(PATIENCE.toMillis(), timer -> {
            if (upload.decide()) {
                giveUp(upload);
                upload.refuse.run();
            }
        });
    }

    private void start(Upload upload) {
        upload.eventLoop.runOnContext(started -> {
            if (upload.decide() && !upload.request.response().closed()) {
                upload.request.addEndHandler(ended -> leave());
                Edge.readBody(upload.request, body);
            } else {
                leave();
            }
        });
    }

    /** True when there is a free place, which is now taken; otherwise the upload is kept until there is one. */
    private synchronized boolean enter(Upload upload) {
        if (places > 0) {
            places--;
            return true;
        }
        waiting.add(upload);
        return false;
    }

    private synchronized void giveUp(Upload upload) {
        waiting.remove(upload);
    }

    /** Passes the place on. */
    private void leave() {
        Upload next;
        synchronized (this) {
            next = waiting.poll();
            if (next == null) {
                places++;
            }
        }
        if (next != null) {
            start(next);
        }
    }
}

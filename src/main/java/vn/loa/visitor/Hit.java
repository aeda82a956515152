package vn.loa.visitor;

import java.util.UUID;
import java.util.concurrent.CompletableFuture;

/**
 * A hit that waits for being stored.
 *
 * @param article null: none
 * @param id what the client calls it, so that it may ask again; null: nothing
 * @param at when it came, in seconds since the epoch: what a second holds is counted together
 * @param answer completed when the hit is stored, and else with the problem that says why not
 */
record Hit(Visitor visitor, UUID article, UUID id, long at, CompletableFuture<Void> answer) {

    Hit(Visitor visitor, UUID article, UUID id, long at) {
        this(visitor, article, id, at, new CompletableFuture<>());
    }
}

package vn.loa.changes.webhook;

import io.netty.channel.EventLoopGroup;
import io.netty.channel.nio.NioEventLoopGroup;
import io.netty.channel.socket.nio.NioDatagramChannel;
import io.netty.channel.socket.nio.NioSocketChannel;
import io.netty.resolver.dns.DnsNameResolver;
import io.netty.resolver.dns.DnsNameResolverBuilder;
import io.netty.resolver.dns.DnsServerAddressStreamProvider;
import io.netty.util.concurrent.DefaultThreadFactory;
import java.net.InetAddress;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;

/**
 * Finds all addresses of a host, without a thread that waits: a name whose server is silent holds up no other one. (The JDK's
 * resolver waits; Vert.x' tells one address of several.)
 */
class HostNames implements AutoCloseable {

    private static final long QUERY_MILLIS = 3000;
    private static final int MOST_QUERIES = 8;
    /** An address that a name had may be kept for so long, in seconds. */
    private static final int LONGEST_KEPT = 30;

    private final DnsServerAddressStreamProvider servers;
    private EventLoopGroup thread;
    private DnsNameResolver resolver;

    /** @param servers to ask; null for those of the machine */
    HostNames(DnsServerAddressStreamProvider servers) {
        this.servers = servers;
    }

    CompletionStage<List<InetAddress>> addresses(String name) {
        CompletableFuture<List<InetAddress>> found = new CompletableFuture<>();
        resolver().resolveAll(name).addListener(answer -> {
            if (answer.isSuccess()) {
                @SuppressWarnings("unchecked")
                List<InetAddress> addresses = (List<InetAddress>) answer.getNow();
                found.complete(addresses);
            } else {
                found.completeExceptionally(answer.cause());
            }
        });
        return found;
    }

    /** Made when it is first needed: most instances have no webhook. */
    private synchronized DnsNameResolver resolver() {
        if (resolver == null) {
            thread = new NioEventLoopGroup(1, new DefaultThreadFactory("loa-webhook-names", true));
            DnsNameResolverBuilder builder = new DnsNameResolverBuilder(thread.next()).channelType(NioDatagramChannel.class)
                    .socketChannelType(NioSocketChannel.class).queryTimeoutMillis(QUERY_MILLIS).maxQueriesPerResolve(MOST_QUERIES)
                    .ttl(0, LONGEST_KEPT);
            resolver = (servers == null ? builder : builder.nameServerProvider(servers)).build();
        }
        return resolver;
    }

    @Override
    public synchronized void close() {
        if (resolver != null) {
            resolver.close();
            thread.shutdownGracefully();
            resolver = null;
        }
    }
}

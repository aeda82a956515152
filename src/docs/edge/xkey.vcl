vcl 4.1;

# Varnish in front of Loa, purged by tag with xkey (varnish-modules). It finds the answers with a tag at once, however many
# there are.
#
#   varnishd -f xkey.vcl -a :6081 -a purge=127.0.0.1:6082
#
# Loa purges at the second address (LOA_EDGE_VARNISH=http://127.0.0.1:6082/). Nobody else may reach it.

import std;
import xkey;

# An import may wait for its turn, and then take a minute.
backend default { .host = "127.0.0.1"; .port = "8080"; .first_byte_timeout = 300s; }

sub vcl_recv {
    if (local.socket == "purge") {
        if (req.method != "PURGE") { return (synth(405)); }
        if (req.http.Cache-Tag == "*") {
            if (!std.ban("obj.http.Cache-Tag ~ .")) { return (synth(500, std.ban_error())); }
        } else if (req.http.Cache-Tag ~ "^[a-z0-9-]+( [a-z0-9-]+)*$") {
            xkey.purge(req.http.Cache-Tag);
        } else {
            return (synth(400));
        }
        return (synth(200));
    }
    # No purges of readers, and nothing that Varnish would hand on without looking at it.
    if (req.method !~ "^(GET|HEAD|POST|PUT|PATCH|DELETE|OPTIONS)$") { return (synth(405)); }
    # Health and metrics (/q/) are for operators. Loa resolves dots in a path and second slashes.
    if (req.url !~ "^/" || req.url ~ "^/+(q|%71)([/?]|$)" || req.url ~ "^[^?]*/(\.|%2[Ee]){1,2}([/?]|$)") { return (synth(404)); }
    # Loa has none. Those of other pages at the same address would keep its answers out of the cache.
    unset req.http.Cookie;
}

sub vcl_backend_response {
    set beresp.http.xkey = beresp.http.Cache-Tag;
}

sub vcl_deliver {
    unset resp.http.xkey;
}

vcl 4.1;

# What src/docs/edge says (xkey.vcl or bans.vcl, in vcl_path as edge.vcl), and two things that make a lost instance invisible.
include "edge.vcl";

sub vcl_backend_response {
    # The whole answer is fetched before a byte is sent on, so that it can be fetched again.
    if (bereq.method == "GET" && bereq.url !~ "/stream(\?|$)" && std.integer(beresp.http.Content-Length, 1048577) <= 1048576) {
        set beresp.do_stream = false;
    }
}

sub vcl_backend_error {
    if ((bereq.method == "GET" || bereq.method == "HEAD") && bereq.retries < 2) { return (retry); }
}

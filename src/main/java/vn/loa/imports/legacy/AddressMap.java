package vn.loa.imports.legacy;

import java.util.List;
import java.util.Locale;
import java.util.function.Function;
import vn.loa.imports.legacy.OldAddressRepository.Mapped;

/** Old addresses as a server reads them that knows where each leads. */
enum AddressMap {
    /** lines for a {@code map} of nginx: https://nginx.org/en/docs/http/ngx_http_map_module.html */
    NGINX,
    /** lines for a {@code RewriteMap} of Apache: https://httpd.apache.org/docs/2.4/rewrite/rewritemap.html */
    APACHE;

    String wireName() {
        return name().toLowerCase(Locale.ROOT);
    }

    /**
     * The lines.
     *
     * @param pages where an address leads; null for nowhere
     */
    String lines(List<Mapped> addresses, Function<Mapped, String> pages) {
        StringBuilder lines = new StringBuilder();
        for (Mapped address : addresses) {
            String page = pages.apply(address);
            if (page != null && !leadsToItself(address, page) && !(this == NGINX && address.alike())) {
                String where = OldAddress.parse(address.recorded().address()).location();
                String host = where.startsWith("www.") ? where.substring("www.".length()) : where;
                line(host, page, lines);
                line("www." + host, page, lines);
            }
        }
        return lines.toString();
    }

    /** Since it was recorded, its article may have got the slug of it. */
    private static boolean leadsToItself(Mapped address, String page) {
        return OldAddress.parse(page).key().equals(address.recorded().key());
    }

    /** Addresses have no spaces, quotation marks and backslashes: they are escaped. */
    private void line(String address, String page, StringBuilder lines) {
        if (this == NGINX) {
            lines.append('"').append(address).append("\" \"").append(page.replace("$", "%24")).append("\";\n");
        } else {
            lines.append(address).append(' ').append(page).append('\n');
        }
    }
}

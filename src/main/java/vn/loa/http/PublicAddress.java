package vn.loa.http;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import vn.loa.settings.Allowed;

/** The address of this API in links. The {@code Host} of a request is not used for it, because the caller writes that. */
@ConfigMapping(prefix = "loa")
public interface PublicAddress {

    /** The address at which the public reaches this API. */
    @WithDefault("http://localhost:${quarkus.http.port:8080}")
    @Allowed(words = "an absolute address without a query, such as https://api.example.vn")
    PublicUrl publicUrl();
}

package vn.loa.http;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import vn.loa.settings.Allowed;

/** Where this API is for others. What a request says of that is the caller's word. */
@ConfigMapping(prefix = "loa")
public interface PublicAddress {

    /** Where the public reaches this API. */
    @WithDefault("http://localhost:${quarkus.http.port:8080}")
    @Allowed(words = "an absolute address without a query, such as https://api.example.vn")
    PublicUrl publicUrl();
}

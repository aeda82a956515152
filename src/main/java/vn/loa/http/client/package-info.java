/** The caller's IP address behind trusted proxies, and rate limits by it. Knows no feature. */
package vn.loa.http.client;

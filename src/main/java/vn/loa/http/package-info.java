/**
 * The way of a request before any resource sees it: limits, headers, early authentication, conditional requests, content
 * negotiation, and who is calling. Knows no feature.
 */
package vn.loa.http;

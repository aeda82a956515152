/**
 * Keeps public responses as bytes, computes their validators and their {@code Cache-Control}, and learns from the
 * database when they are out of date. Knows HTTP, and no feature.
 */
package vn.loa.cache;

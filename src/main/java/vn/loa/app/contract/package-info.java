/**
 * Serves the OpenAPI contract, and holds the annotations against it at build time. Only the application's start knows
 * it.
 */
package vn.loa.app.contract;

/**
 * Completes the OpenAPI contract that is generated from the code, and serves the reviewed one. Only {@code vn.loa.app}
 * may know it.
 */
package vn.loa.app.contract;

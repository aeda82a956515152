/** Generates and serves the OpenAPI contract. No other package knows it. */
package vn.loa.app.contract;

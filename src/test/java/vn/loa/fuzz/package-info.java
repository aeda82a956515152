/**
 * Requests made from the contract, valid and hostile, and what must hold of every answer. Knows only openapi.yaml: an
 * operation that is added there is tried without a change here.
 */
package vn.loa.fuzz;

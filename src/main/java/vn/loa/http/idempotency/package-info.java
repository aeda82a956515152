/** Answers a repeated {@code Idempotency-Key} with the recorded response. Knows no feature. */
package vn.loa.http.idempotency;

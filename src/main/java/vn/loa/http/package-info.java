/**
 * HTTP without features: the operations and their limits, header fields, addresses and problems. Inner rooms: the stages
 * before a resource (pipeline), request bodies, large answers, the caller's address, repeated requests. Knows no feature.
 */
package vn.loa.http;

/** The gate between two versions of the contract: what differs, what of it breaks clients, and the changelog that is written from it. */
package vn.loa.contract;

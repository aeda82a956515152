/** What searches keep in memory: what is true under one stamp of the public content, and guesses that are never answers. */
package vn.loa.search.known;

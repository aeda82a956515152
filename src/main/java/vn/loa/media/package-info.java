/**
 * Files that articles carry: upload, storage, and download once a public article carries them. Knows articles; articles
 * state what they need of files in {@code FileCatalog}.
 */
package vn.loa.media;

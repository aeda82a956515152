/**
 * Files that articles carry: taking them in, keeping them, and giving them to readers once an article that is public
 * carries them. Knows articles; what they need of files is said there, in {@code AttachableFiles}.
 */
package vn.loa.media;

/**
 * The front door: {@link vn.loa.http.pipeline.Stage} lists in order what happens to a request before a resource sees it,
 * and a small class does each step. Knows no feature: features take a place in the list by a
 * {@link vn.loa.http.pipeline.StageHandler}.
 */
package vn.loa.http.pipeline;

/** Reads the result topics while a page is open, and streams frames to each page at the page's own pace. */
@NullMarked
package dev.hebb.page.stream;

import org.jspecify.annotations.NullMarked;

/**
 * How requests are read: strict JSON, limited bodies, enums by their codes, rules that all handlers
 * keep.
 */
@NullMarked
package org.handrail.platform.http;

import org.jspecify.annotations.NullMarked;

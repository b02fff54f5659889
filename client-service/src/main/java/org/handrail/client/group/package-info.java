/**
 * Groups and their sessions: what they are about, how many fit in, and who came, which only the
 * facilitator knows.
 */
@NullMarked
package org.handrail.client.group;

import org.jspecify.annotations.NullMarked;

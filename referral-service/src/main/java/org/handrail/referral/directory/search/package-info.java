/** Finds services for whoever looks: by words, place, need, and who they are for. */
@NullMarked
package org.handrail.referral.directory.search;

import org.jspecify.annotations.NullMarked;

@NullMarked
package org.handrail.client.episode;

import org.jspecify.annotations.NullMarked;

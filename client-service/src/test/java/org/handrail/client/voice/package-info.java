@NullMarked
package org.handrail.client.voice;

import org.jspecify.annotations.NullMarked;

@NullMarked
package org.handrail.client.pairing;

import org.jspecify.annotations.NullMarked;

@NullMarked
package org.handrail.client.ownrecord;

import org.jspecify.annotations.NullMarked;

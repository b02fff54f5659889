/** Who has signed in to the acting agency: those who work for it, and clients. */
@NullMarked
package org.handrail.client.colleague;

import org.jspecify.annotations.NullMarked;

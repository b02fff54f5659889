/**
 * What a client confides to one specialist: between the two, whoever else is at the client's side.
 */
@NullMarked
package org.handrail.client.confidence;

import org.jspecify.annotations.NullMarked;

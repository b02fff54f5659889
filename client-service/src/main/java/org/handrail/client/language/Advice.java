package org.handrail.client.language;

/**
 * A word that somebody may want to put otherwise.
 *
 * @param pointer a JSON Pointer to the text in what was sent
 * @param term as it was written
 * @param suggestion what could be said instead
 */
public record Advice(String pointer, String term, String suggestion) {}

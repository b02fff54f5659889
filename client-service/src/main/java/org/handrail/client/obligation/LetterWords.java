package org.handrail.client.obligation;

/**
 * The words of a letter of contact in one language, with places for {@code {name}}, {@code
 * {agency}}, {@code {from}} and {@code {to}}.
 */
record LetterWords(String opening, String none, String closing) {}

package org.handrail.referral.directory.standard;

/** How a field of an HSDS row is read. */
public enum FieldType {
  TEXT,
  /** A word of a closed list; lower case. */
  CODE,
  NUMBER,
  DATE,
  /** A date with a time and an offset. */
  INSTANT,
  TIME,
  URL,
  EMAIL,
  /** An ISO 639 code; lower case. */
  LANGUAGE_CODE,
  /** An ISO 3166-1 code of two letters; upper case. */
  COUNTRY,
  /** An ISO 4217 code; as it was written. */
  CURRENCY,
  /** Days of the week as iCalendar lists them, such as {@code MO,WE} or {@code 2TU}. */
  DAYS,
  /** Numbers as iCalendar lists them, such as {@code 1,15,-1}. */
  NUMBERS,
  /** The name of a table of HSDS, such as {@code service}. */
  TABLE
}

package org.handrail.referral.gap;

/** From what it is known that a need was not met. */
public enum Unmet {
  /** There were not two services to choose from. */
  FEWER_THAN_TWO_OPTIONS,
  /** The service had no place. */
  NO_CAPACITY,
  /** The service takes others, does not offer it after all, or wanted another assessment first. */
  TURNED_AWAY,
  /** Nobody answered in time. */
  EXPIRED,
  /** The client wanted none of the options, or declined what was found. */
  NONE_FITS,
  /** A specialist said so. */
  NOTED
}

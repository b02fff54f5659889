package org.handrail.referral.referral.lifecycle;

import com.fasterxml.jackson.annotation.JsonValue;
import org.jspecify.annotations.Nullable;

/** Why a referral was turned down, paused or ended. None of them judges the person. */
public enum Reason {
  NO_CAPACITY(BusinessStatus.NO_CAPACITY),
  CLIENT_DECLINED(BusinessStatus.CLIENT_DECLINED),
  ADDITIONAL_ASSESSMENT_REQUIRED(BusinessStatus.ADDITIONAL_ASSESSMENT_REQUIRED),
  NOT_ELIGIBLE,
  SERVICE_NOT_OFFERED,
  ALREADY_SERVED,
  WAITING_FOR_CLIENT,
  WAITING_FOR_PLACE,
  WAITING_FOR_PAYER,
  UNABLE_TO_REACH,
  DID_NOT_ARRIVE,
  CLIENT_LEFT,
  NEED_MET_ELSEWHERE,
  OTHER;

  private final @Nullable BusinessStatus shownAs;

  Reason() {
    this(null);
  }

  Reason(@Nullable BusinessStatus shownAs) {
    this.shownAs = shownAs;
  }

  @JsonValue
  public String code() {
    return Codes.of(this);
  }

  /** The business status that says the same, where the field has a word for it. */
  @Nullable BusinessStatus shownAs() {
    return shownAs;
  }
}

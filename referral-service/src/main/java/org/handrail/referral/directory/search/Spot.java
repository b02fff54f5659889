package org.handrail.referral.directory.search;

import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** A place on earth, in degrees. */
record Spot(double latitude, double longitude) {
  private static final double EARTH_KM = 6371.0;

  /** Of {@code 41.45,-82.71}; empty when it is none. */
  static Optional<Spot> of(@Nullable String text) {
    String[] parts = text == null ? new String[0] : text.strip().split(",", -1);
    if (parts.length != 2
        || !parts[0].strip().matches("-?\\d{1,2}(\\.\\d{1,10})?")
        || !parts[1].strip().matches("-?\\d{1,3}(\\.\\d{1,10})?")) {
      return Optional.empty();
    }
    var spot = new Spot(Double.parseDouble(parts[0].strip()), Double.parseDouble(parts[1].strip()));
    return Math.abs(spot.latitude) <= 90 && Math.abs(spot.longitude) <= 180
        ? Optional.of(spot)
        : Optional.empty();
  }

  /** On the unit sphere. */
  Double[] onSphere() {
    double latitude = Math.toRadians(this.latitude);
    double longitude = Math.toRadians(this.longitude);
    return new Double[] {
      Math.cos(latitude) * Math.cos(longitude),
      Math.cos(latitude) * Math.sin(longitude),
      Math.sin(latitude)
    };
  }

  /** The straight line through the unit sphere between two that are so far apart on earth. */
  static double chord(double kilometres) {
    return 2 * Math.sin(Math.min(kilometres / EARTH_KM, Math.PI) / 2);
  }

  /** As far as that line is long. */
  static double kilometres(double chord) {
    return 2 * EARTH_KM * Math.asin(Math.min(chord / 2, 1));
  }
}

package org.handrail.referral.directory;

import org.jspecify.annotations.Nullable;

/**
 * Where something is by a file, in degrees: as the file has it, or mended.
 *
 * @param latitude absent, with the longitude, where the two name no place
 * @param finding code of what was done to them, or is odd about them; absent if nothing
 */
public record Coordinates(
    @Nullable Double latitude, @Nullable Double longitude, @Nullable String finding) {

  /** Exchanges a pair that can only have been exchanged, and takes no other guess. */
  public static Coordinates of(double latitude, double longitude) {
    if (inRegion(latitude, longitude)) {
      return new Coordinates(latitude, longitude, null);
    }
    if (inRegion(longitude, latitude)
        || (!onEarth(latitude, longitude) && livedIn(longitude, latitude))) {
      return new Coordinates(longitude, latitude, "coordinates-swapped");
    }
    return onEarth(latitude, longitude) && (latitude != 0 || longitude != 0)
        ? new Coordinates(latitude, longitude, "coordinates-far-away")
        : new Coordinates(null, null, "coordinates-unusable");
  }

  /** What the finding means to whoever reads the report. */
  public String said() {
    return switch (finding) {
      case "coordinates-swapped" -> "latitude and longitude were exchanged";
      case "coordinates-far-away" -> "kept, but not in North America";
      case null, default -> "no such place; both were left out";
    };
  }

  /** North America with Hawaii, in which a swapped pair never falls. */
  private static boolean inRegion(double latitude, double longitude) {
    return latitude >= 15 && latitude <= 72 && longitude >= -170 && longitude <= -50;
  }

  /** Nobody offers a service in Antarctica, or north of Svalbard. */
  private static boolean livedIn(double north, double east) {
    return north >= -56 && north <= 79 && Math.abs(east) <= 180;
  }

  private static boolean onEarth(double latitude, double longitude) {
    return Math.abs(latitude) <= 90 && Math.abs(longitude) <= 180;
  }
}

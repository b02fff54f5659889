package org.handrail.referral.meeting;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Reads one row of a feed. Names and numbers of those who look after a group are not read. */
final class ReadingRow {
  private final Feed feed;
  private final TypeCodes codes;
  private final LocalDate today;

  ReadingRow(Feed feed, TypeCodes codes, LocalDate today) {
    this.feed = feed;
    this.codes = codes;
    this.today = today;
  }

  ListedMeeting read(RowText row, String id) throws Unusable {
    String name = row.text("name");
    if (name == null) {
      throw row.unusable("name", "name-missing", "a meeting without a name");
    }
    TimesOfRow clock = new TimesOfRow(row);
    ZoneId zone = clock.zone();
    List<Weekly> times = clock.times();
    Place place = new PlaceOfRow(row).place();
    TypesOfRow types = TypesOfRow.of(row, feed, codes);
    ListedMeeting.Online online = online(row);
    if (types.means(TypeCode.Meaning.ONLINE) && !online.possible()) {
      row.note("types", "online-without-way", "said to be online, with no usable link or number");
    }
    boolean virtual = row.dialect() == Dialect.BMLT && "2".equals(row.raw("venue"));
    boolean atPlace = place.canBeGoneTo() && !virtual;
    if (!atPlace && !online.possible()) {
      row.note("location", "no-way-to-attend", "stored, but never among the next meetings");
    }
    return new ListedMeeting(
        id,
        name,
        row.text("group"),
        row.text("notes"),
        times,
        zone == null ? feed.zone() : zone,
        zone == null,
        place,
        types.means(TypeCode.Meaning.PLACE_CLOSED),
        atPlace,
        online,
        types.codes(),
        types.languages(),
        types.areLanguagesOfFeed(),
        types.means(TypeCode.Meaning.CLOSED),
        !types.means(TypeCode.Meaning.CLOSED)
            && (types.means(TypeCode.Meaning.OPEN) || types.means(TypeCode.Meaning.NEWCOMER)),
        changedOn(row));
  }

  private static ListedMeeting.Online online(RowText row) {
    String address = row.raw("conference_url");
    Optional<String> url = address == null ? Optional.empty() : WebAddress.of(address);
    if (address != null && url.isEmpty()) {
      row.note("conference_url", "url-not-allowed", "not an https address of a public host");
    }
    PhoneOfRow phone = PhoneOfRow.of(row);
    return new ListedMeeting.Online(
        url.orElse(null), row.text("conference_url_notes"), phone.number(), phone.notes());
  }

  private @Nullable LocalDate changedOn(RowText row) {
    String text = row.raw("updated");
    if (text == null) {
      return null;
    }
    try {
      LocalDate date = LocalDate.parse(text.length() > 10 ? text.substring(0, 10) : text);
      if (date.getYear() >= 1990 && !date.isAfter(today.plusDays(1))) {
        return date;
      }
      row.note("updated", "date-unlikely", "before there were feeds, or not yet; it was left out");
    } catch (DateTimeException e) {
      // Not guessed: 03/04 is March in one file and April in the next.
      row.note("updated", "date-unreadable", "expected YYYY-MM-DD; it was left out");
    }
    return null;
  }
}

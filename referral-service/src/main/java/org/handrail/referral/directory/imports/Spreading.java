package org.handrail.referral.directory.imports;

import java.util.Collection;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.Set;
import org.handrail.referral.directory.standard.Kind;
import org.jspecify.annotations.Nullable;

/**
 * How far it reaches that something is confidential. A mark on an organization or a program reaches
 * its services, one on a service every place where it is offered, one on anything that belongs to a
 * place the place. At such a place all is hidden that belongs to it or to what is offered there,
 * and what belongs to that; of a service there nothing else is.
 */
final class Spreading {
  private static final Set<Kind> OF_THEMSELVES =
      EnumSet.of(Kind.ORGANIZATION, Kind.PROGRAM, Kind.SERVICE, Kind.LOCATION);

  /** A row and another to which it belongs, or which it names. */
  record Link(SharedKey row, SharedKey owner) {}

  private final @Nullable StoredLinks stored;
  private final String source;
  private final FileLinks file;
  private final Set<SharedKey> marked = new LinkedHashSet<>();
  private final Set<SharedKey> hidden = new LinkedHashSet<>();
  private Set<SharedKey> reached = new LinkedHashSet<>();

  /**
   * Over what is stored and a file of the source.
   *
   * @param stored null where only the file counts
   */
  Spreading(@Nullable StoredLinks stored, String source, FileLinks file) {
    this.stored = stored;
    this.source = source;
    this.file = file;
  }

  /** What is confidential by what was said of it, or of what has it. */
  Set<SharedKey> marked() {
    return marked;
  }

  /** Rows that tell of such a place. */
  Set<SharedKey> hidden() {
    return hidden;
  }

  void mark(Collection<SharedKey> said) {
    said.forEach(this::mark);
    spread();
  }

  void hide(Collection<SharedKey> rows) {
    rows.forEach(this::hide);
    spread();
  }

  private void spread() {
    while (!reached.isEmpty()) {
      Set<SharedKey> from = reached;
      reached = new LinkedHashSet<>();
      from.forEach(this::withinFile);
      if (stored != null) {
        var above = new HashSet<>(from);
        above.retainAll(marked);
        stored.below(from).forEach(this::follow);
        stored.above(above).forEach(this::follow);
      }
    }
  }

  private void withinFile(SharedKey key) {
    if (key.source().equals(source)) {
      for (FileLinks.Link link : file.of(new RowKey(key.kind(), key.id()))) {
        follow(new Link(SharedKey.of(source, link.row()), SharedKey.of(source, link.owner())));
      }
    }
  }

  private void follow(Link link) {
    Kind row = link.row().kind();
    Kind owner = link.owner().kind();
    if (marked.contains(link.owner()) && reachesDown(owner, row)) {
      mark(link.row());
    }
    if (marked.contains(link.row()) && reachesUp(row, owner)) {
      mark(link.owner());
    }
    if (hidden.contains(link.owner()) && hides(owner, row)) {
      hide(link.row());
    }
  }

  private static boolean reachesDown(Kind owner, Kind row) {
    return switch (owner) {
      case ORGANIZATION -> row == Kind.SERVICE || row == Kind.LOCATION;
      case PROGRAM -> row == Kind.SERVICE;
      case SERVICE -> row == Kind.SERVICE_AT_LOCATION;
      default -> false;
    };
  }

  private static boolean reachesUp(Kind row, Kind owner) {
    return row == Kind.SERVICE_AT_LOCATION
        ? owner == Kind.LOCATION
        : !OF_THEMSELVES.contains(row) && (owner.holdsMany(row) || row == Kind.LINK);
  }

  private static boolean hides(Kind owner, Kind row) {
    return (owner == Kind.LOCATION && row == Kind.SERVICE_AT_LOCATION)
        || (owner.holdsMany(row) && !OF_THEMSELVES.contains(row));
  }

  private void mark(SharedKey key) {
    if (marked.add(key)) {
      reached.add(key);
      if (key.kind() == Kind.LOCATION || key.kind() == Kind.SERVICE_AT_LOCATION) {
        hide(key);
      }
    }
  }

  private void hide(SharedKey key) {
    if (hidden.add(key)) {
      reached.add(key);
    }
  }
}

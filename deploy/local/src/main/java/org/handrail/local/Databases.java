package org.handrail.local;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;

/**
 * Creates a service's database and the roles that may enter it, on any PostgreSQL: {@code X_owner}
 * owns it and migrates it, {@code X_app} is the application, {@code X_relay} sees the outbox alone.
 * None of them may bypass row-level security. What {@code X_app} and {@code X_relay} may touch is
 * granted by the migrations.
 */
public final class Databases {

  private final String adminUrl;
  private final String admin;
  private final String adminPassword;

  private Databases(String adminUrl, String admin, String adminPassword) {
    this.adminUrl = adminUrl;
    this.admin = admin;
    this.adminPassword = adminPassword;
  }

  /** The passwords of a database's three roles; letters and digits only. */
  public record Passwords(String owner, String app, String relay) {

    /** Fresh random ones. */
    public static Passwords random() {
      return new Passwords(Secrets.random(), Secrets.random(), Secrets.random());
    }
  }

  /** The databases of a server that somebody else may have started: its URL and a superuser. */
  public static Databases at(String adminUrl, String admin, String adminPassword) {
    return new Databases(adminUrl, admin, adminPassword);
  }

  public static Databases of(PostgresServer server) {
    return at(server.jdbcUrl("postgres"), PostgresServer.ADMIN, server.adminPassword());
  }

  /** Creates what is missing and sets the passwords; changes nothing else when all is there. */
  public void create(String name, Passwords passwords) {
    try (var connection = DriverManager.getConnection(adminUrl, admin, adminPassword)) {
      role(connection, name + "_owner", passwords.owner());
      role(connection, name + "_app", passwords.app());
      role(connection, name + "_relay", passwords.relay());
      if (isMissing(connection, "select 1 from pg_database where datname = ?", name)) {
        execute(connection, "create database %s owner %s_owner".formatted(identifier(name), name));
      }
      execute(connection, "revoke all on database %s from public".formatted(identifier(name)));
      execute(
          connection,
          "grant connect on database %1$s to %1$s_app, %1$s_relay".formatted(identifier(name)));
    } catch (SQLException e) {
      throw new IllegalStateException("cannot create database " + name, e);
    }
  }

  private static void role(Connection connection, String name, String password)
      throws SQLException {
    if (isMissing(connection, "select 1 from pg_roles where rolname = ?", name)) {
      execute(connection, "create role %s login noinherit nobypassrls".formatted(identifier(name)));
    }
    execute(
        connection, "alter role %s password '%s'".formatted(identifier(name), literal(password)));
  }

  private static boolean isMissing(Connection connection, String query, String name)
      throws SQLException {
    try (var statement = connection.prepareStatement(query)) {
      statement.setString(1, name);
      try (var rows = statement.executeQuery()) {
        return !rows.next();
      }
    }
  }

  private static void execute(Connection connection, String sql) throws SQLException {
    try (var statement = connection.createStatement()) {
      statement.execute(sql);
    }
  }

  // PostgreSQL takes no parameters in these statements.
  private static String identifier(String name) {
    if (!name.matches("[a-z][a-z_]{0,50}")) {
      throw new IllegalArgumentException("not a database name: " + name);
    }
    return name;
  }

  private static String literal(String password) {
    if (!password.matches("[A-Za-z0-9-]+")) {
      throw new IllegalArgumentException("a password has letters, digits and hyphens");
    }
    return password;
  }

  static boolean answers(String url, String user, String password) {
    try (var connection = DriverManager.getConnection(url, user, password)) {
      return connection.isValid(1);
    } catch (SQLException e) {
      return false;
    }
  }
}

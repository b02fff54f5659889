package org.handrail.client.disclosure;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import javax.sql.DataSource;
import net.ttddyy.dsproxy.ExecutionInfo;
import net.ttddyy.dsproxy.QueryInfo;
import net.ttddyy.dsproxy.listener.MethodExecutionContext;
import net.ttddyy.dsproxy.listener.MethodExecutionListener;
import net.ttddyy.dsproxy.listener.QueryExecutionListener;
import net.ttddyy.dsproxy.proxy.ParameterSetOperation;
import net.ttddyy.dsproxy.support.ProxyDataSourceBuilder;
import org.springframework.jdbc.datasource.DelegatingDataSource;

/** Every transaction that a service ran while somebody listened, statement by statement. */
final class RecordedTransactions implements QueryExecutionListener, MethodExecutionListener {
  private final Map<String, List<Statement>> open = new ConcurrentHashMap<>();
  private final ConcurrentLinkedQueue<List<Statement>> committed = new ConcurrentLinkedQueue<>();
  private volatile boolean listening;

  /** One statement with what was put into it. */
  record Statement(String sql, List<ParameterSetOperation> parameters) {

    void run(Connection connection) throws SQLException {
      try (var prepared = connection.prepareStatement(sql)) {
        for (var parameter : parameters) {
          set(prepared, parameter);
        }
        if (prepared.execute()) {
          try (var rows = prepared.getResultSet()) {
            readAll(rows);
          }
        }
      }
    }

    private static void readAll(java.sql.ResultSet rows) throws SQLException {
      var columns = rows.getMetaData().getColumnCount();
      while (rows.next()) {
        for (int column = 1; column <= columns; column++) {
          rows.getObject(column);
        }
      }
    }

    private static void set(PreparedStatement prepared, ParameterSetOperation parameter)
        throws SQLException {
      try {
        parameter.getMethod().invoke(prepared, parameter.getArgs());
      } catch (ReflectiveOperationException e) {
        throw new SQLException("cannot set again what was set before", e);
      }
    }
  }

  /** The same data source, whose connections are listened to while something is recorded. */
  DataSource listenTo(DataSource plain) {
    var heard = ProxyDataSourceBuilder.create(plain).listener(this).methodListener(this).build();
    return new DelegatingDataSource(plain) {
      @Override
      public Connection getConnection() throws SQLException {
        return listening ? heard.getConnection() : plain.getConnection();
      }
    };
  }

  /** What was committed meanwhile, in that order. */
  List<List<Statement>> during(Runnable work) {
    listening = true;
    try {
      work.run();
    } finally {
      listening = false;
    }
    var all = List.copyOf(committed);
    committed.clear();
    open.clear();
    return all;
  }

  @Override
  public void beforeQuery(ExecutionInfo execution, List<QueryInfo> queries) {}

  @Override
  public void afterQuery(ExecutionInfo execution, List<QueryInfo> queries) {
    for (var query : queries) {
      for (var parameters : query.getParametersList()) {
        open.computeIfAbsent(execution.getConnectionId(), _ -> new ArrayList<>())
            .add(new Statement(query.getQuery(), List.copyOf(parameters)));
      }
    }
  }

  @Override
  public void beforeMethod(MethodExecutionContext call) {}

  @Override
  public void afterMethod(MethodExecutionContext call) {
    if (!(call.getTarget() instanceof Connection)) {
      return;
    }
    var connection = call.getConnectionInfo().getConnectionId();
    switch (call.getMethod().getName()) {
      case "commit" -> {
        var statements = open.remove(connection);
        if (statements != null) {
          committed.add(statements);
        }
      }
      case "rollback", "close" -> open.remove(connection);
      default -> {}
    }
  }
}

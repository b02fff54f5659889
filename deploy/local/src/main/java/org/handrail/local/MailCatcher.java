package org.handrail.local;

import static org.handrail.local.Installation.Port.MAIL;
import static org.handrail.local.Installation.Port.SMTP;

import java.util.Map;

/** Takes every mail that the coalition sends and delivers none; it can be read over HTTP. */
final class MailCatcher {

  private MailCatcher() {}

  static ServerProcess start(Installation at) {
    var command =
        Java.command("-Xms8m", "-Xmx32m")
            .properties(
                Map.of(
                    "greenmail.smtp.hostname", "127.0.0.1",
                    "greenmail.smtp.port", Integer.toString(at.port(SMTP)),
                    "greenmail.api.hostname", "127.0.0.1",
                    "greenmail.api.port", Integer.toString(at.port(MAIL)),
                    "greenmail.auth.disabled", "true"))
            .jar(ServerFiles.built("greenmail-standalone-*.jar"));
    return ServerProcess.start(
        new ServerProcess.Launch(command, Map.of(), at.home(), at.log("mail")));
  }
}

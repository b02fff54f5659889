package org.handrail.local;

import java.io.PrintWriter;

/** Where a command prints: what was asked for, and what went wrong. */
record Terminal(PrintWriter out, PrintWriter err) {}

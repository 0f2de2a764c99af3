/** The ways in which a command of zkCli goes wrong, as Java has them. */
import { IllegalArgument } from '../api-failures.ts';

/** zkCli prints the message and goes on [org.apache.zookeeper.cli.CliException]. */
export class CliFailure extends Error {
  /** Of the process, should this be its last command: 1, or 127 for an unknown command. */
  readonly exitCode: number;

  constructor(message: string, exitCode = 1) {
    super(message);
    this.exitCode = exitCode;
  }
}

/** A text that is no number [java.lang.NumberFormatException, an IllegalArgumentException]. */
export class NumberFormat extends IllegalArgument {}

/** Any other unchecked exception. Nobody catches it: it ends zkCli. */
export class Unchecked extends Error {
  /** E.g. `java.lang.NullPointerException`. */
  readonly className: string;

  constructor(className: string, message: string) {
    super(message);
    this.className = className;
  }
}

/**
 * What Java prints of an exception that nobody caught: `java.lang.NumberFormatException: For input
 * string: "abc"`; null when it is none of ours.
 */
export function uncaughtText(error: unknown): string | null {
  if (error instanceof NumberFormat) return `java.lang.NumberFormatException: ${error.message}`;
  if (error instanceof IllegalArgument) {
    return `java.lang.IllegalArgumentException: ${error.message}`;
  }
  if (error instanceof Unchecked) return `${error.className}: ${error.message}`;
  return null;
}

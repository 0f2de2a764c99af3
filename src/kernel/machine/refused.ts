/**
 * Thrown when a machine uses something outside the language the table executes.
 * The message names the machine, the state's path and the construct.
 */
export class RefusedMachine extends Error {
  /** Keys from below the root joined by dots; '' for the root. */
  readonly statePath: string;
  /** What was refused, in words. */
  readonly construct: string;

  constructor(machineId: string, statePath: string, construct: string) {
    const where = statePath === '' ? 'the root state' : `state '${statePath}'`;
    super(`Machine '${machineId}', ${where}: ${construct} is refused by the table.`);
    this.name = 'RefusedMachine';
    this.statePath = statePath;
    this.construct = construct;
  }
}

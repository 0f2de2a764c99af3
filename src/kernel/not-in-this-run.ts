/** A process, branch or transaction was asked for that this run does not have. */
export class NotInThisRun extends RangeError {}

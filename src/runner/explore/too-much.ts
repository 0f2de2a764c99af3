/** More was asked for than one search can tell apart. */
export class TooMuch extends RangeError {}

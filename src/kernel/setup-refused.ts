/** What a set-up says is wrong; `where` is a path in it. */
export class SetupRefused extends RangeError {
  readonly where: string;
  constructor(where: string, text: string) {
    super(`${where}: ${text}`);
    this.where = where;
  }
}

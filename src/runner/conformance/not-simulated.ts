/** A case that asks for something which is not simulated (yet): refused by its name, not answered wrongly. */
export class NotSimulated extends Error {
  /** @param where JSON path of it @param what `the action 'unplug'` */
  constructor(where: string, what: string) {
    super(`${where}: ${what} is not simulated`);
  }
}

/** Support for tests: an `io` that records each call, in order, and whether a custom action made it. */

/** Name and arguments of one call to `event.io`. */
type Effect = readonly unknown[];

export class Recorder {
  /** What goes into events as `io`. */
  readonly io: object;
  /** True while a custom action runs. */
  inCustomAction = false;
  readonly #effects: { readonly effect: Effect; readonly custom: boolean }[] = [];
  #calls = 0;

  constructor(known: Readonly<Record<string, unknown>>) {
    this.io = new Proxy(Object.create(null) as object, {
      get: (_target, name) => {
        const value: unknown = Reflect.get(known, name);
        if (typeof name === 'symbol' || (value !== undefined && typeof value !== 'function'))
          return value;
        return (...args: unknown[]): unknown => {
          this.#effects.push({ effect: [name, ...args], custom: this.inCustomAction });
          this.#calls++;
          return value === undefined
            ? this.#calls
            : (value as (...args: unknown[]) => unknown).apply(known, args);
        };
      },
    });
  }

  all(): Effect[] {
    return this.#effects.map(({ effect }) => effect);
  }

  ofCustomActions(): Effect[] {
    return this.#effects.filter(({ custom }) => custom).map(({ effect }) => effect);
  }

  clear(): void {
    this.#effects.length = 0;
  }

  /** Calls a custom action, so that what it says is known to be its own. */
  custom<T>(action: () => T): T {
    const before = this.inCustomAction;
    this.inCustomAction = true;
    try {
      return action();
    } finally {
      this.inCustomAction = before;
    }
  }
}

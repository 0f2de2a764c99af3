/** Support for tests: an `io` that records each call, in order, and whether a custom action made it. */

/** Name and arguments of one call to `event.io`. */
type Effect = readonly unknown[];

export class Recorder {
  /** What goes into events as `io`. */
  readonly io: object;
  /** True while a custom action runs. */
  inCustomAction = false;
  /** So many of the next implementations that are called say nothing. */
  unheard = 0;
  /** Implementations called so far. */
  implementations = 0;
  /** What `io` has of its own. */
  known: Readonly<Record<string, unknown>>;
  readonly #effects: { readonly effect: Effect; readonly custom: boolean }[] = [];
  #calls = 0;
  #silent = false;

  constructor(known: Readonly<Record<string, unknown>>) {
    this.known = known;
    this.io = new Proxy(Object.create(null) as object, {
      get: (_target, name) => {
        const value: unknown = Reflect.get(this.known, name);
        if (typeof name === 'symbol' || (value !== undefined && typeof value !== 'function'))
          return value;
        return (...args: unknown[]): unknown => {
          if (this.#silent) return value === undefined ? 0 : undefined;
          this.#effects.push({ effect: [name, ...args], custom: this.inCustomAction });
          this.#calls++;
          return value === undefined
            ? this.#calls
            : (value as (...args: unknown[]) => unknown).apply(this.known, args);
        };
      },
    });
  }

  all(): Effect[] {
    return this.#effects.map(({ effect }) => effect);
  }

  /** What custom actions said, or (`false`) what the rest did, assigns above all. */
  ofCustomActions(are = true): Effect[] {
    return this.#effects.filter(({ custom }) => custom === are).map(({ effect }) => effect);
  }

  clear(): void {
    this.#effects.length = 0;
    this.#calls = 0;
  }

  /** Calls an assign, a guard or a raise. */
  implementation<T>(run: () => T): T {
    this.implementations++;
    if (this.unheard === 0) return run();
    this.unheard--;
    this.#silent = true;
    try {
      return run();
    } finally {
      this.#silent = false;
    }
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

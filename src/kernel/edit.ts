/**
 * A copy that the rule which asked for it may still change, and that is a state of its own, never changed
 * again, as soon as the rule has returned it.
 */
export type Edit<T> = { -readonly [K in keyof T]: T[K] };

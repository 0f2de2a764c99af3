import type { AnyWorld } from './protocol.ts';

/** What is read of a world, read once at each of its steps: many conditions may ask for it at one. */
export function onceAStep<T>(read: (world: AnyWorld) => T): (world: AnyWorld) => T {
  const known = new WeakMap<AnyWorld, { readonly step: number; readonly value: T }>();
  return (world) => {
    const { step } = world;
    const last = known.get(world);
    if (last?.step === step) return last.value;
    const value = read(world);
    known.set(world, { step, value });
    return value;
  };
}

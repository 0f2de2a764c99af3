import type { Drawing } from './shape.ts';

/** Every drawing with several fixtures, for the developers' gallery and the tests. */
export const drawings: readonly { readonly name: string; readonly draw: () => Drawing }[] = [];

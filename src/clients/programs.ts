import { apiProgram } from './api-program.ts';
import type { Program } from './program.ts';

/** Every program that a client process may run, by the name that a set-up gives it. */
export const programs: Readonly<Record<string, Program>> = { api: apiProgram };

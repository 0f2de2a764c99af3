import type { Words } from '../words.ts';

export const panels: Words['panels'] = {};

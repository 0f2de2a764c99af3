import type { Words } from '../../../words.ts';
import { locks } from './locks.ts';
import { outside } from './outside.ts';
import { together } from './together.ts';

/** 内置程序各行的简短说明；API 的动词在最前，用反引号括起。 */
export const lines: Words['recipes']['lines'] = { ...locks, ...outside, ...together };

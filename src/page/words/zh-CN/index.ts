import type { FirstWords } from '../words.ts';
import { app, gallery } from './app.ts';

export const zhCN: FirstWords = { app, gallery };

import type { Frame } from '../../view/frame.ts';
import type { Arrived } from './connection.ts';
import { playhead } from './playhead.ts';

/** Called with every new frame: where the playhead stands then. */
export const settle = (frame: Frame, arrived: readonly Arrived[]): void => {
  void arrived;
  playhead.moveTo(frame.time);
};

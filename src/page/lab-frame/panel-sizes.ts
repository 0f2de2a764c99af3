import { useEffect, useState } from 'react';
import type { Layout } from 'react-resizable-panels';
import { read, write } from '../browser/remember.ts';

/** Widths of the columns beside the stage as they are at first, px: type is larger where there are three. */
export const COLUMNS = { two: 304, three: 316, right: 288 };
const TOP_BAR = 44;
/** The stage's share of the screen: half, and the hairlines round it. */
const SHARE = 0.505;
/** Transport alone: what stays of the dock when its views are hidden. */
export const TRANSPORT = 47;

/** The largest dock that leaves the stage half of the screen, in px. */
export const tallestDock = (width: number, height: number, beside: number): number =>
  Math.max(TRANSPORT, height - TOP_BAR - (SHARE * width * height) / Math.max(1, width - beside));

/** The widest columns beside the stage, together, while the dock is only the transport. */
export const widestColumns = (width: number, height: number): number =>
  Math.max(200, width - (SHARE * width * height) / (height - TOP_BAR - TRANSPORT));

/** The window's size, kept up to date. */
export const useWindow = (): { readonly width: number; readonly height: number } => {
  const [size, setSize] = useState({ width: innerWidth, height: innerHeight });
  useEffect(() => {
    const measure = (): void => setSize({ width: innerWidth, height: innerHeight });
    addEventListener('resize', measure);
    return () => removeEventListener('resize', measure);
  }, []);
  return size;
};

const isLayout = (value: unknown): value is Layout =>
  typeof value === 'object' &&
  value !== null &&
  Object.values(value).every((size) => typeof size === 'number');

/** The sizes that a group of panels had when it was last moved; undefined when unknown. */
export const keptSizes = (group: string): Layout | undefined => {
  try {
    const kept: unknown = JSON.parse(read(`panels.${group}`) ?? 'null');
    return isLayout(kept) ? kept : undefined;
  } catch {
    return undefined;
  }
};

export const keepSizes = (group: string, layout: Layout): void =>
  write(`panels.${group}`, JSON.stringify(layout));

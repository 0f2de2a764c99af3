import { useEffect, useState } from 'react';
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

const PARTS = ['side', 'right', 'dock'] as const;

/** Sizes that somebody has chosen, px; what is left out is as it is at first. */
export type Sizes = Readonly<Partial<Record<(typeof PARTS)[number], number>>>;

/** Several columns have sizes of their own. */
export type Columns = 'two' | 'three';

const nameOf = (columns: Columns): string => `sizes.${columns}`;

/** The sizes as they were last chosen; what is not readable is as it is at first. */
export const keptSizes = (columns: Columns): Sizes => {
  try {
    const kept: unknown = JSON.parse(read(nameOf(columns)) ?? '{}');
    if (typeof kept !== 'object' || kept === null) return {};
    const entries = new Map<string, unknown>(Object.entries(kept));
    return Object.fromEntries(
      PARTS.flatMap((part) => {
        const size = entries.get(part);
        return typeof size === 'number' && Number.isFinite(size) ? [[part, size]] : [];
      }),
    );
  } catch {
    return {};
  }
};

export const keepSizes = (columns: Columns, sizes: Sizes): void =>
  write(nameOf(columns), JSON.stringify(sizes));

import { createContext } from 'react';

/** Where a lesson's way on stands instead of below its text: under the thumb, on a phone. */
export const WayOnSlot = createContext<HTMLElement | null>(null);

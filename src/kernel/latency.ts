import type { Latency } from '../view/intervention.ts';
import type { Micros } from '../view/time.ts';
import type { Random } from './random.ts';

/**
 * Draws one latency.
 * @param count how many messages the link has carried (or syncs the disk has begun), for `listed`
 * @returns whole µs, never negative
 */
export function draw(latency: Latency, random: Random, count: number): Micros {
  switch (latency.kind) {
    case 'fixed':
      return latency.us;
    case 'uniform':
      return latency.min + random.below(latency.max - latency.min + 1);
    case 'normal': {
      // Twelve uniforms: close enough to normal, and the same in every engine (no log, no cos).
      let sum = -6;
      for (let i = 0; i < 12; i++) sum += random.unit();
      return Math.max(latency.min, Math.round(latency.mean + sum * latency.deviation));
    }
    case 'listed':
      return latency.us[Math.min(count, latency.us.length - 1)] ?? 0;
  }
}

/** The least and the greatest latency that may be drawn, for display. */
export function bounds(latency: Latency): { min: Micros; max: Micros } {
  switch (latency.kind) {
    case 'fixed':
      return { min: latency.us, max: latency.us };
    case 'uniform':
      return { min: latency.min, max: latency.max };
    case 'normal':
      return { min: latency.min, max: latency.mean + 6 * latency.deviation };
    case 'listed':
      return { min: Math.min(...latency.us), max: Math.max(...latency.us) };
  }
}

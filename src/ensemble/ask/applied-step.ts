import { at } from '../../kernel/pages.ts';
import { compareZxid, sameZxid } from '../../protocols/election/zxid.ts';
import type { Zxid } from '../../view/zxid.ts';
import type { ServerGhost } from '../ghost.ts';

/** The step of the run that applied a transaction; null: one before the run, or not applied yet. */
export function appliedStep({ appliedAt }: ServerGhost, zxid: Zxid): number | null {
  let low = 0;
  let high = appliedAt.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    const found = at(appliedAt, middle);
    if (found !== null && compareZxid(found.zxid, zxid) < 0) low = middle + 1;
    else high = middle;
  }
  const found = at(appliedAt, low);
  return found !== null && sameZxid(found.zxid, zxid) ? found.step : null;
}

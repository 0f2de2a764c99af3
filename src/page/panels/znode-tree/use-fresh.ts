import { useEffect, useState } from 'react';
import type { Zxid } from '../../../view/zxid.ts';
import { zxidText } from '../../../view/zxid.ts';
import { useSim } from '../../sim/store.ts';

/** How long a change glows while the run plays, ms. */
const GLOW = 900;

/**
 * Whether what the newest transaction changed is lit: from the step that applied it to the next one,
 * and while the run plays for a moment. Not after a jump, which shows another time and no change.
 */
export const useFresh = (zxid: Zxid | null): boolean => {
  const now = zxid === null ? null : zxidText(zxid);
  const [known, setKnown] = useState<{ zxid: string | null; at: number | null }>({
    zxid: now,
    at: null,
  });
  const position = useSim((s) => s.frame?.position ?? null);
  const playing = useSim((s) => s.playing);
  const jumped = useSim((s) => s.before === null);
  if (now !== known.zxid) {
    setKnown({ zxid: now, at: known.zxid === null || jumped ? null : position });
  }
  const lit = known.at !== null && known.zxid === now;

  useEffect(() => {
    if (!lit || !playing) return undefined;
    const timer = setTimeout(() => setKnown((old) => ({ ...old, at: null })), GLOW);
    return () => clearTimeout(timer);
  }, [lit, playing, known.zxid]);

  return lit && (playing || known.at === position);
};

import { createContext, use, useMemo } from 'react';
import { openedAs } from '../sim/opened.ts';
import { useSim } from '../sim/store.ts';
import { useLoose } from '../words/use-words.ts';

/** The sentence of the moment at which a run opened. */
interface Lead {
  readonly text: string;
  /** The position there: it holds until something has been said after it. */
  readonly from: number;
}

export const LeadContext = createContext<Lead | null>(null);

/** What the lab says of the preset that is open; null where the run never stood at its moment. */
export const useOpeningLead = (model: string): Lead | null => {
  const presets = useLoose('presets');
  const id = useSim(openedAs);
  const from = useSim((s) => s.opened?.posed?.position ?? 0);
  const text = id === null ? null : presets(`${model}.${id}.lead`);
  return useMemo(() => (text === null ? null : { text, from }), [text, from]);
};

export const useLead = (): Lead | null => use(LeadContext);

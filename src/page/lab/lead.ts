import { createContext, use } from 'react';
import { isPosed } from '../sim/opened.ts';
import { useSim } from '../sim/store.ts';
import { useLoose } from '../words/use-words.ts';

/** The sentence of the moment at which the run opened, as long as nothing has happened since. */
export const LeadContext = createContext<string | null>(null);

/** What the lab says of the preset that is open; null when something has happened. */
export const useOpeningLead = (model: string): string | null => {
  const presets = useLoose('presets');
  const id = useSim((s) => (isPosed(s) ? (s.opened?.preset ?? null) : null));
  return id === null ? null : presets(`${model}.${id}.lead`);
};

export const useLead = (): string | null => use(LeadContext);

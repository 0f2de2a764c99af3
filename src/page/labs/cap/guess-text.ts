import { useTranslations } from 'use-intl';
import type { CapRequestView } from '../../../view/cap.ts';
import type { Guess } from './state.ts';

/** What a guess says, of a read or of a write. A hook. */
export const useGuessText = (): ((guess: Guess, kind: CapRequestView['kind']) => string) => {
  const t = useTranslations('cap.predict');
  return (guess, kind) =>
    guess === 'ok' ? t(kind === 'write' ? 'ok.write' : 'ok.read') : t(guess);
};

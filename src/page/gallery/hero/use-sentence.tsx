import type { ReactNode } from 'react';
import { useTranslations } from 'use-intl';
import type { Situation } from '../../../stage/situation.ts';
import type { Pid } from '../../../view/time.ts';
import { useLanguage } from '../../words/use-words.ts';

const bold = (text: ReactNode) => <b>{text}</b>;

/** The situation in one sentence; `all`: how many servers the ensemble has. */
export const useSentence = (): ((situation: Situation, all: number) => ReactNode) => {
  const t = useTranslations('gallery.hero');
  const locale = useLanguage();
  const names = (pids: readonly Pid[]): string =>
    new Intl.ListFormat(locale)
      .formatToParts(pids.map((pid) => `S${pid}`))
      // Between Latin names Chinese is set with a space.
      .map(({ value }) => (value === '和' ? ' 和 ' : value))
      .join('');
  return (situation, all) => {
    switch (situation.kind) {
      case 'led': {
        const { leader, zxid, have, waiting, slow } = situation;
        const said = { leader: `S${leader}`, zxid, b: bold };
        return waiting.length === 0
          ? t.rich('all', { ...said, all: String(have) })
          : t.rich('some', {
              ...said,
              have: String(have),
              all: String(all),
              waiting: names(waiting),
              left: waiting.length,
              slow: String(slow),
            });
      }
      case 'elected': {
        const { leader, needed } = situation;
        return t.rich('elected', { leader: `S${leader}`, needed: String(needed), b: bold });
      }
      case 'electing': {
        const { dead, needed } = situation;
        return t.rich('electing', {
          dead: names(dead),
          down: dead.length,
          needed: String(needed),
          b: bold,
        });
      }
      case 'too-few':
        return t('tooFew', {
          up: String(situation.up),
          all: String(all),
          needed: String(situation.needed),
        });
    }
  };
};

import { useTranslations } from 'use-intl';
import { Button } from '../../widgets/button.tsx';
import { Menu } from '../../widgets/menu.tsx';
import type { Verdict } from './verdict.ts';
import type { Outcome } from './verdict-text.tsx';

/** How running it for ever is going, and what can be done about it. */
export interface ForEver {
  readonly running: boolean;
  readonly outcome: Outcome;
  readonly run: () => void;
  readonly stop: () => void;
  /** Many cycles more, at once. */
  readonly more: () => void;
  /** Opens the duel that never ends. */
  readonly openDuel: (mesh: boolean) => void;
}

/** The one thing to do next: run it for ever, go on, or open a duel that never ends. */
export const ForEverActs = ({ verdict, forEver }: { verdict: Verdict; forEver: ForEver }) => {
  const t = useTranslations('paxosTools.certificate');
  if (forEver.running) {
    return (
      <Button kind="quiet" onPress={forEver.stop}>
        {t('stop')}
      </Button>
    );
  }
  switch (verdict.kind) {
    case 'not-yet':
    case 'interfered':
      return (
        <Button kind="primary" onPress={forEver.run}>
          {t('run')}
        </Button>
      );
    case 'proved':
      return (
        <Button kind="quiet" onPress={forEver.more}>
          {t('more')}
        </Button>
      );
    default: {
      const entries = [
        { id: 'two', label: t('two'), onPress: () => forEver.openDuel(false) },
        { id: 'mesh', label: t('mesh'), onPress: () => forEver.openDuel(true) },
      ];
      return <Menu entries={entries}>{t('duels')}</Menu>;
    }
  }
};

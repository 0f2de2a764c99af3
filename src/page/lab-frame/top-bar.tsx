import type { ReactNode } from 'react';
import { useTranslations } from 'use-intl';
import { useSim } from '../sim/store.ts';
import { Brand } from '../widgets/brand.tsx';
import { usePageTitle } from '../browser/page-title.ts';
import { LanguageSwitch, ThemeChoice } from '../widgets/preferences.tsx';
import { Button } from '../widgets/button.tsx';
import { Invariants } from './invariants.tsx';
import './top-bar.css';

/** Where we are, whether all is well, and what can be done with the run as a whole. */
export const TopBar = (props: {
  /** From the general to the particular; the last one is the title. */
  crumbs: readonly string[];
  onShare: () => void;
  onKeys: () => void;
  children?: ReactNode;
}) => {
  const t = useTranslations('lab');
  const recorded = useSim((s) => s.recorded);
  const title = props.crumbs.at(-1) ?? '';
  usePageTitle(title);
  return (
    <header className="top">
      <Brand />
      <div className="crumb">
        {props.crumbs.slice(0, -1).map((crumb) => (
          <span key={crumb} className="crumb-above">
            {crumb} <i aria-hidden="true">/</i>{' '}
          </span>
        ))}
        <h1>{title}</h1>
      </div>
      <span className="top-space" />
      <Invariants />
      <Button
        kind="quiet"
        onPress={props.onShare}
        disabledReason={recorded ? t('share.recorded') : null}
      >
        {t('share.button')}
      </Button>
      <Button kind="quiet" className="top-keys" onPress={props.onKeys}>
        {t('keys.button')}
      </Button>
      <ThemeChoice />
      <LanguageSwitch />
    </header>
  );
};

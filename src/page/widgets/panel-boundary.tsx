import { Component } from 'react';
import type { ReactNode } from 'react';
import { useTranslations } from 'use-intl';
import { LIMITS } from '../../view/limits.ts';
import { shortened } from '../../view/plain-text.ts';
import { Button } from './button.tsx';

const Failed = (props: { message: string; onAgain: () => void }) => {
  const t = useTranslations('app.panelFailed');
  return (
    <div className="plain" role="alert">
      <p>{t('text', { message: shortened(props.message, LIMITS.shownPath) })}</p>
      <Button onPress={props.onAgain}>{t('again')}</Button>
    </div>
  );
};

/** A mistake in one panel costs that panel: the run, the stage and the other panels go on. */
export class PanelBoundary extends Component<{ children: ReactNode }, { failed: string | null }> {
  override state: { failed: string | null } = { failed: null };

  static getDerivedStateFromError(error: unknown): { failed: string } {
    return { failed: error instanceof Error ? error.message : String(error) };
  }

  override render(): ReactNode {
    const { failed } = this.state;
    if (failed === null) return this.props.children;
    return <Failed message={failed} onAgain={() => this.setState({ failed: null })} />;
  }
}

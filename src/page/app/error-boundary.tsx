import { Component } from 'react';
import type { ReactNode } from 'react';
import { useTranslations } from 'use-intl';
import { Button } from '../widgets/button.tsx';

const Crash = (props: { message: string; onAgain: () => void }) => {
  const t = useTranslations('app.crash');
  return (
    <main className="plain" role="alert">
      <h1>{t('title')}</h1>
      <p>{t('text', { message: props.message })}</p>
      <Button kind="primary" onPress={props.onAgain}>
        {t('again')}
      </Button>
      <a
        href="#/"
        onClick={() => {
          props.onAgain();
        }}
      >
        {t('home')}
      </a>
    </main>
  );
};

/** Keeps a failure of one part from taking the page with it. */
export class ErrorBoundary extends Component<{ children: ReactNode }, { failed: string | null }> {
  override state: { failed: string | null } = { failed: null };

  static getDerivedStateFromError(error: unknown): { failed: string } {
    return { failed: error instanceof Error ? error.message : String(error) };
  }

  override render(): ReactNode {
    return this.state.failed === null ? (
      this.props.children
    ) : (
      <Crash message={this.state.failed} onAgain={() => this.setState({ failed: null })} />
    );
  }
}

import type { DragEvent, ReactNode } from 'react';
import { useTranslations } from 'use-intl';
import { Link } from 'wouter';
import { LIMITS } from '../../../../view/limits.ts';
import { usePageTitle } from '../../../browser/page-title.ts';
import { sizeText } from '../../../share/problem.ts';
import { bringLogs, bringMore, forgetLogs, useServerLogs } from '../../../sim/server-logs.ts';
import { Brand } from '../../../widgets/brand.tsx';
import { Button } from '../../../widgets/button.tsx';
import { LanguageSwitch, ThemeChoice } from '../../../widgets/preferences.tsx';
import { Progress } from '../../../widgets/progress.tsx';
import { ChooseFiles } from '../../../widgets/choose-files.tsx';
import { LogFiles } from './log-files.tsx';
import './server-logs.css';

/** Files may be dropped anywhere on it. */
const dropped = (event: DragEvent): void => {
  const files = [...event.dataTransfer.files];
  if (files.length === 0) return;
  event.preventDefault();
  bringMore(files);
};

const Page = ({ children }: { children: ReactNode }) => {
  const t = useTranslations('logs');
  usePageTitle(t('name'));
  return (
    <div
      className="logs-page"
      onDragOver={(event) => {
        if (event.dataTransfer.types.includes('Files')) event.preventDefault();
      }}
      onDrop={dropped}
    >
      <header className="top">
        <Brand />
        <span className="top-space" />
        <ThemeChoice />
        <LanguageSwitch />
      </header>
      <main className="logs-main">
        <h1>{t('ask.title')}</h1>
        {children}
      </main>
    </div>
  );
};

/** Why what was brought is not even read. */
const Trouble = () => {
  const t = useTranslations('logs');
  const trouble = useServerLogs((s) => s.trouble);
  if (trouble === null) return null;
  const { code, detail } = trouble;
  return (
    <p role="alert" className="logs-trouble">
      {code === 'large'
        ? t('large', { size: sizeText(detail), limit: sizeText(LIMITS.fileBytes) })
        : t('many', { count: String(detail), most: String(LIMITS.filesAtOnce) })}
    </p>
  );
};

/** Asks for logs; where some are there that tell nothing, it says why. */
export const LogsAsk = () => {
  const t = useTranslations('logs');
  const view = useServerLogs((s) => s.view);
  return (
    <Page>
      <div className="logs-drop">
        <p className="logs-lead">{t('ask.text')}</p>
        <p>{t('ask.own')}</p>
        <p>{t('ask.unknown')}</p>
        <div className="row">
          <ChooseFiles
            several
            label={t('ask.choose')}
            primary
            onFiles={(files) => bringLogs(files)}
          />
          <Link href="/lab/election">{t('ask.back')}</Link>
        </div>
      </div>
      <Trouble />
      {view !== null && <LogFiles files={view.files} />}
    </Page>
  );
};

/** While they are read. */
export const LogsReading = () => {
  const t = useTranslations('logs');
  const progress = useServerLogs((s) => s.progress);
  const { done, total } = progress ?? { done: 0, total: 1 };
  const size = useServerLogs((s) => s.files.reduce((sum, file) => sum + file.size, 0));
  const percent = String(Math.floor((100 * done) / Math.max(1, total)));
  return (
    <Page>
      <Progress
        label={t('reading')}
        value={done}
        max={Math.max(1, total)}
        text={t('readingText', { percent, size: sizeText(size) })}
      />
      <div className="row">
        <Button onPress={forgetLogs}>{t('stop')}</Button>
      </div>
    </Page>
  );
};

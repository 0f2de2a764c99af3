import { useTranslations } from 'use-intl';
import type { LogWarning } from '../../../../view/server-logs.ts';
import { seekTo } from '../../../sim/seeking.ts';
import { bringMore, forgetLogs, useServerLogs } from '../../../sim/server-logs.ts';
import { Button } from '../../../widgets/button.tsx';
import { ChooseFiles } from '../../../widgets/choose-files.tsx';
import { LogFiles } from './log-files.tsx';
import './server-logs.css';

/** What the logs are, and what whoever reads them should know of them as a whole. */
export const LogsSummary = () => {
  const t = useTranslations('logs');
  const view = useServerLogs((s) => s.view);
  if (view === null) return null;
  return (
    <section className="logs-summary" aria-labelledby="logs-files">
      <h2 id="logs-files">{t('files')}</h2>
      <LogFiles files={view.files} />
      {view.begins !== null && <p className="quiet-text">{t('begins', { time: view.begins })}</p>}
      <p className="quiet-text">{t('ask.unknown')}</p>
      <div className="row">
        <ChooseFiles several label={t('add')} onFiles={bringMore} />
        <Button onPress={forgetLogs}>{t('other')}</Button>
      </div>
      {view.warnings.length > 0 && (
        <>
          <h2>{t('warning.title')}</h2>
          <ul className="log-warnings">
            {view.warnings.map((warning, index) => (
              <li key={index}>
                <Warning warning={warning} />
              </li>
            ))}
          </ul>
        </>
      )}
    </section>
  );
};

const Warning = ({ warning }: { warning: LogWarning }) => {
  const t = useTranslations('logs.warning');
  const { code, data, position } = warning;
  const named = (key: string): string => `S${data[key] ?? ''}`;
  const text = t(code, {
    server: named('server'),
    other: named('other'),
    line: String(data['line'] ?? ''),
    otherLine: String(data['otherLine'] ?? ''),
    ms: Number(data['ms'] ?? 0),
    most: Number(data['most'] ?? 0),
    left: Number(data['left'] ?? 0),
  });
  return position === null ? (
    text
  ) : (
    <button type="button" className="log-warning" onClick={() => void seekTo(position)}>
      {text}
    </button>
  );
};

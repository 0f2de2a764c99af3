import { useEffect, useState } from 'react';
import { useTranslations } from 'use-intl';
import { MOST_LINES } from '../../../../view/server-logs.ts';
import type {
  LogLineView,
  LogsAnswer,
  LogsQuestion,
  SkippedKind,
} from '../../../../view/server-logs.ts';
import { send } from '../../../sim/actions.ts';
import { useServerLogs } from '../../../sim/server-logs.ts';
import { useSim } from '../../../sim/store.ts';
import { useLogsAsked } from '../../../sim/use-answers.ts';
import { Button } from '../../../widgets/button.tsx';
import './server-logs.css';

/** The line that tells the present event, and all lines of which nothing is told. */
export const LogLines = () => {
  const view = useServerLogs((s) => s.view);
  const [kind, setKind] = useState<number | null>(null);
  if (view === null) return null;
  const chosen = view.skipped.find(({ id }) => id === kind) ?? view.skipped[0];
  return (
    <div className="log-lines">
      <PresentLine />
      <div className="log-skipped">
        <Kinds kinds={view.skipped} chosen={chosen?.id ?? null} onChoose={setKind} />
        {chosen !== undefined && <Lines key={chosen.id} kind={chosen} />}
      </div>
    </div>
  );
};

const Line = ({ line }: { line: LogLineView }) => {
  const t = useTranslations('logs.view');
  return (
    <>
      <span className="log-place">{t('place', { file: line.file, line: String(line.line) })}</span>
      <code>{line.text}</code>
    </>
  );
};

const PresentLine = () => {
  const t = useTranslations('logs.view');
  const position = useSim((s) => s.frame?.position ?? 0);
  const answer = useLogsAsked({ ask: 'line', position });
  const line = answer?.ask === 'line' ? answer.line : null;
  return (
    <section aria-labelledby="log-present">
      <h3 id="log-present" className="vh">
        {t('present')}
      </h3>
      <p className="log-present">
        {line === null ? <span className="quiet-text">{t('none')}</span> : <Line line={line} />}
      </p>
    </section>
  );
};

const Kinds = (props: {
  kinds: readonly SkippedKind[];
  chosen: number | null;
  onChoose: (kind: number) => void;
}) => {
  const t = useTranslations('logs.view');
  const { kinds, chosen, onChoose } = props;
  const count = kinds.reduce((sum, one) => sum + one.count, 0);
  return (
    <section className="log-kinds" aria-labelledby="log-skipped">
      <h3 id="log-skipped" className="vh">
        {t('skipped')}
      </h3>
      <p className="quiet-text">{t('skippedText', { count })}</p>
      <ul aria-label={t('kinds')}>
        {kinds.map((one) => (
          <li key={one.id}>
            <button type="button" aria-pressed={one.id === chosen} onClick={() => onChoose(one.id)}>
              <b>{one.count}</b>{' '}
              {t(`why.${one.why}`, { logger: one.logger === '' ? t('unnamed') : one.logger })}
            </button>
          </li>
        ))}
      </ul>
    </section>
  );
};

/** As many as one asks for. */
const Lines = ({ kind }: { kind: SkippedKind }) => {
  const t = useTranslations('logs.view');
  const [lines, setLines] = useState<readonly LogLineView[]>([]);
  const [wanted, setWanted] = useState(MOST_LINES);
  const { id, count } = kind;
  const first = lines.length;
  useEffect(() => {
    if (first >= Math.min(wanted, count)) return undefined;
    let left = false;
    const question: LogsQuestion = { ask: 'lines', kind: id, first };
    void send({ type: 'ask', question }).then(({ asked }) => {
      const answer = asked as LogsAnswer | undefined;
      if (left || answer?.ask !== 'lines' || answer.lines.length === 0) return;
      setLines((before) => [...before, ...answer.lines]);
    });
    return () => {
      left = true;
    };
  }, [id, count, first, wanted]);
  return (
    <section className="log-kind" aria-labelledby="log-kind">
      <h3 id="log-kind" className="vh">
        {t('lines')}
      </h3>
      <ol>
        {lines.map((line) => (
          <li key={`${line.file} ${line.line}`}>
            <Line line={line} />
          </li>
        ))}
      </ol>
      {lines.length < count && (
        <Button kind="quiet" onPress={() => setWanted(lines.length + MOST_LINES)}>
          {t('more')}
        </Button>
      )}
    </section>
  );
};

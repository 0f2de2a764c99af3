import { useState } from 'react';
import { useTranslations } from 'use-intl';
import { LIMITS } from '../../../../view/limits.ts';
import type { LogFileView, LogProblem } from '../../../../view/server-logs.ts';
import { sizeText } from '../../../share/problem.ts';
import { sayWhose } from '../../../sim/server-logs.ts';
import { Button } from '../../../widgets/button.tsx';
import { Field } from '../../../widgets/field.tsx';

/** Each file: whose it is, how much of it is told, what is wrong with it. */
export const LogFiles = ({ files }: { files: readonly LogFileView[] }) => {
  const t = useTranslations('logs');
  return (
    <ul className="log-files" aria-label={t('files')}>
      {files.map((file) => (
        <li key={file.name}>
          <div className="log-file">
            <b>{file.servers.map((sid) => `S${sid}`).join(', ') || t('nobody')}</b>
            <span className="mono">{file.name}</span>
            <span className="quiet-text">
              {[
                ...(file.by === null ? [] : [t(`by.${file.by}`)]),
                ...(file.version === null ? [] : [file.version]),
                t('toldOf', { told: file.told, lines: file.lines }),
              ].join(' · ')}
            </span>
          </div>
          {file.problem !== null && <Problem problem={file.problem} />}
          {file.problem?.code === 'whose' && <Whose name={file.name} />}
        </li>
      ))}
    </ul>
  );
};

const Problem = ({ problem }: { problem: LogProblem }) => {
  const t = useTranslations('logs.problem');
  const values = {
    limit: sizeText(LIMITS.fileBytes),
    with: 'with' in problem ? problem.with : '',
    line: 'line' in problem ? problem.line : 0,
  };
  return <p className="logs-trouble">{t(problem.code, values)}</p>;
};

/** Asks whose log a file is. */
const Whose = ({ name }: { name: string }) => {
  const t = useTranslations('logs');
  const [typed, setTyped] = useState('');
  const sid = /^\d{1,4}$/u.test(typed.trim()) ? Number(typed) : null;
  return (
    <form
      className="row"
      onSubmit={(event) => {
        event.preventDefault();
        if (sid !== null) sayWhose(name, sid);
      }}
    >
      <Field
        label={t('say', { file: name })}
        value={typed}
        onChange={setTyped}
        inputMode="numeric"
        size={4}
      />
      <Button onPress={() => sid !== null && sayWhose(name, sid)}>{t('sayIt')}</Button>
    </form>
  );
};

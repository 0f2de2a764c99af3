import { useId, useMemo, useState } from 'react';
import { useTranslations } from 'use-intl';
import { Button } from '../../widgets/button.tsx';
import { CfgNoteText } from '../zoo-cfg/CfgNoteText.tsx';
import type { ZooCfg } from './zoo-cfg.ts';
import { hasErrors } from '../../../view/zoo-cfg/judge.ts';
import { parseZooCfg } from './zoo-cfg.ts';

/** Longer pastes are no configuration. */
const LONGEST = 50_000;

/** A pasted zoo.cfg: what was read, what is wrong and in which line. */
export const PasteCfg = (props: { onUse: (cfg: ZooCfg) => void }) => {
  const t = useTranslations('panels');
  const id = useId();
  const [text, setText] = useState('');
  const cfg = useMemo(() => (text.trim() === '' ? null : parseZooCfg(text)), [text]);
  return (
    <details className="section">
      <summary>{t('setup.cfg')}</summary>
      <label className="vh" htmlFor={id}>
        {t('setup.cfgLabel')}
      </label>
      <textarea
        id={id}
        className="cfg-text"
        rows={8}
        spellCheck={false}
        maxLength={LONGEST}
        placeholder={'tickTime=2000\ninitLimit=10\nsyncLimit=5\nserver.1=host1:2888:3888'}
        value={text}
        onChange={(event) => setText(event.target.value)}
      />
      {cfg !== null && (
        <div role="status">
          {cfg.servers.length > 0 && <p>{t('cfg.taken', { count: cfg.servers.length })}</p>}
          <ul className="cfg-notes">
            {cfg.notes.map((note) => (
              <li
                key={`${note.line} ${note.code} ${JSON.stringify(note.data)}`}
                className={note.kind === 'error' ? 'field-error' : ''}
              >
                <CfgNoteText note={note} />
              </li>
            ))}
          </ul>
          {!hasErrors(cfg.notes) && (
            <Button onPress={() => props.onUse(cfg)}>{t('setup.cfgUse')}</Button>
          )}
        </div>
      )}
    </details>
  );
};
